using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Portal;

/// <param name="Tickets">Filed by its poster.</param>
public sealed record BranchLine(int Id, string Key, string Name, bool Active, int Tickets);

/// <summary>What an administrator sets of the portal.</summary>
public sealed record PortalSight(IReadOnlyList<BranchLine> Branches, IReadOnlyList<DataPolicy> Policies);

/// <summary>Why something was not saved. Each is a key of the portal's texts.</summary>
public enum PortalProblem
{
    NotAllowed = 1,
    NameMissing,
    NameTooLong,
    NameTaken,
    BranchGone,
    TextMissing,
    TextTooLong,
    TextUnchanged,
}

/// <summary>The branches that have posters, and the versions of the data policy.</summary>
public sealed class KeepPortal(IDbContextFactory<DeskDb> desk, DeskWriter writer, TimeProvider clock)
{
    public async Task<PortalSight> ReadAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return new(
            await db.Branches.OrderByDescending(branch => branch.Active).ThenBy(branch => branch.Name)
                .Select(branch => new BranchLine(branch.Id, branch.Key, branch.Name, branch.Active, db.Tickets.Count(ticket => ticket.BranchId == branch.Id))).ToListAsync(cancel),
            await db.DataPolicies.AsNoTracking().OrderByDescending(policy => policy.Version).ToListAsync(cancel));
    }

    /// <param name="id">Null: a new one.</param>
    /// <returns>Null when it was saved.</returns>
    public Task<PortalProblem?> SaveBranchAsync(int? id, string name, bool active, Actor by, CancellationToken cancel) => !by.Is(Role.Admin)
        ? Task.FromResult<PortalProblem?>(PortalProblem.NotAllowed)
        : writer.RunAsync(db => SaveAsync(db, id, name.Trim(), active, cancel), cancel, problem => problem is null);

    /// <summary>A new version; who agreed to an earlier one agreed to that one.</summary>
    public Task<PortalProblem?> PublishAsync(string text, Actor by, CancellationToken cancel) => !by.Is(Role.Admin)
        ? Task.FromResult<PortalProblem?>(PortalProblem.NotAllowed)
        : writer.RunAsync(db => PublishAsync(db, text.Trim().ReplaceLineEndings("\n"), by, cancel), cancel, problem => problem is null);

    private static async Task<PortalProblem?> SaveAsync(DeskDb db, int? id, string name, bool active, CancellationToken cancel)
    {
        var branches = await db.Branches.ToListAsync(cancel);
        var key = Branch.KeyOf(name);
        if (key.Length == 0) return PortalProblem.NameMissing;
        if (name.Length > Branch.NameLimit) return PortalProblem.NameTooLong;
        if (branches.Exists(branch => branch.Id != id && (Ticket.Fold(branch.Name) == Ticket.Fold(name) || (id is null && branch.Key == key)))) return PortalProblem.NameTaken;
        if (id is null) db.Branches.Add(new Branch { Key = key, Name = name });
        else if (branches.Find(branch => branch.Id == id) is { } known) (known.Name, known.Active) = (name, active);
        else return PortalProblem.BranchGone;
        return null;
    }

    private async Task<PortalProblem?> PublishAsync(DeskDb db, string text, Actor by, CancellationToken cancel)
    {
        var current = await db.DataPolicies.OrderByDescending(policy => policy.Version).FirstOrDefaultAsync(cancel);
        if (text.Length == 0) return PortalProblem.TextMissing;
        if (text.Length > DataPolicy.TextLimit) return PortalProblem.TextTooLong;
        if (text == current?.Text) return PortalProblem.TextUnchanged;
        db.DataPolicies.Add(new DataPolicy { Version = (current?.Version ?? 0) + 1, Text = text, PublishedAt = clock.GetUtcNow(), MadeBy = by.Name });
        return null;
    }
}
