using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Importing.Parties;

/// <summary>What an import would do, or did.</summary>
/// <param name="Fresh">Rows that are new.</param>
/// <param name="Known">Rows of whoever is there already, by external id or document; organisations also by name, and people without either by name and e-mail or telephone; from before or from earlier in the list. They are left alone.</param>
public sealed record PartySummary(int Read, int Fresh, int Known, int Rejected, IReadOnlyList<RejectedRow> FirstRejected, IReadOnlyList<PartyRow> First);

/// <summary>Takes over a list of people or organisations, a batch at a time: looks through it first, and writes what is new.</summary>
public sealed class ImportParties(IDbContextFactory<DeskDb> desk, DeskWriter writer, IStringLocalizer<ImportingTexts> texts, TimeProvider clock)
{
    /// <summary>Rows of one transaction: few enough that others can write in between.</summary>
    public const int Batch = 500;
    private const int Shown = 10;

    public static bool May(PartyKind kind, Actor by) => by.Is(kind == PartyKind.Person ? Role.Agent : Role.Lead);

    /// <summary>Reads all of it and writes nothing.</summary>
    public Task<PartySummary> LookAsync(PartyKind kind, PartyFile file, PartyMap map, IProgress<int>? progress, CancellationToken cancel) =>
        RunAsync(kind, file, map, async rows =>
        {
            await using var db = await desk.CreateDbContextAsync(cancel);
            return (await FreshAsync(db, kind, rows, cancel)).Count;
        }, progress, cancel);

    /// <summary>Writes what is new. A batch that fails leaves none of its rows; those before it stay, and are known when it is run again.</summary>
    public Task<PartySummary> WriteAsync(PartyKind kind, PartyFile file, PartyMap map, Actor by, IProgress<int>? progress, CancellationToken cancel) =>
        !May(kind, by) ? throw new InvalidOperationException($"{by.Name} may not import.")
        : RunAsync(kind, file, map, rows => writer.RunAsync(async db =>
        {
            var fresh = await FreshAsync(db, kind, rows, cancel);
            await PartyBatch.WriteAsync(db, kind, fresh, by.Name, clock.GetUtcNow(), cancel);
            return fresh.Count;
        }, cancel), progress, cancel);

    private async Task<PartySummary> RunAsync(PartyKind kind, PartyFile file, PartyMap map, Func<List<PartyRow>, Task<int>> take, IProgress<int>? progress, CancellationToken cancel)
    {
        var reader = PartyReader.Of(kind, map, await OrganisationsAsync(kind, cancel), texts);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (first, rejected) = (new List<PartyRow>(), new List<RejectedRow>());
        var (read, good, fresh, wrong) = (0, 0, 0, 0);
        foreach (var rows in file.Rows().Chunk(Batch))
        {
            cancel.ThrowIfCancellationRequested();
            var batch = new List<PartyRow>(rows.Length);
            foreach (var csv in rows)
            {
                var (row, problems) = reader.Read(csv);
                if (row is null)
                {
                    wrong++;
                    if (rejected.Count < RejectedRows.Shown) rejected.Add(new(csv, problems));
                    continue;
                }

                good++;
                if (first.Count < Shown) first.Add(row);

                // What came earlier in the list is known, as what was there before.
                if (PartyIdentity.Of(kind, row.Details).ToList().TrueForAll(seen.Add)) batch.Add(row);
            }

            fresh += await take(batch);
            read += rows.Length;
            progress?.Report(read);
        }

        return new(read, fresh, good - fresh, wrong, rejected, first);
    }

    private static async Task<List<PartyRow>> FreshAsync(DeskDb db, PartyKind kind, List<PartyRow> rows, CancellationToken cancel)
    {
        var there = await PartyIdentity.ThereAsync(db, kind, rows.ConvertAll(row => row.Details), cancel);
        return rows.FindAll(row => !PartyIdentity.Of(kind, row.Details).Any(there.Contains));
    }

    private async Task<Dictionary<string, int>> OrganisationsAsync(PartyKind kind, CancellationToken cancel)
    {
        if (kind == PartyKind.Organisation) return [];
        await using var db = await desk.CreateDbContextAsync(cancel);
        var all = await db.Customers.Where(customer => customer.SortName != null).OrderBy(customer => customer.Id).Select(customer => new { customer.Id, customer.SortName }).ToListAsync(cancel);
        return all.GroupBy(customer => customer.SortName!, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Id, StringComparer.Ordinal);
    }
}
