using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Catalogue;
using PqrsDesk.Features.Customers;
using PqrsDesk.Features.Importing.Parties;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench;

public sealed class PartiesBench : ISizedBench
{
    private static readonly string[] Given = ["Comercial", "Acueducto", "Hospital", "Colegio", "Transportes", "Ferretería", "Fundación", "Alcaldía"];
    private static readonly Actor Lead = Samples.Someone(Role.Lead, 2, "Gloria Zuluaga");

    public string Name => "parties";
    public string About => "Organisations and people: a list taken over (CSV), found in the lists, made one with all their cases, and a platform renamed with all of its own.";
    public bool Usual => false;
    public IReadOnlyList<int> Sizes { get; set; } = [10_000, 100_000];
    public string SizesMean => "parties of each kind, and cases";
    public IReadOnlyList<string> Columns => ["engine, of each", "rows a second, organisations", "people", "list, p95 ms", "word of all", "rare word", "common word, open cases", "merge, s", "undo, s", "rename, s"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            foreach (var size in Sizes)
            {
                if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
                {
                    yield return [$"{engine}, {size:N0}", "not installed here", .. Enumerable.Repeat("", Columns.Count - 2)];
                    continue;
                }

                await using var desk = await TestDesk.StartAsync(engine);
                yield return [$"{engine}, {size:N0}", .. await MeasureAsync(desk, size)];
            }
        }
    }

    private static async Task<string[]> MeasureAsync(TestDesk desk, int size)
    {
        var organisations = await ImportAsync(desk, PartyKind.Organisation, size, at => $"{Given[at % Given.Length]} Organización {at};NIT {800_000_000 + at};o{at}@example.org;601{at:0000000};Bogotá");
        var people = await ImportAsync(desk, PartyKind.Person, size, at => $"Persona {Given[at % Given.Length]} {at};CC {20_000_000 + at};p{at}@example.org;300{at:0000000};Tunja");
        await ManyTickets.FillAsync(desk, size, desk.Clock.Now);
        var (one, other) = (await HeldAsync(desk), await desk.ReadAsync(db => db.Customers.OrderBy(customer => customer.Id).Select(customer => customer.Id).Skip(1).FirstAsync()));
        var list = desk.Get<ListParties>();
        var texts = new PartyQuery[] { new(), new("organizacion"), new("organizacion 77"), new("hospital", Open: true) };
        var found = new List<string>();
        foreach (var query in texts) found.Add((await Timing.OfAsync(() => list.CustomersAsync(query, null, ListParties.Page, CancellationToken.None), brief: true)).Percentile(95));
        var merged = await SecondsAsync(async () => await desk.Get<MergeParties>().RunAsync(PartyKind.Organisation, new(other, 1), new(one, 1), new(new HashSet<MergeField>()), Lead, CancellationToken.None));
        var merge = await desk.ReadAsync(db => db.PartyMerges.AsNoTracking().SingleAsync());
        if (merge.Moved.Tickets.Count != size) throw new InvalidOperationException($"{merge.Moved.Tickets.Count} of {size} cases went over.");
        var undone = await SecondsAsync(async () => await desk.Get<UndoMerge>().RunAsync(merge.Id, Lead, CancellationToken.None));
        var portal = await desk.ReadAsync(db => db.Products.AsNoTracking().SingleAsync(product => product.Name == "Portal"));
        var form = PlatformForm.Of(portal, []);
        form.Name = "Portal ciudadano";
        var renamed = await SecondsAsync(async () => (await desk.Get<KeepPlatforms>().SaveAsync(form, Lead, CancellationToken.None)).Fault is null ? null : new Refusal(RefusalCode.NothingChanged));
        return [organisations, people, .. found, merged, undone, renamed];
    }

    private static async Task<string> ImportAsync(TestDesk desk, PartyKind kind, int size, Func<int, string> row)
    {
        var text = new StringBuilder("Nombre;Documento;Correo;Teléfono;Municipio\n");
        for (var at = 0; at < size; at++) text.Append(row(at)).Append('\n');
        using var file = await PartyFile.TakeAsync(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "lista.csv", CancellationToken.None);
        var since = Stopwatch.GetTimestamp();
        var kept = await desk.Get<ImportParties>().WriteAsync(kind, file, PartyMap.Guess(kind, file.Header), Lead, null, CancellationToken.None);
        if (kept.Fresh != size) throw new InvalidOperationException($"{kept.Fresh} of {size} rows were kept.");
        return (size / Stopwatch.GetElapsedTime(since).TotalSeconds).ToString("N0", CultureInfo.InvariantCulture);
    }

    /// <summary>All cases are of one organisation and about one platform; by the tables, for how they came to be so is not what is measured.</summary>
    private static async Task<int> HeldAsync(TestDesk desk)
    {
        var one = await desk.ReadAsync(db => db.Customers.MinAsync(customer => customer.Id));
        await desk.Get<KeepPlatforms>().SaveAsync(new() { Name = "Portal" }, Lead, CancellationToken.None);
        await desk.Get<DeskWriter>().RunAsync(db => db.Tickets.ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.CustomerId, one).SetProperty(ticket => ticket.Product, "Portal")), CancellationToken.None);
        await desk.ReadAsync(db => db is PostgresDeskDb ? db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE") : Task.FromResult(0));
        return one;
    }

    private static async Task<string> SecondsAsync(Func<Task<Refusal?>> run)
    {
        var since = Stopwatch.GetTimestamp();
        if (await run() is { } refusal) throw new InvalidOperationException($"Refused: {refusal.Code}.");
        return Stopwatch.GetElapsedTime(since).TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
    }
}
