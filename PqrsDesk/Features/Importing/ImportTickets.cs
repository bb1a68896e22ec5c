using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Importing;

/// <summary>Takes over the tickets of another system from a checked file, a batch at a time.</summary>
public sealed class ImportTickets(BatchWriter batches, SlaShelf shelf, ImportWords words, TimeProvider clock)
{
    /// <summary>Rows of one transaction: few enough that others can write in between, enough that a commit is cheap.</summary>
    public const int Batch = 500;

    /// <param name="rejectsPath">Where all rejected rows are written; null: nowhere.</param>
    /// <param name="progress">Told how many rows were read, after each batch.</param>
    /// <exception cref="ImportRefusedException">The file of rejected rows cannot be written.</exception>
    /// <exception cref="ImportStoppedException">Something outside the file stopped it.</exception>
    public async Task<ImportSummary> RunAsync(ImportFile file, string? rejectsPath, Action<int> progress, CancellationToken cancel)
    {
        using var rejected = new RejectedRows(rejectsPath, file, words);
        var reader = new RowReader(file.Map, file.Header, words["Priority.Reason", file.Map.Source], clock.GetUtcNow());
        var began = clock.GetTimestamp();
        var (read, written, imported) = (0, 0, 0);
        try
        {
            var book = await shelf.BookAsync();
            foreach (var rows in file.Rows().Chunk(Batch))
            {
                var good = new List<ImportRow>(rows.Length);
                foreach (var csv in rows)
                {
                    var (row, problems) = reader.Read(csv);
                    if (row is null) rejected.Add(csv, problems);
                    else good.Add(row);
                }

                imported += await batches.WriteAsync(good, file.Map.Source, book, cancel);
                written += good.Count;
                progress(read += rows.Length);
            }

            return Summary();
        }
        catch (Exception wrong)
        {
            throw new ImportStoppedException(Summary(), wrong);
        }

        ImportSummary Summary() => new(read, imported, written - imported, rejected.Count, rejected.First, clock.GetElapsedTime(began));
    }
}
