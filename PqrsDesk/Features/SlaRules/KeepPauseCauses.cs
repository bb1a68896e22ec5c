using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.SlaRules;

/// <param name="Uses">Pauses that had it by this name.</param>
public sealed record PauseCauseLine(int Id, string Name, bool Active, int Uses);

/// <summary>The catalogue of why a case may wait for its petitioner.</summary>
public sealed class KeepPauseCauses(IDbContextFactory<DeskDb> desk, DeskWriter writer)
{
    public async Task<IReadOnlyList<PauseCauseLine>> ReadAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.PauseCauses.OrderByDescending(cause => cause.Active).ThenBy(cause => cause.Id)
            .Select(cause => new PauseCauseLine(cause.Id, cause.Name, cause.Active, db.Pauses.Count(pause => pause.Cause == cause.Name))).ToListAsync(cancel);
    }

    /// <param name="id">Null: a new one.</param>
    /// <returns>Null when it was saved.</returns>
    public Task<SlaProblem?> SaveAsync(int? id, string name, bool active, Actor by, CancellationToken cancel) => !by.Is(Role.Admin)
        ? Task.FromResult<SlaProblem?>(SlaProblemCode.NotAllowed)
        : writer.RunAsync(db => SaveAsync(db, id, name.Trim(), active, cancel), cancel, problem => problem is null);

    private static async Task<SlaProblem?> SaveAsync(DeskDb db, int? id, string name, bool active, CancellationToken cancel)
    {
        var causes = await db.PauseCauses.ToListAsync(cancel);
        if (name.Length == 0) return new(SlaProblemCode.NameMissing, "name");
        if (name.Length > PauseCause.NameLimit) return new(SlaProblemCode.NameTooLong, "name", PauseCause.NameLimit.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (causes.Exists(cause => cause.Id != id && Ticket.Fold(cause.Name) == Ticket.Fold(name))) return new(SlaProblemCode.NameTaken, "name", name);
        if (id is null) db.PauseCauses.Add(new PauseCause { Name = name });
        else if (causes.Find(cause => cause.Id == id) is { } known) (known.Name, known.Active) = (name, active);
        else return SlaProblemCode.PauseCauseUnknown;
        return null;
    }
}
