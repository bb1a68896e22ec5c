using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Protocols;

public sealed record NamedNumber(int Id, string Name);

/// <summary>A version as it was saved.</summary>
public sealed record ProtocolVersion(int Id, DateTimeOffset MadeAt, string MadeBy);

/// <summary>The rules of care as they hold, and what they can name.</summary>
/// <param name="Version">0: none was saved, what comes with the product holds.</param>
/// <param name="History">The newest first.</param>
public sealed record ProtocolSight(
    CareDefinition Definition, int Version, IReadOnlyList<ProtocolVersion> History, IReadOnlyList<NamedNumber> Areas, IReadOnlyList<NamedNumber> People, IReadOnlyList<LegalRegime> Regimes);

/// <summary>Keeps the rules of care as versions: none is written over, and the newest holds for every open case.</summary>
public sealed class KeepProtocol(DeskWriter writer, IDbContextFactory<DeskDb> desk, SlaShelf shelf, TimeProvider clock)
{
    private const int Listed = 10;

    public async Task<ProtocolSight> ReadAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var newest = await db.CareVersions.AsNoTracking().OrderByDescending(version => version.Id).FirstOrDefaultAsync(cancel);
        return new(
            newest?.Definition ?? new CareDefinition(), newest?.Id ?? 0,
            await db.CareVersions.OrderByDescending(version => version.Id).Take(Listed).Select(version => new ProtocolVersion(version.Id, version.MadeAt, version.MadeBy)).ToListAsync(cancel),
            await db.Areas.Where(area => area.Active).OrderBy(area => area.Name).Select(area => new NamedNumber(area.Id, area.Name)).ToListAsync(cancel),
            await db.Staff.Where(member => member.Active).OrderBy(member => member.Name).Select(member => new NamedNumber(member.Id, member.Name)).ToListAsync(cancel),
            [.. (await shelf.BookAsync()).Law.Regimes]);
    }

    /// <param name="basedOn">The version that was before the administrator's eyes.</param>
    /// <returns>Null when it was saved.</returns>
    public async Task<CareProblem?> SaveAsync(CareDefinition definition, int basedOn, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Admin)) return CareProblem.NotAllowed;
        var problem = await writer.RunAsync(async db =>
        {
            // Two that save at once: the second is told of the first.
            if (db is PostgresDeskDb) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('pqrsdesk-care'))", cancel);
            var newest = await db.CareVersions.AsNoTracking().OrderByDescending(version => version.Id).FirstOrDefaultAsync(cancel);
            if ((newest?.Id ?? 0) != basedOn) return CareProblem.ChangedMeanwhile;
            if (Same(newest?.Definition ?? new CareDefinition(), definition)) return CareProblem.NothingChanged;

            // Whoever left may still be named in a rule of before; a rule that is saved now names people who are there.
            var people = await db.Staff.Where(member => member.Active).Select(member => member.Id).ToListAsync(cancel);
            var areas = await db.Areas.Select(area => area.Id).ToListAsync(cancel);
            if (definition.Refuse(people.ToHashSet(), areas.ToHashSet()) is { } wrong) return wrong;
            db.CareVersions.Add(new CareVersion { Definition = definition, MadeAt = Moment.Of(clock.GetUtcNow(), TimeZoneInfo.Utc, by).At, MadeBy = by.Name });
            return (CareProblem?)null;
        }, cancel, problem => problem is null);
        if (problem is null) shelf.Refresh();
        return problem;
    }

    private static bool Same(CareDefinition one, CareDefinition other) =>
        JsonSerializer.Serialize(one, Json.Options) == JsonSerializer.Serialize(other, Json.Options);
}
