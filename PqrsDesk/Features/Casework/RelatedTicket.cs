using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework;

/// <summary>How another case has to do with the one that is looked at.</summary>
public enum Relation
{
    /// <summary>It is the case that this one was split off from.</summary>
    Whole = 1,
    Part,

    /// <summary>This one is answered with it.</summary>
    Into,

    /// <summary>It is answered with this one.</summary>
    Absorbed,
    Linked,
}

/// <summary>A case that has to do with the one that is looked at.</summary>
public sealed record RelatedTicket(Relation How, string Number, TicketKind Kind, string Subject, TicketStatus Status, DateTimeOffset FiledAt, DateTimeOffset? NextDueAt)
{
    /// <summary>Read from the log of the one that is looked at: the logs of both say it.</summary>
    public static async Task<IReadOnlyList<RelatedTicket>> ReadAsync(DeskDb db, Relations relations, CancellationToken cancel)
    {
        var numbers = relations.All.Distinct().ToArray();
        if (numbers.Length == 0) return [];
        var found = await db.Tickets.Where(t => numbers.Contains(t.Number))
            .Select(t => new RelatedTicket(Relation.Linked, t.Number, t.Kind, t.Subject, t.Status, t.FiledAt, t.NextDueAt)).ToDictionaryAsync(t => t.Number, cancel);
        return
        [
            .. As(Relation.Whole, relations.PartOf), .. As(Relation.Part, [.. relations.Parts]), .. As(Relation.Into, relations.MergedInto),
            .. As(Relation.Absorbed, [.. relations.Absorbed]), .. As(Relation.Linked, [.. relations.Linked]),
        ];

        IEnumerable<RelatedTicket> As(Relation how, params string?[] these) => these.OfType<string>().Select(found.GetValueOrDefault).OfType<RelatedTicket>().Select(other => other with { How = how });
    }
}
