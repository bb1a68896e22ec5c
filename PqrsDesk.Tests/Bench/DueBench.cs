using System.Diagnostics;
using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Bench;

public sealed class DueBench : IBench
{
    private const int Dues = 2_000_000;

    public string Name => "due";
    public string About => "Due instants a second: 40 business hours from any minute of a year, on a calendar with a lunch break and the holidays of Colombia, without pauses and with three.";
    public IReadOnlyList<string> Columns => ["due instants", "a second", "ns each"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        var calendar = BusinessCalendar.From(new CalendarDefinition
        {
            TimeZone = "America/Bogota",
            HolidayCountry = "CO",
            Weekly = HoursBlock.Weekdays(new(TimeSpan.FromHours(8), TimeSpan.FromHours(12)), new(TimeSpan.FromHours(13), TimeSpan.FromHours(17))),
        });
        var starts = Enumerable.Range(0, 4096).Select(i => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(i * 127L % 525_600)).ToArray();
        foreach (var pauses in new[] { 0, 3 })
        {
            var holes = starts.Select(start => Enumerable.Range(1, pauses).Select(day => new Stretch(start.AddDays(day), start.AddDays(day).AddHours(5))).ToArray()).ToArray();
            Lay(calendar, starts, holes, Dues / 10);
            var spent = await Task.Run(() => Lay(calendar, starts, holes, Dues));
            yield return [$"with {pauses} pauses", $"{Dues / spent.TotalSeconds:N0}", $"{spent.TotalNanoseconds / Dues:N0}"];
        }
    }

    private static TimeSpan Lay(BusinessCalendar calendar, DateTimeOffset[] starts, Stretch[][] holes, int times)
    {
        var since = Stopwatch.GetTimestamp();
        var sum = 0L;
        for (var i = 0; i < times; i++) sum += calendar.Add(starts[i & 4095], TimeSpan.FromHours(40), holes[i & 4095]).UtcTicks;
        var spent = Stopwatch.GetElapsedTime(since);
        return sum == 0 ? throw new InvalidOperationException("Nothing was computed.") : spent;
    }
}
