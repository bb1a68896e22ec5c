using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Features;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench;

public sealed class ContactsBench : ISizedBench
{
    private const int Batch = 2_000;
    private static readonly string[] Given = ["María", "José", "Luz", "Carlos", "Ana", "Juan", "Rosa", "Andrés", "Gloria", "Jorge", "Claudia", "Óscar", "Ximena", "Hernán", "Íngrid"];
    private static readonly string[] Common = ["Rodríguez", "Gómez", "González", "Martínez", "López", "García", "Hernández", "Sánchez", "Ramírez", "Pérez"];
    private static readonly string[] Syllables = ["ba", "ce", "di", "fo", "gu", "ja", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu", "cha", "lle", "qui", "rro", "bra"];

    public string Name => "contacts";
    public string About => "Finding a caller while typing: the people who are shown, with their details.";
    public bool Usual => false;
    public IReadOnlyList<int> Sizes { get; set; } = [100_000];
    public string SizesMean => "contacts";
    public IReadOnlyList<string> Columns => ["engine, contacts", "typed", "found", "p50 ms", "p95 ms"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}", "not installed here", "", "", ""];
                continue;
            }

            foreach (var size in Sizes)
            {
                await using var desk = await TestDesk.StartAsync(engine);
                await FillAsync(desk, size);
                if (engine == Engine.Postgres) await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE"));
                foreach (var typed in (string[])["ma", "maria", "maria rodriguez", "rodriguez maria gonzalez", "maria rodrigues", "jernandez", "mria gomes", "3001234", "+57 300 123 4567", "CC 5000777", "persona777@", "xilofono"])
                {
                    var found = await FindAsync(desk, typed);
                    var timing = await Timing.OfAsync(() => FindAsync(desk, typed), brief: true);
                    yield return [$"{engine}, {size:N0}", typed, $"{found.Count}", timing.Percentile(50), timing.Percentile(95)];
                }
            }
        }
    }

    private static async Task FillAsync(TestDesk desk, int count)
    {
        var chance = new Random(1166);
        for (var from = 0; from < count; from += Batch)
        {
            var people = Enumerable.Range(from, Math.Min(Batch, count - from)).Select(i => new Contact
            {
                Name = $"{Given[chance.Next(Given.Length)]} {Surname(chance)} {Surname(chance)}",
                Document = $"CC {5_000_000 + i}",
                Telephone = $"+57 3{chance.Next(10):00} {chance.Next(1_000):000} {chance.Next(10_000):0000}",
                Email = i % 2 == 0 ? $"persona{i}@example.org" : null,
            }).ToList();
            await desk.Get<DeskWriter>().RunAsync(db =>
            {
                db.AddRange(people);
                return Task.FromResult(true);
            }, CancellationToken.None);
        }
    }

    /// <summary>One in three is called as everybody is; the others by one of some thousands of names.</summary>
    private static string Surname(Random chance) => chance.Next(3) == 0
        ? Common[chance.Next(Common.Length)]
        : string.Concat(Enumerable.Range(0, 3).Select(_ => Syllables[chance.Next(Syllables.Length)]));

    private static Task<IReadOnlyList<KnownContact>> FindAsync(TestDesk desk, string typed) => desk.Get<FindContacts>().RunAsync(typed, CancellationToken.None);
}
