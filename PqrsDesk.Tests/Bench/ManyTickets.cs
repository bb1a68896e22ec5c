using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Importing;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench;

/// <summary>A desk with a history: so many tickets over a year, one in ten of them open, through the import's own door.</summary>
internal static class ManyTickets
{
    private const int OneOpenIn = 10;

    /// <summary>Filling a million takes minutes: so often it says how far it is.</summary>
    private const int Step = 100_000;
    private static readonly string[] Areas = ["Atención al ciudadano", "Servicios en línea", "Facturación y recaudo", "Infraestructura y obras"];
    private static readonly string[] Topics = ["Cobro doble en la factura", "No llega el código para ingresar", "Luminarias apagadas en el parque", "Copia del acta", "Mala atención en la ventanilla"];

    private static readonly string[] Names = NamesOf(5_000);

    public static Task FillAsync(AnyDesk desk, int count, DateTimeOffset now) => WriteAsync(desk, count, now, "bench", i => i % OneOpenIn == 0);

    /// <summary>Only open ones, or only closed ones, beside what is there.</summary>
    public static Task FillAsync(AnyDesk desk, int count, bool open, DateTimeOffset now) => WriteAsync(desk, count, now, open ? "bench-open" : "bench-closed", _ => open);

    private static async Task WriteAsync(AnyDesk desk, int count, DateTimeOffset now, string source, Func<int, bool> isOpen)
    {
        var book = await desk.BookAsync();
        var filled = 0;
        foreach (var batch in Rows(count, now, isOpen).Chunk(ImportTickets.Batch))
        {
            await desk.Get<BatchWriter>().WriteAsync(batch, source, book, CancellationToken.None);
            filled += batch.Length;
            if (filled % Step < batch.Length) await Console.Error.WriteLineAsync($"{filled:N0} of {count:N0} tickets are filled in.");
        }
    }

    private static IEnumerable<ImportRow> Rows(int count, DateTimeOffset now, Func<int, bool> isOpen)
    {
        var chance = new Random(2578);
        for (var i = 0; i < count; i++)
        {
            var open = isOpen(i);
            var filed = now.AddDays(-(open ? chance.NextDouble() * 20 : 20 + chance.NextDouble() * 345));
            var (subject, description) = ManyWords.Usual.Of(chance, i, count);
            yield return new ImportRow(
                i, $"{i}", filed, filed.AddDays(5 + chance.NextDouble() * 20), open ? null : filed.AddDays(chance.NextDouble() * 19),
                Areas[chance.Next(Areas.Length)],
                new Filing
                {
                    Kind = (TicketKind)chance.Next(1, 9),
                    Subject = subject,
                    Description = description,
                    Channel = (Channel)chance.Next(1, 10),
                    AreaId = 0,
                    Topic = Topics[chance.Next(Topics.Length)],
                    Urgency = (Urgency)chance.Next(1, 4),
                    Impact = (Impact)chance.Next(1, 4),
                },
                new PetitionerDetails { Name = Names[i % Names.Length], Document = $"CC {i % Names.Length}" });
        }
    }

    private static string[] NamesOf(int people)
    {
        var chance = new Random(1437);
        return [.. Enumerable.Range(0, people).Select(_ => ManyWords.Usual.Name(chance))];
    }
}
