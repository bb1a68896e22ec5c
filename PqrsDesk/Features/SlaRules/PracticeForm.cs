using System.Globalization;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Features.SlaRules;

/// <summary>How the desk files, as it is chosen.</summary>
public sealed class PracticeForm
{
    private const string Format = @"hh\:mm";

    public string Country { get; set; } = "";
    public string Regime { get; set; } = "";
    public HashSet<string> Offered { get; } = [];
    public AfterHours AfterHours { get; set; }

    /// <summary>Empty: a fixed time ends the day.</summary>
    public string HoursKey { get; set; } = "";
    public string CutOff { get; set; } = "";
    public ClosedDays ClosedDays { get; set; }

    public static PracticeForm Of(FilingPractice practice)
    {
        var form = new PracticeForm
        {
            Country = practice.Country,
            Regime = practice.Regime,
            AfterHours = practice.AfterHours,
            HoursKey = practice.HoursKey ?? "",
            CutOff = practice.CutOff?.ToString(Format, CultureInfo.InvariantCulture) ?? "17:00",
            ClosedDays = practice.ClosedDays,
        };
        form.Offered.UnionWith(practice.Offered);
        return form;
    }

    /// <summary>What cannot be read becomes a value that the check refuses beside its field.</summary>
    public FilingPractice Read() => new()
    {
        Country = Country,
        Regime = Regime,
        Offered = [.. Offered.Where(offered => offered != Regime).Order(StringComparer.Ordinal)],
        AfterHours = AfterHours,
        HoursKey = AfterHours == AfterHours.NextBusinessDay && HoursKey.Length > 0 ? HoursKey : null,
        CutOff = AfterHours == AfterHours.NextBusinessDay && HoursKey.Length == 0 ? Time(CutOff) : null,
        ClosedDays = ClosedDays,
    };

    private static TimeSpan Time(string typed) =>
        TimeSpan.TryParseExact(typed, [Format, @"hh\:mm\:ss"], CultureInfo.InvariantCulture, out var time) ? time : TimeSpan.Zero;
}
