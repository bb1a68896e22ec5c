using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.RuleChanges;

/// <summary>What was stored, with the book of before it; or why nothing was.</summary>
public sealed record StoredChange(SlaChange? Change, SlaBook? Before, SlaProblem? Problem);

/// <summary>Adds the versions of an edit and makes them current. No version is ever written over.</summary>
public sealed class StoreChange(DeskWriter writer, TimeProvider clock)
{
    public Task<StoredChange> RunAsync(RuleAct act, Actor by, CancellationToken cancel) =>
        writer.RunAsync(db => StoreAsync(db, act, by, cancel), cancel, stored => stored.Problem is null);

    /// <summary>In the caller's own transaction, which with a problem is not to be committed. Once it is, <see cref="SlaShelf.Refresh"/> is called.</summary>
    public async Task<StoredChange> StoreAsync(DeskDb db, RuleAct act, Actor by, CancellationToken cancel)
    {
        // Administrators of several nodes stand in line: each sees what the one before left. SQLite has one writer anyway.
        if (db is PostgresDeskDb) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('pqrsdesk-sla'))", cancel);
        var calendars = await db.Calendars.ToListAsync(cancel);
        var policies = await db.Policies.ToListAsync(cancel);
        var book = new SlaBook(calendars, policies);
        var now = Moment.Of(clock.GetUtcNow(), book.Zone, by);
        var asked = await act.RunAsync(db, book, now, cancel);
        if (asked.Edit is not { } edit) return new(null, null, asked.Problem);
        if (edit.Refuse(book, await SlaNamesQuery.ReadAsync(db, cancel)) is { } problem) return new(null, null, problem);
        var change = edit.In(book, now.At, by.Name);
        var calendar = change.Calendar is { } version ? await AddAsync(db, version, calendars, cancel) : null;
        var replaced = change.Policies.Select(policy => policy.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var old in policies) old.IsCurrent &= !replaced.Contains(old.Key);
        var made = change.Policies.Select(policy => Stored(policy, calendar?.Id ?? policy.CalendarVersionId)).ToList();
        db.Policies.AddRange(made);
        return new(new(calendar, made) { Again = change.Again }, book, null);
    }

    private static async Task<CalendarVersion> AddAsync(DeskDb db, CalendarVersion made, List<CalendarVersion> before, CancellationToken cancel)
    {
        foreach (var old in before) old.IsCurrent &= old.Key != made.Key;
        var stored = new CalendarVersion
        {
            Key = made.Key,
            Version = made.Version,
            IsCurrent = true,
            Definition = made.Definition,
            MadeAt = made.MadeAt,
            MadeBy = made.MadeBy,
        };
        db.Calendars.Add(stored);

        // The policies that follow it need its number.
        await db.SaveChangesAsync(cancel);
        return stored;
    }

    private static SlaPolicy Stored(SlaPolicy made, int calendarVersionId) => new()
    {
        Key = made.Key,
        Version = made.Version,
        Order = made.Order,
        CalendarVersionId = calendarVersionId,
        IsCurrent = true,
        Definition = made.Definition,
        MadeAt = made.MadeAt,
        MadeBy = made.MadeBy,
    };
}
