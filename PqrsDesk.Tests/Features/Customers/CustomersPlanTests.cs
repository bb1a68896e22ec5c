using System.Text.RegularExpressions;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Search;
using PqrsDesk.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace PqrsDesk.Features.Customers;

/// <summary>Neither engine reads the whole table of people, organisations, their points, pairs or cases for a page.</summary>
public sealed partial class CustomersPlanTests
{
    private const int Many = 3_000;

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
        var list = new ListParties(overheard, new ContactSearch(overheard), new CustomerSearch());
        var faults = new List<string>();

        foreach (var query in new PartyQuery[] { new(), new(Active: null), new("organizacion 7"), new(Category: ServiceLevel.Critical) })
        {
            var first = await list.CustomersAsync(query, null, 20, none);
            await list.CustomersAsync(query, first.Next ?? new("organizacion 5", 3), 20, none);
            await HearAsync($"organisations {query}");
        }

        foreach (var query in new PartyQuery[] { new(), new(Active: null), new("persona 7"), new(CustomerId: plan) })
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
            await new ReadFilings(overheard).RunAsync(kind, id, new(), new(desk.Clock.Now.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture), 9), reader, none);
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
                if (lines.Exists(line => WholeTable().IsMatch(line))) faults.Add($"{what}:\n{string.Join('\n', lines)}\n{sql}");
        }
    }

    private static Task FillAsync(TestDesk desk) => desk.Get<DeskWriter>().RunAsync(async db =>
    {
        for (var at = 0; at < Many; at++)
        {
            var points = new[] { House.Email($"p{at}@example.org"), House.Email($"q{at}@example.org"), House.Telephone($"300{at:0000000}") };
            db.Add(Contact.Of(new PartyDetails { Name = $"Persona {at}", Points = points }.Tidy(), "Ana", desk.Clock.Now));
            db.Add(Customer.Of(new PartyDetails { Name = $"Organización {at}", Category = at % 40 == 0 ? ServiceLevel.Critical : ServiceLevel.Standard, Points = points }.Tidy(), "Ana", desk.Clock.Now));
            db.Add(new PartyPair { Kind = PartyKind.Person, FirstId = at + 10, SecondId = at + 11, Weight = at % 90, Reasons = PairReasons.NearName });
            if (at % 500 != 499) continue;
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        return 0;
    }, CancellationToken.None);

    /// <summary>As in the test of the queue's lists: an index in order is walked as far as the page goes.</summary>
    [GeneratedRegex(@"Seq Scan on ""?(Tickets|Contacts|Customers|ContactPoints|ContactWords|CustomerWords|PartyPairs|Events)\b|^SCAN [ctpew]\d*$")]
    private static partial Regex WholeTable();
}
