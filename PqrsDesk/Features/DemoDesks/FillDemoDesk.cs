using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>A part of the demo desk that is made by the product's own verbs, once its cases are there; in the order of registration.</summary>
public interface IDemoPart
{
    Task AddAsync(CancellationToken cancel);
}

/// <summary>Fills a desk where nobody works yet with the demo desk, so that every page has something worth looking at.</summary>
public sealed class FillDemoDesk(IServiceScopeFactory scopes, DeskWriter writer, SlaShelf shelf, ClassificationShelf classification, FilingNumbers numbers, IEnumerable<IDemoPart> parts, DeskSettings settings, TimeProvider clock)
{
    /// <returns>Whether it was filled.</returns>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        if (!settings.Demo || await HasPeopleAsync(cancel)) return false;
        var areas = await writer.RunAsync(db => AreasAsync(db, cancel), cancel);
        await HireAsync(areas, cancel);
        var filled = await writer.RunAsync(db => FillAsync(db, areas, cancel), cancel);
        classification.Refresh();
        shelf.Refresh();
        await writer.RunAsync(db => DemoTogether.AddAsync(db, clock.GetUtcNow(), cancel), cancel);
        foreach (var part in parts) await part.AddAsync(cancel);
        return filled;
    }

    private async Task<bool> HasPeopleAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeskDb>().Staff.AnyAsync(cancel);
    }

    private static async Task<List<Area>> AreasAsync(DeskDb db, CancellationToken cancel)
    {
        var areas = await db.Areas.ToListAsync(cancel);
        foreach (var name in DemoPeople.Areas)
        {
            if (areas.Exists(area => area.Name == name)) continue;
            var area = new Area { Name = name };
            db.Areas.Add(area);
            areas.Add(area);
        }

        return [.. DemoPeople.Areas.Select(name => areas.Find(area => area.Name == name)!)];
    }

    private async Task HireAsync(List<Area> areas, CancellationToken cancel)
    {
        foreach (var member in DemoPeople.Staff(areas))
        {
            cancel.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            var hired = await scope.ServiceProvider.GetRequiredService<StaffAccounts>().CreateAsync(member, null);
            if (!hired.Succeeded) throw new InvalidOperationException($"The demo desk could not hire {member.Email}: {hired.Errors.First().Description}");
        }
    }

    private static readonly string[] Branches = ["Sede Centro", "Sede Norte"];

    private async Task<bool> FillAsync(DeskDb db, List<Area> areas, CancellationToken cancel)
    {
        var customers = DemoPeople.Customers();
        db.Customers.AddRange(customers);
        var branches = Branches.Select(name => new Branch { Key = Branch.KeyOf(name), Name = name }).ToList();
        db.Branches.AddRange(branches);
        await db.SaveChangesAsync(cancel);
        await DemoClassification.AddAsync(db, areas, cancel);
        var contacts = DemoPeople.Contacts(new Random(2207), customers);
        db.Contacts.AddRange(contacts);
        await db.SaveChangesAsync(cancel);
        DemoParties.Add(db, contacts, customers, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        var staff = await db.Staff.AsNoTracking().ToListAsync(cancel);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), (await shelf.BookAsync()).Zone).DateTime);
        await DemoCatalogue.AddAsync(db, areas, branches, staff, clock.GetUtcNow(), today, cancel);

        await new DemoRouting(areas, staff, clock.GetUtcNow()).LayAsync(db, cancel);
        await DemoKnowledge.AddAsync(db, staff, clock.GetUtcNow(), cancel);
        DemoViews.Add(db, areas, staff);
        var causes = await db.PauseCauses.AsNoTracking().ToListAsync(cancel);
        var care = new CareVersion { Definition = DemoCare.Rules, MadeAt = clock.GetUtcNow(), MadeBy = "PqrsDesk" };
        db.CareVersions.Add(care);
        var last = new Dictionary<int, int>();
        foreach (var sequence in await db.FilingSequences.AsNoTracking().ToListAsync(cancel)) last[sequence.Year] = sequence.Last;
        var before = new Dictionary<int, int>(last);
        var tickets = new DemoTickets((await shelf.BookAsync()).With(CareBook.Of(care)), await db.RoutingBookAsync(clock.GetUtcNow(), cancel), areas, contacts, customers, staff, causes, clock.GetUtcNow()).Make(on =>
        {
            last[on.Year] = last.GetValueOrDefault(on.Year) + 1;
            return numbers.Format(on, last[on.Year]);
        });
        foreach (var (year, number) in last) await FilingSequence.TakeAsync(db, year, number - before.GetValueOrDefault(year), cancel);
        db.Tickets.AddRange(tickets);
        DemoDrafts.Add(db, tickets, clock.GetUtcNow());
        DemoReports.Add(db, tickets, customers, staff, (await shelf.BookAsync()).DateOf(clock.GetUtcNow()), clock.GetUtcNow());
        return true;
    }
}
