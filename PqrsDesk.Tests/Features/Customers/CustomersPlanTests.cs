using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Bench;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Importing.Parties;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Search;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Customers;

/// <summary>Neither engine reads the whole table of people, organisations, their points, pairs or cases for a page.</summary>
public sealed partial class CustomersPlanTests
{
    /// <summary>By their own number SQLite walks rows without naming an index, and a page stops it.</summary>
    private const string LatestFirst = """ORDER BY "c"."Id" DESC""";
    private const int Many = 3_000;
    private const int Tickets = 6_000;

    [SkippableTheory, Engines]
    public async Task No_page_reads_a_whole_table(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var plan = await desk.OrganisationAsync("Zeta", "NIT 800197268-4");
        var rosa = await desk.PersonAsync(new PartyDetails { Name = "Rosa Cortés", Document = "CC 52123456", CustomerId = plan, Points = [House.Email("a@example.org"), House.Email("b@example.org")] });
        for (var at = 0; at < 30; at++) await desk.FileAsync(Samples.Filing with { Topic = "Portal" }, new() { Name = "Rosa", Document = "CC 52123456" });
        await FillAsync(desk);
        await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync(engine == Engine.Postgres ? "VACUUM ANALYZE" : "ANALYZE"));
        var overheard = new Overheard(engine, desk.Connection);
        var (reader, none) = (Reader.Of(House.Lead), CancellationToken.None);
        var list = new ListParties(overheard, new ContactSearch(overheard));
        var faults = new List<string>();

        foreach (var query in new PartyQuery[] { new(), new(Active: null), new("organizacion"), new("organizacion 77"), new(Category: ServiceLevel.Critical) })
        {
            var first = await list.CustomersAsync(query, null, 20, none);
            await list.CustomersAsync(query, first.Next ?? new("organizacion 5", 3), 20, none);
            await HearAsync($"organisations {query}");
        }

        foreach (var query in new PartyQuery[] { new(), new(Active: null), new("persona"), new("persona 77"), new(CustomerId: plan) })
        {
            await list.PeopleAsync(query, null, 20, none);
            await list.PeopleAsync(query, new("", 2_000), 20, none);
            await HearAsync($"people {query}");
        }

        await new ReadPairs(overheard).RunAsync(PartyKind.Person, 1, none);
        await HearAsync("duplicates");
        foreach (var (kind, id) in new[] { (PartyKind.Organisation, plan), (PartyKind.Person, rosa) })
        {
            await new ReadParty(overheard, desk.Get<SlaShelf>(), desk.Clock).RunAsync(kind, id, reader, none);
            await HearAsync($"the page of a {kind}");
            await new ReadFilings(overheard).RunAsync(kind, id, new(), new(desk.Clock.Now.UtcTicks.ToString(CultureInfo.InvariantCulture), 9), reader, none);
            await HearAsync($"the filings of a {kind}");
        }

        await using (var db = overheard.CreateDbContext())
        {
            await ContactBook.FindAsync(db, [new() { Name = "Rosa", Email = "b@example.org" }, new() { Name = "Rosa", Telephone = "3000000007" }], none);
            await HearAsync("who files");
        }

        Assert.True(faults.Count == 0, string.Join("\n\n", faults));

        async Task HearAsync(string what)
        {
            foreach (var (sql, lines) in await overheard.PlansAsync())
                if (lines.Exists(line => WholeTable().IsMatch(line) && !lines.Contains($"CO-ROUTINE {line[(line.LastIndexOf(' ') + 1)..]}") && !(line == "SCAN c" && sql.Contains(LatestFirst, StringComparison.Ordinal)) && !IsReadOnce(line, lines))) faults.Add($"{what}:\n{string.Join('\n', lines)}\n{sql}");
        }
    }

    /// <summary>Of whom words lead to: some thousands of organisations PostgreSQL reads once rather than look a hundred of them up, one by one. Never so once for each.</summary>
    private static bool IsReadOnce(string line, List<string> plan) =>
        line.Contains("Seq Scan on Customers c ", StringComparison.Ordinal) && plan.Exists(each => each.Contains("Hash", StringComparison.Ordinal) && each.Contains("Join", StringComparison.Ordinal));

    /// <summary>By the import, which is the quickest way in.</summary>
    private static async Task FillAsync(TestDesk desk)
    {
        await ManyTickets.FillAsync(desk, Tickets, desk.Clock.Now);
        foreach (var (kind, name) in new[] { (PartyKind.Organisation, "Organización"), (PartyKind.Person, "Persona") })
        {
            var text = new StringBuilder("Nombre;Correo;Otro correo;Teléfono\n");
            for (var at = 0; at < Many; at++) text.Append(CultureInfo.InvariantCulture, $"{name} {at};p{at}@example.org;q{at}@example.org;300{at:0000000}\n");
            using var file = await PartyFile.TakeAsync(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "lista.csv", CancellationToken.None);
            var kept = await desk.Get<ImportParties>().WriteAsync(kind, file, PartyMap.Guess(kind, file.Header), House.Lead, null, CancellationToken.None);
            Assert.Equal(Many, kept.Fresh);
        }

        await desk.Get<DeskWriter>().RunAsync(db =>
        {
            db.AddRange(Enumerable.Range(10, Many).Select(at => new PartyPair { Kind = PartyKind.Person, FirstId = at, SecondId = at + 1, Weight = at % 90, Reasons = PairReasons.NearName }));
            db.Add(new PairReading { Kind = PartyKind.Person, Position = Many });
            return Task.FromResult(0);
        }, CancellationToken.None);
    }

    /// <summary>As in the test of the queue's lists: an index in order is walked as far as the page goes.</summary>
    [GeneratedRegex(@"Seq Scan on ""?(Tickets|Contacts|Customers|ContactPoints|ContactWords|CustomerWords|PartyPairs|Events)\b|^SCAN [ctpew]\d*$")]
    private static partial Regex WholeTable();
}
