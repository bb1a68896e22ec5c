using BenchmarkDotNet.Attributes;
using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Bench.Calendars;

/// <summary>
/// The cost of a due instant, a measure and a legal term, on a calendar of office hours with the holidays of Colombia.
/// The baseline counts minute by minute, as help desks commonly do.
/// </summary>
[MemoryDiagnoser]
public class CalendarBench
{
    private const int Questions = 1024;

    private readonly DateTimeOffset[] starts = new DateTimeOffset[Questions];
    private readonly TimeSpan[] targets = new TimeSpan[Questions];
    private readonly BusinessCalendar calendar = BusinessCalendar.From(SampleCalendars.Office);
    private readonly MinuteByMinute counter = new(SampleCalendars.Office);
    private readonly Stretch[] pauses = new Stretch[3];
    private int next;

    /// <summary>Starts all over 2026, targets up to a year of work.</summary>
    [GlobalSetup]
    public void Ask()
    {
        var random = new Random(51);
        var newYear = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var index = 0; index < Questions; index++)
        {
            starts[index] = newYear.AddSeconds(random.Next(365 * 86_400));
            targets[index] = TimeSpan.FromMinutes(random.Next(1, 240 * 8 * 60));
        }

        for (var index = 0; index < pauses.Length; index++)
            pauses[index] = new Stretch(newYear.AddDays(90 * (index + 1)), newYear.AddDays((90 * (index + 1)) + 20));
        foreach (var start in starts) calendar.Between(start, start.AddYears(2));
    }

    [Benchmark(Baseline = true)]
    public DateTimeOffset? DueMinuteByMinute()
    {
        var question = Next();
        return counter.Add(starts[question], targets[question], [], starts[question].AddYears(3));
    }

    [Benchmark]
    public DateTimeOffset Due()
    {
        var question = Next();
        return calendar.Add(starts[question], targets[question]);
    }

    [Benchmark]
    public DateTimeOffset DueAroundThreePauses()
    {
        var question = Next();
        return calendar.Add(starts[question], targets[question], pauses);
    }

    [Benchmark]
    public TimeSpan Elapsed()
    {
        var question = Next();
        return calendar.Between(starts[question], starts[question] + targets[question]);
    }

    [Benchmark]
    public DateTimeOffset LegalTerm()
    {
        var question = Next();
        return calendar.EndOf(calendar.AddBusinessDays(calendar.DateOf(starts[question]), 15));
    }

    /// <summary>What one sketched calendar costs before its first answer: a year is laid out.</summary>
    [Benchmark]
    public DateTimeOffset DueOnANewCalendar()
    {
        var question = Next();
        return BusinessCalendar.From(SampleCalendars.Office).Add(starts[question], TimeSpan.FromHours(16));
    }

    private int Next() => next = (next + 1) & (Questions - 1);
}
