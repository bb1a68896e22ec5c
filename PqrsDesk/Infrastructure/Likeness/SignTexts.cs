using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Likeness;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Likeness;

/// <summary>Reads what was filed out of the log, and says of each text which earlier one it nearly is.</summary>
/// <remarks>
/// Past the filing door, which has a thousand others to file meanwhile. Positions of the log run in the order of the commits,
/// so nothing appears later behind what was read. Oldest first: the first to say something is the one that the others are
/// held against, so that a group does not wander.
/// </remarks>
public sealed class SignTexts(IDbContextFactory<DeskDb> desk, DeskWriter writer)
{
    /// <summary>Filings of one transaction: some tens of milliseconds, which a filing may have to wait for on SQLite.</summary>
    private const int Batch = 200;

    /// <summary>Nearly the same: a word in ten may be another.</summary>
    internal const double Alike = 0.75;

    /// <summary>To the end of the log.</summary>
    /// <returns>How many filings were read.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        for (var read = 0; ;)
        {
            var batch = await ReadAsync(cancel);
            if (batch is null || !await writer.RunAsync(db => KeepAsync(db, batch, cancel), cancel, kept => kept)) return read;
            read += batch.Signatures.Count;
            if (!batch.IsFull) return read;
        }
    }

    /// <returns>Null: there is nothing new.</returns>
    private async Task<SignedBatch?> ReadAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var position = await db.TextReadings.Where(reading => reading.Id == TextReading.Only).Select(reading => (long?)reading.Position).SingleOrDefaultAsync(cancel);

        // Before the lines are read: what comes meanwhile is read the next time.
        var end = await db.Events.MaxAsync(line => (long?)line.Id, cancel) ?? 0;
        if (end <= (position ?? 0)) return null;
        var lines = await db.Events.AsNoTracking().Where(line => line.Id > (position ?? 0) && line.Id <= end && line.Sequence == 1)
            .OrderBy(line => line.Id).Take(Batch).ToListAsync(cancel);
        lines.Sort((one, other) => one.Id.CompareTo(other.Id));
        var full = lines.Count == Batch;
        return await SignAsync(db, lines, position, full ? lines[^1].Id : end, full, cancel);
    }

    private static async Task<SignedBatch> SignAsync(DeskDb db, List<LoggedEvent> lines, long? from, long to, bool full, CancellationToken cancel)
    {
        var texts = lines.ConvertAll(line => (Line: line, Sketch: TextSketch.Of(PrintOf(line.Event))));
        var firsts = await FirstsAsync(db, [.. texts.SelectMany(text => text.Sketch?.Bands() ?? []).Distinct()], cancel);
        var batch = new SignedBatch(from, to, full, [], []);
        foreach (var (line, sketch) in texts)
        {
            var (group, alike) = sketch is null ? (null, 1) : firsts.Nearest(sketch);
            var first = sketch is not null && group is null;
            batch.Signatures.Add(new TextSignature
            {
                TicketId = line.TicketId,
                FiledAt = line.At,
                GroupId = first ? line.TicketId : group,
                Percent = (int)(alike * 100),
                Sketch = first ? sketch!.Write() : null,
            });
            if (!first) continue;
            batch.Bands.AddRange(sketch!.Bands().Select(hash => new TextBand { Hash = hash, TicketId = line.TicketId }));
            firsts.Add(line.TicketId, sketch);
        }

        return batch;
    }

    private static async Task<FirstTexts> FirstsAsync(DeskDb db, long[] bands, CancellationToken cancel)
    {
        var firsts = new FirstTexts();
        var ids = await db.TextBands.Where(band => EF.Parameter(bands).Contains(band.Hash)).Select(band => band.TicketId).Distinct().ToArrayAsync(cancel);
        var known = await db.TextSignatures.Where(signature => EF.Parameter(ids).Contains(signature.TicketId) && signature.Sketch != null)
            .OrderBy(signature => signature.TicketId).Select(signature => new { signature.TicketId, signature.Sketch }).ToListAsync(cancel);
        foreach (var first in known) firsts.Add(first.TicketId, TextSketch.Read(first.Sketch!));
        return firsts;
    }

    private static async Task<bool> KeepAsync(DeskDb db, SignedBatch batch, CancellationToken cancel)
    {
        if (db is PostgresDeskDb) await db.Database.ExecuteSqlRawAsync("""LOCK TABLE "TextReadings" IN SHARE ROW EXCLUSIVE MODE""", cancel);
        var reading = await db.TextReadings.SingleOrDefaultAsync(cancel);

        // Another node was on duty meanwhile, and wrote these.
        if (reading?.Position != batch.From) return false;
        if (reading is null) db.TextReadings.Add(reading = new TextReading());
        reading.Position = batch.To;
        await db.InsertAsync(batch.Signatures, cancel);
        await db.InsertAsync(batch.Bands, cancel);
        return true;
    }

    private static TextPrint PrintOf(TicketEvent first) => first switch
    {
        TicketEvent.Filed filed => TextPrint.Of(filed.Filing.Subject, filed.Filing.Description),
        TicketEvent.Imported imported => TextPrint.Of(imported.Filing.Subject, imported.Filing.Description),
        _ => TextPrint.Of(null),
    };

    /// <param name="From">Where the log stood when it was read; null: at its beginning.</param>
    private sealed record SignedBatch(long? From, long To, bool IsFull, List<TextSignature> Signatures, List<TextBand> Bands);

    /// <summary>The first ones of groups, found by their bands.</summary>
    private sealed class FirstTexts
    {
        private readonly Dictionary<long, List<(long TicketId, TextSketch Sketch)>> _byBand = [];

        public void Add(long ticketId, TextSketch sketch)
        {
            foreach (var band in sketch.Bands())
            {
                if (!_byBand.TryGetValue(band, out var known)) _byBand[band] = known = [];
                known.Add((ticketId, sketch));
            }
        }

        /// <returns>Null: it is like none of them, and a first one itself.</returns>
        public (long? TicketId, double Alike) Nearest(TextSketch sketch)
        {
            (long? nearest, var most) = ((long?)null, 1.0);
            foreach (var band in sketch.Bands())
            {
                foreach (var (ticketId, other) in _byBand.GetValueOrDefault(band) ?? [])
                {
                    var alike = sketch.Resemblance(other);
                    if (alike < Alike || (nearest is not null && (alike < most || (alike == most && ticketId >= nearest)))) continue;
                    (nearest, most) = (ticketId, alike);
                }
            }

            return (nearest, most);
        }
    }
}
