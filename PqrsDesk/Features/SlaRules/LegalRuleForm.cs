using System.Globalization;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.SlaRules;

/// <summary>A rule of law as it is typed.</summary>
public sealed class LegalRuleForm
{
    private const int MinutesInHour = 60;

    public string Country { get; set; } = "CO";
    public string Regime { get; set; } = "";
    public string RegimeName { get; set; } = "";
    public string Code { get; set; } = "";
    public string Name { get; set; } = "";
    public HashSet<TicketKind> Kinds { get; } = [];
    public HashSet<Priority> Priorities { get; } = [];
    public int? Order { get; set; } = 1;

    /// <summary>Days, months or hours.</summary>
    public decimal? Amount { get; set; }
    public DeadlineUnit Unit { get; set; } = DeadlineUnit.BusinessDays;
    public int? Extension { get; set; }
    public int? CompletionDays { get; set; }
    public int? CompletionMonths { get; set; }
    public int? TransferDays { get; set; }
    public LegalSilence Silence { get; set; }
    public string Source { get; set; } = "";
    public bool IsConfirmed { get; set; }
    public string Note { get; set; } = "";
    public string ValidFrom { get; set; } = "";
    public string ValidTo { get; set; } = "";

    public static LegalRuleForm Of(LegalRule rule)
    {
        var said = rule.Definition;
        var form = new LegalRuleForm
        {
            Country = said.Country,
            Regime = said.Regime,
            RegimeName = said.RegimeName,
            Code = rule.Code,
            Name = said.Name,
            Order = said.Order,
            Amount = said.Unit == DeadlineUnit.ClockMinutes ? said.Amount / (decimal)MinutesInHour : said.Amount,
            Unit = said.Unit,
            Extension = said.Extension,
            CompletionDays = said.CompletionDays,
            CompletionMonths = said.CompletionMonths,
            TransferDays = said.TransferDays,
            Silence = said.Silence,
            Source = said.Source,
            IsConfirmed = said.IsConfirmed,
            Note = said.Note ?? "",
            ValidFrom = Date(said.ValidFrom),
            ValidTo = said.ValidTo is { } end ? Date(end) : "",
        };
        form.Kinds.UnionWith(said.Kinds);
        form.Priorities.UnionWith(said.Priorities);
        return form;
    }

    /// <summary>What cannot be read becomes a value that the check refuses beside its field.</summary>
    public LegalEdit Read(int? replaces) => new(Code.Trim(), replaces, new LegalDefinition
    {
        Country = Country.Trim().ToUpperInvariant(),
        Regime = Regime.Trim(),
        RegimeName = RegimeName.Trim(),
        Name = Name.Trim(),
        Kinds = [.. Kinds.Order()],
        Priorities = [.. Priorities.Order()],
        Order = Order ?? 0,
        Amount = Whole(Unit == DeadlineUnit.ClockMinutes ? Amount * MinutesInHour : Amount),
        Unit = Unit,
        Extension = Extension,
        CompletionDays = CompletionDays,
        CompletionMonths = CompletionMonths,
        TransferDays = TransferDays,
        Silence = Silence,
        Source = Source.Trim(),
        IsConfirmed = IsConfirmed,
        Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
        ValidFrom = Read(ValidFrom) ?? default,
        ValidTo = ValidTo.Length == 0 ? null : Read(ValidTo) ?? default(DateOnly),
    });

    private static int Whole(decimal? amount) => amount is { } some && some == decimal.Truncate(some) && some is > 0 and < 1_000_000 ? (int)some : 0;

    private static DateOnly? Read(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
