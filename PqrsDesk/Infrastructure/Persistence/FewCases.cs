using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Where few cases have the tag, the value or the late step that a filter asks for, a list begins with those; where many have it, going down the list comes upon them soon enough.</summary>
/// <remarks>SQLite knows how many values there are and not how often each is, and would go one way for all of them: a common tag took 200 ms at a million cases, or else a rare value did.</remarks>
internal static class FewCases
{
    /// <summary>About where both ways cost the same at a million cases.</summary>
    public const int Most = 4_000;

    /// <param name="tickets">What the whole filter lets through.</param>
    public static async Task<IQueryable<Ticket>> BeginWithFewAsync(this IQueryable<Ticket> tickets, DeskDb db, TicketFilter filter, DateTimeOffset now, CancellationToken cancel)
    {
        if (filter.Match != FilterMatch.All) return tickets;
        foreach (var asked in Asked(db, filter, now))
        {
            var cases = asked.Distinct().Order();
            if (await cases.Skip(Most).AnyAsync(cancel)) continue;
            var few = await cases.ToArrayAsync(cancel);
            return tickets.Where(t => EF.Parameter(few).Contains(t.Id));
        }

        return tickets;
    }

    /// <summary>The cases that have each of what must be there.</summary>
    private static IEnumerable<IQueryable<long>> Asked(DeskDb db, TicketFilter filter, DateTimeOffset now)
    {
        foreach (var field in filter.Fields?.Each ?? [])
        {
            if (field.Keys is { Not: false } keys && keys.Values.ToArray() is var values)
                yield return values is [var one] ? db.CaseFields.Where(row => row.FieldId == field.FieldId && row.Value == one).Select(row => row.TicketId)
                    : db.CaseFields.Where(row => row.FieldId == field.FieldId && values.Contains(row.Value)).Select(row => row.TicketId);
        }

        if (filter.TagKeys is { Not: false } tags && tags.Values.ToArray() is var words)
            yield return words is [var one] ? db.CaseTags.Where(row => row.Key == one).Select(row => row.TicketId) : db.CaseTags.Where(row => words.Contains(row.Key)).Select(row => row.TicketId);
        if (filter is { StepLate: true, Scope: TicketScope.Open, AsOf: null }) yield return db.Tickets.Where(t => t.Status < TicketStatus.Answered && t.NextStepAt < now).Select(t => t.Id);
    }
}
