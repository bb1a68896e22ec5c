using System.Diagnostics.CodeAnalysis;

namespace PqrsDesk.Domain.Calendars;

/// <summary>The open hours of a week: for each weekday, blocks in order that do not overlap.</summary>
public sealed class WeeklyHours
{
    private readonly LocalHours[][] byDay;

    private WeeklyHours(LocalHours[][] byDay) => this.byDay = byDay;

    public bool IsEmpty => Array.TrueForAll(byDay, hours => hours.Length == 0);

    public IReadOnlyList<LocalHours> On(DayOfWeek day) => byDay[(int)day];

    public static bool TryCreate(
        IReadOnlyList<HoursBlock> blocks,
        [NotNullWhen(true)] out WeeklyHours? hours,
        [NotNullWhen(false)] out CalendarProblem? problem)
    {
        hours = null;
        var byDay = new List<LocalHours>[7];
        for (var day = 0; day < 7; day++) byDay[day] = [];

        for (var index = 0; index < blocks.Count; index++)
        {
            var block = blocks[index];
            var where = $"weekly[{index}]";
            if (!Enum.IsDefined(block.Day))
            {
                problem = new CalendarProblem.UnknownDay(where, block.Day);
                return false;
            }

            problem = Place(new LocalHours(block.From, block.To), byDay[(int)block.Day], where);
            if (problem is not null) return false;
        }

        hours = new WeeklyHours([.. byDay.Select(InOrder)]);
        problem = null;
        return true;
    }

    /// <summary>Puts a block beside those of the same day, or says why it cannot be there.</summary>
    internal static CalendarProblem? Place(LocalHours block, List<LocalHours> day, string where)
    {
        if (!block.IsProper) return new CalendarProblem.ReversedHours(where, block.From, block.To);
        if (day.Exists(block.Overlaps)) return new CalendarProblem.OverlappingHours(where, block.From, block.To);
        day.Add(block);
        return null;
    }

    internal static LocalHours[] InOrder(IEnumerable<LocalHours> day) => [.. day.OrderBy(block => block.From)];
}
