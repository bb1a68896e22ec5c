using System.Diagnostics;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench;

/// <summary>
/// Promises of a whole year, made by the product's own verbs and laid again on other calendars by the product's own
/// code: minutes of three priorities on new office hours, one ticket in four with pauses, legal terms on another list
/// of holidays. A minute counter answers some of them too.
/// </summary>
internal sealed class ManyDeadlines(SlaBook book, Area area)
{
    private const int TicketsInRound = 20_000;
    private const int OnePausedIn = 4;
    private static readonly DateTimeOffset NewYear = new(2026, 1, 1, 5, 0, 0, TimeSpan.Zero);

    /// <summary>Before all of them, so that a target cannot be missed before it was set.</summary>
    private static readonly DateTimeOffset Now = NewYear;

    private readonly Trial _office = Trial.Of(book, "office", office => office with
    {
        Weekly = HoursBlock.Weekdays(new(TimeSpan.FromHours(7.5), TimeSpan.FromHours(12)), new(TimeSpan.FromHours(14), TimeSpan.FromHours(16))),
    });

    private readonly Trial _legal = Trial.Of(book, CalendarVersion.LegalKey, legal => legal with { ExtraHolidays = [new(2026, 4, 1), new(2026, 12, 24), new(2026, 12, 31)] });

    private readonly Random _chance = new(2578);

    /// <returns>The time for laying them, on one thread, and the time for counting minutes of the first so many.</returns>
    /// <exception cref="InvalidOperationException">The engine and the minute counter do not say the same.</exception>
    public (TimeSpan Laid, TimeSpan Counted) Measure(int deadlines, int counted)
    {
        var (laid, walked, left) = (TimeSpan.Zero, TimeSpan.Zero, deadlines);
        Lay([.. Promises().Take(TicketsInRound)]);
        while (left > 0)
        {
            var round = Promises().Take(Math.Min(left, TicketsInRound)).ToList();
            var (dues, spent) = Lay(round);
            laid += spent;
            if (left == deadlines) walked = Compare([.. round.Take(counted)], dues);
            left -= round.Count;
        }

        return (laid, walked);
    }

    private (DateTimeOffset?[] Dues, TimeSpan Spent) Lay(List<(Ticket Ticket, Deadline Deadline)> promises)
    {
        var dues = new DateTimeOffset?[promises.Count];
        var since = Stopwatch.GetTimestamp();
        for (var i = 0; i < dues.Length; i++)
        {
            var (ticket, deadline) = promises[i];
            var trial = TrialOf(deadline);
            dues[i] = Repromise.Try(deadline, ticket.Pauses, ticket.Priority, ticket.EffectiveFiledOn, trial.Promise, trial.Book, Now)?.To
                ?? throw new InvalidOperationException($"Nothing was laid: {deadline.Kind} of {ticket.FiledAt:O}.");
        }

        return (dues, Stopwatch.GetElapsedTime(since));
    }

    private TimeSpan Compare(List<(Ticket Ticket, Deadline Deadline)> promises, DateTimeOffset?[] dues)
    {
        var since = Stopwatch.GetTimestamp();
        for (var i = 0; i < promises.Count; i++)
        {
            var (ticket, deadline) = promises[i];
            var expected = TrialOf(deadline).Count(ticket, deadline);
            if (expected != dues[i])
                throw new InvalidOperationException($"{deadline.Kind} of {ticket.FiledAt:O}, {deadline.Amount} {deadline.Unit}, {ticket.Pauses.Count} pauses: the engine says {dues[i]:O}, counting says {expected:O}.");
        }

        return Stopwatch.GetElapsedTime(since);
    }

    private Trial TrialOf(Deadline deadline) => deadline.Kind == DeadlineKind.LegalAnswer ? _legal : _office;

    private IEnumerable<(Ticket Ticket, Deadline Deadline)> Promises()
    {
        for (var number = 1; ; number++)
        {
            var ticket = Filed(number);
            foreach (var deadline in ticket.Deadlines) yield return (ticket, deadline);
        }
    }

    private Ticket Filed(int number)
    {
        var filing = Samples.Filing with
        {
            Kind = (TicketKind)_chance.Next(1, 8),
            PriorityOverride = (Priority)_chance.Next(1, 4),
            PriorityReason = "Se acordó así.",
        };
        var filed = NewYear.AddSeconds(_chance.Next(365 * 86_400));
        var ticket = Ticket.File($"PQRS-2026-{number:000000}", filing, area, book.Choose(PolicyFacts.Of(filing, null))!, book, At(filed));
        if (number % OnePausedIn == 0)
        {
            for (var (pause, at) = (0, filed); pause < 1 + (number % 3); pause++)
            {
                ticket.Wait("Falta la factura.", book, At(at = at.AddSeconds(_chance.Next(60, 86_400))));
                ticket.Resume(null, book, At(at = at.AddSeconds(_chance.Next(60, 172_800))));
            }
        }

        return ticket;
    }

    private Moment At(DateTimeOffset at) => Moment.Of(at, book.Zone, Samples.Someone());

    /// <summary>The book with one calendar changed, what open tickets are promised by it, and the minute counter of that calendar.</summary>
    private sealed record Trial(SlaBook Book, (int Policy, int Legal) Promise, MinuteByMinute Counter, TimeZoneInfo Zone)
    {
        public static Trial Of(SlaBook book, string key, Func<CalendarDefinition, CalendarDefinition> change)
        {
            var old = book.CurrentCalendar(key)!;
            var definition = change(old.Definition);
            var made = new SlaEdit.OfCalendar(key, old.Version, definition).In(book);
            var after = book.With(made);
            var policy = book.CurrentTerms("standard")!.Policy.Id;
            var promise = new SlaTransition(book, after, made).Of(policy, book.LegalCalendarVersionId, () => PolicyFacts.Of(Samples.Filing, null));
            return new Trial(after, promise!.Value, new MinuteByMinute(definition), BusinessCalendar.From(definition).Zone);
        }

        public DateTimeOffset? Count(Ticket ticket, Deadline deadline)
        {
            if (deadline.Kind != DeadlineKind.LegalAnswer)
                return Counter.Add(
                    deadline.StartedAt, TimeSpan.FromMinutes(deadline.Amount),
                    deadline.Kind == DeadlineKind.FirstResponse ? [] : [.. ticket.Pauses.Select(pause => new Stretch(pause.From, pause.To!.Value))],
                    deadline.StartedAt.AddYears(1));
            var last = ticket.EffectiveFiledOn;
            for (var left = deadline.Amount; left > 0; left -= Counter.IsBusinessDay(last) ? 1 : 0) last = last.AddDays(1);
            var end = last.ToDateTime(new TimeOnly(23, 59, 59));
            return new DateTimeOffset(end, Zone.GetUtcOffset(end));
        }
    }
}
