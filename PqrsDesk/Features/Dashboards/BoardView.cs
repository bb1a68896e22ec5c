using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Features.Dashboards;

/// <summary>A period as people ask for it.</summary>
public enum PeriodChoice
{
    ThisWeek = 1,
    ThisMonth = 2,
    LastMonth = 3,
    Last30Days = 4,
    Last90Days = 5,
    Custom = 6,
}

/// <summary>What a dashboard shows. A value: all who look at the same one share its figures.</summary>
/// <param name="From">Of a custom period; both days belong to it.</param>
public sealed record BoardView(PeriodChoice Choice = PeriodChoice.ThisMonth, DateOnly? From = null, DateOnly? To = null, int? AreaId = null)
{
    /// <summary>Days of the longest custom period.</summary>
    public const int Longest = 800;

    /// <summary>A custom period needs both days, in order and not too far apart.</summary>
    public bool IsValid => Choice != PeriodChoice.Custom || (From is { } from && To is { } to && from <= to && to.DayNumber - from.DayNumber < Longest);

    /// <summary>The period as of today; one that has begun ends today, since nothing can have happened after.</summary>
    public Period PeriodOn(DateOnly today) => Choice switch
    {
        PeriodChoice.ThisWeek => new(Monday(today), today),
        PeriodChoice.ThisMonth => new(Period.Month(today).From, today),
        PeriodChoice.LastMonth => Period.Month(today).Previous,
        PeriodChoice.Last30Days => new(today.AddDays(-29), today),
        PeriodChoice.Last90Days => new(today.AddDays(-89), today),
        PeriodChoice.Custom => IsValid ? new(From!.Value, To!.Value) : new(today, today),
    };

    /// <summary>What the period is compared with: of a week or a month under way, the same days of the one before.</summary>
    public Period BeforeOn(DateOnly today)
    {
        var period = PeriodOn(today);
        return Choice switch
        {
            PeriodChoice.ThisWeek => new(period.From.AddDays(-7), period.To.AddDays(-7)),
            PeriodChoice.ThisMonth when !period.IsWholeMonth => new(period.From.AddMonths(-1), period.To.AddMonths(-1)),
            _ => period.Previous,
        };
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
