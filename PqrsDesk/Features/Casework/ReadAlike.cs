using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Likeness;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Likeness;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework;

/// <summary>A case that somebody said is no duplicate.</summary>
public sealed record DismissedCase(string Number, string Subject, string By, DateTimeOffset At);

/// <summary>How often the petitioner filed of late.</summary>
/// <param name="Contact">Whose cases the queue can show.</param>
public sealed record Repeats(int Contact, int Count, Repetition By);

/// <summary>What stands beside a case: its probable duplicates, and how often its petitioner files.</summary>
/// <param name="Repeats">Null: not often, or nobody's name is in the case.</param>
public sealed record CaseAlike(IReadOnlyList<AlikeCase> Duplicates, IReadOnlyList<DismissedCase> Dismissed, Repeats? Repeats)
{
    public static CaseAlike None { get; } = new([], [], null);
}

/// <summary>Reads it when the page is there already: nobody waits for it to open a case.</summary>
public sealed class ReadAlike(FindAlike find, IDbContextFactory<DeskDb> desk, TimeProvider clock)
{
    public async Task<CaseAlike> RunAsync(string radicado, Reader reader, CancellationToken cancel)
    {
        var duplicates = await find.OfTicketAsync(radicado, reader, cancel);
        await using var db = await desk.CreateDbContextAsync(cancel);
        var own = await db.Tickets.VisibleTo(reader).Where(t => t.Number == radicado && !t.ReservedIdentity).Select(t => new { t.Id, t.PetitionerId }).SingleOrDefaultAsync(cancel);
        if (own is null) return CaseAlike.None;
        var dismissed = await db.DistinctPairs.Where(pair => pair.FirstId == own.Id || pair.SecondId == own.Id)
            .Join(db.Tickets.VisibleTo(reader), pair => pair.FirstId == own.Id ? pair.SecondId : pair.FirstId, t => t.Id, (pair, t) => new DismissedCase(t.Number, t.Subject, pair.ByName, pair.At))
            .ToListAsync(cancel);
        return new(duplicates, [.. dismissed.OrderByDescending(each => each.At)], own.PetitionerId is { } contact ? await RepeatsAsync(db, contact, Repetition.Usual, cancel) : null);
    }

    private async Task<Repeats?> RepeatsAsync(DeskDb db, int contact, Repetition repetition, CancellationToken cancel)
    {
        var since = repetition.Since(clock.GetUtcNow());
        var count = await db.Tickets.CountAsync(t => t.PetitionerId == contact && t.FiledAt >= since && !t.ReservedIdentity, cancel);
        return count < repetition.LeastCases ? null : new(contact, count, repetition);
    }
}

/// <summary>Two texts beside one another.</summary>
public sealed record Comparison(string Number, string Other, IReadOnlyList<Passage> Text, IReadOnlyList<Passage> OtherText)
{
    public bool HasShared => Text.Any(passage => passage.Shared);
}

public sealed class CompareTexts(IDbContextFactory<DeskDb> desk)
{
    /// <returns>Null when one of the two is not there, or has a reserved identity.</returns>
    public async Task<Comparison?> RunAsync(string radicado, string other, Reader reader, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var texts = await db.Tickets.VisibleTo(reader).Where(t => (t.Number == radicado || t.Number == other) && !t.ReservedIdentity)
            .Join(db.Events.Where(line => line.Sequence == 1), t => t.Id, line => line.TicketId, (t, line) => new { t.Number, t.Subject, line.Event }).ToListAsync(cancel);
        if (texts.Find(each => each.Number == radicado) is not { } one || texts.Find(each => each.Number == other) is not { } another) return null;
        var (text, otherText) = SharedPassages.Of(Whole(one.Subject, one.Event), Whole(another.Subject, another.Event));
        return new(radicado, other, text, otherText);
    }

    private static string Whole(string subject, TicketEvent first) => $"{subject}\n\n{SearchedWords.TextOf(first)}";
}
