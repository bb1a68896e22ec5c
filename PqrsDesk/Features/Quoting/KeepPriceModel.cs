using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Quoting;

/// <summary>A version as it was saved.</summary>
public sealed record PriceModelLine(int Id, DateTimeOffset MadeAt, string MadeBy);

/// <param name="Version">0: none was saved, what comes with the product holds.</param>
/// <param name="History">The newest first.</param>
public sealed record PriceModelSight(PriceModel Model, int Version, IReadOnlyList<PriceModelLine> History);

/// <summary>Keeps the model of prices as versions: none is written over, and each quote keeps the one it was made by.</summary>
public sealed class KeepPriceModel(DeskWriter writer, IDbContextFactory<DeskDb> desk, TimeProvider clock)
{
    private const int Listed = 10;

    public async Task<PriceModelSight> ReadAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var (version, model) = await ReadQuoter.NewestAsync(db, cancel);
        return new(model, version, await db.PriceModels.OrderByDescending(each => each.Id).Take(Listed).Select(each => new PriceModelLine(each.Id, each.MadeAt, each.MadeBy)).ToListAsync(cancel));
    }

    /// <param name="basedOn">The version that was before the administrator's eyes.</param>
    /// <returns>Nothing when it was saved.</returns>
    public async Task<IReadOnlyList<PriceProblem>> SaveAsync(PriceModel model, int basedOn, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Admin)) return [PriceProblemCode.NotAllowed];
        if (model.Refuse().ToList() is { Count: > 0 } wrong) return wrong;
        var problem = await writer.RunAsync(async db =>
        {
            // Two that save at once: the second is told of the first.
            if (db is PostgresDeskDb) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('pqrsdesk-prices'))", cancel);
            var (version, newest) = await ReadQuoter.NewestAsync(db, cancel);
            if (version != basedOn) return PriceProblemCode.ChangedMeanwhile;
            if (Same(newest, model)) return PriceProblemCode.NothingChanged;
            db.PriceModels.Add(new PriceModelVersion { Model = model, MadeAt = Moment.Of(clock.GetUtcNow(), TimeZoneInfo.Utc, by).At, MadeBy = by.Name });
            return (PriceProblemCode?)null;
        }, cancel, problem => problem is null);
        return problem is { } code ? [code] : [];
    }

    /// <summary>A value that is named and the usual one that is not are the same.</summary>
    private static bool Same(PriceModel one, PriceModel other) =>
        one.Currency == other.Currency && PriceParameterFacts.All.All(parameter => one[parameter] == other[parameter]) && JsonSerializer.Serialize(one.Roles, Json.Options) == JsonSerializer.Serialize(other.Roles, Json.Options);
}
