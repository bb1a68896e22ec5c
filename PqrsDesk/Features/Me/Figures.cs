using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Features.Me;

/// <summary>A person's numbers in words, for the reader's culture.</summary>
public static class Figures
{
    private const int AnHour = 60;

    public static string Say(this IStringLocalizer<MeTexts> texts, PersonKpi kpi, double? value) => value is not { } known ? texts["NoData"] : kpi switch
    {
        PersonKpi.Answered => known.ToString(known == Math.Floor(known) ? "N0" : "N1", CultureInfo.CurrentCulture),
        PersonKpi.FirstReplyTime or PersonKpi.ResolutionTime => texts.Length(known),

        // Spanish writes a space before the sign: a line must not end there.
        PersonKpi.Compliance or PersonKpi.FirstResponseCompliance or PersonKpi.ReopenedRate or PersonKpi.Solved => known.ToString("P0", CultureInfo.CurrentCulture).Replace(' ', '\u00A0'),
    };

    public static string Whole(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>"1 h 20 min". Business time has no days of 24 hours: it is said in hours.</summary>
    public static string Length(this IStringLocalizer<MeTexts> texts, double minutes)
    {
        var whole = (long)Math.Round(minutes);
        var (hours, rest) = (whole / AnHour, whole % AnHour);
        return hours == 0 ? texts["Minutes", rest] : rest == 0 ? texts["Hours", hours.ToString("N0", CultureInfo.CurrentCulture)] : texts["HoursMinutes", hours.ToString("N0", CultureInfo.CurrentCulture), rest];
    }
}
