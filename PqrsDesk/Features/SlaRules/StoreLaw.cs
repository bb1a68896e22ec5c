using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.SlaRules;

/// <summary>What was saved, or why nothing was.</summary>
/// <param name="Rule">Null when the way of filing was saved.</param>
public sealed record StoredLaw(LegalProblem? Problem, LegalRule? Rule = null)
{
    public static implicit operator StoredLaw(LegalProblem problem) => new(problem);
}

/// <summary>Adds a version of a rule of law, or of how the desk files. No row is ever written over.</summary>
/// <remarks>They hold for what is filed from now on: an open case keeps the rule that it was promised.</remarks>
public sealed class StoreLaw(DeskWriter writer, SlaShelf shelf, TimeProvider clock)
{
    public Task<StoredLaw> RunAsync(LegalEdit edit, Actor by, CancellationToken cancel) => StoreAsync(by, (db, book, at) =>
    {
        if (edit.Refuse(book.Law) is { } problem) return problem;
        var rule = edit.In(book.Law, at, by.Name);
        db.LegalRules.Add(rule);
        return new StoredLaw(null, rule);
    }, cancel);

    public Task<StoredLaw> RunAsync(FilingPractice practice, Actor by, CancellationToken cancel) => StoreAsync(by, (db, book, at) =>
    {
        if (practice.Refuse(book) is { } problem) return problem;
        db.FilingPractices.Add(new FilingPracticeVersion { Practice = practice, MadeAt = at, MadeBy = by.Name });
        return new StoredLaw(null);
    }, cancel);

    private async Task<StoredLaw> StoreAsync(Actor by, Func<DeskDb, SlaBook, DateTimeOffset, StoredLaw> add, CancellationToken cancel)
    {
        if (!by.Is(Role.Admin)) return (LegalProblem)LegalProblemCode.NotAllowed;
        var stored = await writer.RunAsync(async db =>
        {
            // In line with whoever changes calendars and policies: each sees what the one before left.
            if (db is PostgresDeskDb) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('pqrsdesk-sla'))", cancel);
            var book = new SlaBook(await db.Calendars.AsNoTracking().ToListAsync(cancel), await db.Policies.AsNoTracking().ToListAsync(cancel), await db.LawAsync(cancel));
            return add(db, book, Moment.Of(clock.GetUtcNow(), book.Zone, by).At);
        }, cancel, outcome => outcome.Problem is null);
        if (stored.Problem is null) shelf.Refresh();
        return stored;
    }
}
