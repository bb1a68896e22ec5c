using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Likeness;

namespace PqrsDesk.Features;

public sealed class LikenessTexts;

/// <summary>Says why two filings look alike: "mismo peticionario, texto 86 % igual, radicado hace 2 días".</summary>
public sealed class LikenessWords(IStringLocalizer<LikenessTexts> texts)
{
    public string Percent(CaseLikeness likeness) => texts["Percent", likeness.Percent];

    /// <param name="asOf">The filing that it is compared with; null: one that is only being written.</param>
    public string Why(CaseLikeness likeness, DateTimeOffset filedAt, DateTimeOffset? asOf) =>
        string.Join(", ", likeness.Reasons.Select(reason => texts[$"Reason.{reason}", likeness.TextPercent].Value).Append(When(likeness.Days, filedAt, asOf)));

    private string When(int days, DateTimeOffset filedAt, DateTimeOffset? asOf)
    {
        var side = asOf is not { } other ? "Ago" : filedAt <= other ? "Before" : "After";
        return texts[$"Days.{side}.{days switch { 0 => "Zero", 1 => "One", _ => "Many" }}", days];
    }
}
