using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Bench;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Customers;

public sealed class MergePartiesTests
{
    private static readonly MergeChoice NameOfGone = new(new HashSet<MergeField> { MergeField.Name, MergeField.Email });

    [SkippableTheory, Engines]
    public async Task Two_people_become_one_with_all_their_cases_and_two_again(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var stays = await desk.PersonAsync("Rosa Cortes", "CC 52123456", House.Email("rosa@casa.example"), House.Telephone("3105556677"));
        var goes = await desk.PersonAsync("Rosa Cortés Niño", null, House.Email("rosa@oficina.example"), House.Telephone("310 555 6677"), House.Address("Cra 7", "Bogotá"));
        var first = await desk.FileAsync(petitioner: new() { Name = "Rosa Cortes", Document = "CC 52123456" });
        var second = await desk.FileAsync(petitioner: new() { Name = "Rosa Cortés Niño", Email = "rosa@oficina.example" });
        await desk.AnswerAsync(second.Number);
        await desk.Get<KeepParties>().NoteAsync(PartyKind.Person, goes, "Prefiere que la llamen", House.Lead, CancellationToken.None);

        Assert.Null(await MergeAsync(desk, PartyKind.Person, stays, goes, NameOfGone));

        Assert.Equal([second.Number, first.Number], await desk.FilingsAsync(PartyKind.Person, stays));
        var sight = await desk.SightAsync(PartyKind.Person, stays);
        Assert.Equal(("Rosa Cortés Niño", "CC 52123456"), (sight.Details.Name, sight.Details.Document));
        Assert.Equal(["rosa@oficina.example", "3105556677", "Cra 7", "rosa@casa.example"], sight.Details.Points.Select(point => point.Value));
        Assert.Equal("Prefiere que la llamen", Assert.Single(sight.Notes).Text);
        var merge = Assert.Single(sight.Merges);
        Assert.Equal((goes, "Rosa Cortés Niño", "Gloria Zuluaga", true, 1), (merge.FromId, merge.FromName, merge.By, merge.MayUndo, merge.Tickets));
        Assert.Equal(("Rosa Cortes", "rosa@casa.example"), (merge.Before.Into.Name, merge.Before.Into.Points[0].Value));
        Assert.Equal(stays, await desk.Get<ReadParty>().MergedIntoAsync(PartyKind.Person, goes, CancellationToken.None));
        Assert.Contains(new TicketEvent.PartyMerged(PartyKind.Person, goes, stays, "Rosa Cortés Niño"), await desk.LogAsync(second.Number));
        await RebuiltAsync(desk, first.Number, second.Number);
        Assert.Empty((await desk.PairsAsync(PartyKind.Person)).Pairs);

        // What was drawn before, and what knows her by the one that is gone, is hers.
        var drawn = await desk.FileAsync(petitioner: new() { Name = "Rosa", KnownId = goes });
        Assert.Equal(stays, (await desk.TicketAsync(drawn.Number)).PetitionerId);

        Assert.Null(await desk.Get<UndoMerge>().RunAsync(merge.Id, House.Lead, CancellationToken.None));

        Assert.Equal([second.Number], await desk.FilingsAsync(PartyKind.Person, goes));
        Assert.Equal([drawn.Number, first.Number], await desk.FilingsAsync(PartyKind.Person, stays));
        var back = await desk.SightAsync(PartyKind.Person, goes);
        Assert.Equal(("Rosa Cortés Niño", "rosa@oficina.example", "Bogotá"), (back.Details.Name, back.Details.Points[0].Value, back.Details.Points[^1].Municipality));
        Assert.Single(back.Notes);
        Assert.Equal(("Rosa Cortes", 2), ((await desk.SightAsync(PartyKind.Person, stays)).Details.Name, (await desk.SightAsync(PartyKind.Person, stays)).Details.Points.Count));
        Assert.Null(await desk.Get<ReadParty>().MergedIntoAsync(PartyKind.Person, goes, CancellationToken.None));
        Assert.Equal("Gloria Zuluaga", Assert.Single((await desk.SightAsync(PartyKind.Person, stays)).Merges).UndoneBy);
        await RebuiltAsync(desk, first.Number, second.Number);
        Assert.Single((await desk.PairsAsync(PartyKind.Person)).Pairs);
        Assert.Equal(RefusalCode.MergeNotUndone, (await desk.Get<UndoMerge>().RunAsync(merge.Id, House.Lead, CancellationToken.None))?.Code);
        Assert.Equal(2, (await desk.Get<FindContacts>().RunAsync("rosa", CancellationToken.None)).Count);
    }

    [SkippableTheory, Engines]
    public async Task Two_organisations_become_one_with_people_contracts_and_cases_and_two_again(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var stays = await desk.OrganisationAsync("Aguas del Norte", "NIT 800197268-4");
        var goes = await desk.OrganisationAsync("Aguas del Norte S.A. E.S.P.", null, House.Email("pqrs@aguas.example"));
        var rosa = await desk.PersonAsync(new PartyDetails { Name = "Rosa Cortés", Document = "CC 52123456", CustomerId = goes });
        var plan = await desk.AddAsync(new SupportPlan { Key = "oro", Version = 1, IsCurrent = true, Definition = Plan() });
        await desk.AddAsync(new Contract { Number = "C-1", CustomerId = goes, PlanId = plan.Id, State = ContractState.Draft, From = new(2026, 1, 1), Until = new(2026, 12, 31), Price = Money.Pesos(1_000_000m), Surcharge = Money.Pesos(50_000m) });
        var hers = await desk.FileAsync(petitioner: new() { Name = "Rosa Cortés", Document = "CC 52123456" });
        var anonymous = await desk.FileAsync(Samples.Filing with { CustomerId = goes }, Samples.Nobody);

        // It takes a name that the other one alone may have while it is there.
        Assert.Null(await MergeAsync(desk, PartyKind.Organisation, stays, goes, new(new HashSet<MergeField> { MergeField.Name, MergeField.Email })));

        var sight = await desk.SightAsync(PartyKind.Organisation, stays);
        Assert.Equal(("Aguas del Norte S.A. E.S.P.", "NIT 800197268-4"), (sight.Details.Name, sight.Details.Document));
        Assert.Equal([rosa], sight.People.Select(person => person.Id));
        Assert.Equal(["C-1"], sight.Contracts.Select(contract => contract.Number));
        Assert.Equal([hers.Number], await desk.FilingsAsync(PartyKind.Organisation, stays));
        Assert.Equal(stays, (await desk.TicketAsync(anonymous.Number)).CustomerId);
        await RebuiltAsync(desk, hers.Number, anonymous.Number);
        var late = await desk.FileAsync(Samples.Filing with { CustomerId = goes }, new() { Name = "Luis Peña" });
        Assert.Equal(stays, (await desk.TicketAsync(late.Number)).CustomerId);

        Assert.Null(await desk.Get<UndoMerge>().RunAsync(Assert.Single(sight.Merges).Id, House.Lead, CancellationToken.None));

        var back = await desk.SightAsync(PartyKind.Organisation, goes);
        Assert.Equal([rosa], back.People.Select(person => person.Id));
        Assert.Equal(["C-1"], back.Contracts.Select(contract => contract.Number));
        Assert.Equal([hers.Number], await desk.FilingsAsync(PartyKind.Organisation, goes));
        Assert.Equal("Aguas del Norte", (await desk.SightAsync(PartyKind.Organisation, stays)).Details.Name);
        await RebuiltAsync(desk, hers.Number, anonymous.Number);
    }

    [SkippableTheory, Engines]
    public async Task A_merge_that_cannot_be_is_refused_whole(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (one, other) = (await desk.PersonAsync("Rosa Cortés", "CC 52123456"), await desk.PersonAsync("Rosa Cortes", null));
        var filed = await desk.FileAsync(petitioner: new() { Name = "Rosa", KnownId = other });
        var merge = desk.Get<MergeParties>();
        var nothing = new MergeChoice(new HashSet<MergeField>());

        Assert.Equal(RefusalCode.MergeWithItself, (await merge.RunAsync(PartyKind.Person, new(one, 1), new(one, 1), nothing, House.Lead, CancellationToken.None))?.Code);
        Assert.Equal(RefusalCode.PartyNotFound, (await merge.RunAsync(PartyKind.Person, new(one, 1), new(999, 1), nothing, House.Lead, CancellationToken.None))?.Code);
        Assert.Equal(RefusalCode.PartyChanged, (await merge.RunAsync(PartyKind.Person, new(one, 1), new(other, 0), nothing, House.Lead, CancellationToken.None))?.Code);
        Assert.Equal(RefusalCode.PartyChanged, (await merge.RunAsync(PartyKind.Person, new(one, 7), new(other, 1), nothing, House.Lead, CancellationToken.None))?.Code);
        Assert.Equal(RefusalCode.RoleTooLow, (await merge.RunAsync(PartyKind.Organisation, new(1, 1), new(2, 1), nothing, Samples.Someone(), CancellationToken.None))?.Code);
        Assert.Equal(2, await desk.ReadAsync(db => db.Contacts.CountAsync()));
        Assert.Equal(0, await desk.ReadAsync(db => db.PartyMerges.CountAsync()));
        Assert.Single(await desk.LogAsync(filed.Number));

        Assert.Null(await MergeAsync(desk, PartyKind.Person, one, other, nothing));
        var sight = await desk.SightAsync(PartyKind.Person, one);
        await desk.Get<KeepParties>().SaveAsync(PartyKind.Person, one, sight.Version, sight.Details with { Name = "Rosa C." }, House.Lead, CancellationToken.None);
        Assert.False(Assert.Single((await desk.SightAsync(PartyKind.Person, one)).Merges).MayUndo);
        Assert.Equal(RefusalCode.MergeNotUndone, (await desk.Get<UndoMerge>().RunAsync(sight.Merges[0].Id, House.Lead, CancellationToken.None))?.Code);
        Assert.Equal([filed.Number], await desk.FilingsAsync(PartyKind.Person, one));
    }

    [SkippableTheory, Engines]
    public async Task An_organisation_that_a_policy_names_does_not_go(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (one, other) = (await desk.OrganisationAsync("Aguas"), await desk.OrganisationAsync("Aguas del Norte"));
        var policy = await desk.ReadAsync(db => db.Policies.AsNoTracking().FirstAsync(each => each.IsCurrent));
        await desk.AddAsync(new Domain.Sla.SlaPolicy { Key = "aguas", Version = 1, Order = 0, CalendarVersionId = policy.CalendarVersionId, IsCurrent = true, Definition = policy.Definition with { Name = "Aguas oro", Customers = [other] } });

        Assert.Equal(new Refusal(RefusalCode.NamedByRule, null, "Aguas oro"), await MergeAsync(desk, PartyKind.Organisation, one, other, new(new HashSet<MergeField>())));
        Assert.Null(await MergeAsync(desk, PartyKind.Organisation, other, one, new(new HashSet<MergeField>())));
    }

    [SkippableTheory, Engines]
    public async Task Contracts_and_what_they_promise_go_along_with_what_was_written_of_the_months_and_come_back(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (stays, goes) = (await desk.OrganisationAsync("Aguas"), await desk.OrganisationAsync("Aguas del Norte"));
        var (portal, plan) = (await desk.LaunchAsync(), await desk.OfferAsync());
        var contract = await desk.AgreeAsync(Agreements.Draft(goes, plan, portal.Id));
        await desk.AddAsync(Remarks(stays, 3, "de la que queda"));
        await desk.AddAsync(Remarks(goes, 3, "de la que se va"));
        await desk.AddAsync(Remarks(goes, 2, "de febrero"));
        await desk.AddAsync(new ReportPractice { CustomerId = goes });
        await StandsOnAsync(stays, null);

        Assert.Null(await MergeAsync(desk, PartyKind.Organisation, stays, goes, new(new HashSet<MergeField>())));

        await StandsOnAsync(stays, contract.Id);
        Assert.Equal(["de febrero", "de la que queda"], await RemarksAsync(stays));
        Assert.Equal(stays, await desk.ReadAsync(db => db.ReportPractices.Select(practice => practice.CustomerId).SingleAsync()));
        var trace = await desk.ReadAsync(db => db.PartyMerges.AsNoTracking().SingleAsync());
        Assert.Equal(("MonthRemarks", "de la que se va"), (Assert.Single(trace.Moved.Left).Table, trace.Moved.Left[0].Values["Text"]));

        Assert.Null(await desk.Get<UndoMerge>().RunAsync(trace.Id, House.Lead, CancellationToken.None));

        await StandsOnAsync(goes, contract.Id);
        await StandsOnAsync(stays, null);
        Assert.Equal(["de febrero"], await RemarksAsync(goes));

        async Task StandsOnAsync(int customer, int? expected) =>
            Assert.Equal(expected, (await desk.TicketAsync((await desk.FileAsync(Agreements.About(portal, customer))).Number)).ContractId);

        Task<List<string>> RemarksAsync(int customer) =>
            desk.ReadAsync(db => db.MonthRemarks.Where(remarks => remarks.CustomerId == customer).OrderBy(remarks => remarks.Month).Select(remarks => remarks.Text).ToListAsync());

        static MonthRemarks Remarks(int customer, int month, string text) => new() { CustomerId = customer, Month = new(2026, month, 1), Text = text, ChangedAt = TestClock.Tuesday, ChangedBy = "Gloria" };
    }

    [SkippableTheory, Engines]
    public async Task Two_people_are_two_again_also_where_their_organisation_became_another(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (aguas, norte) = (await desk.OrganisationAsync("Aguas"), await desk.OrganisationAsync("Aguas del Norte"));
        var stays = await desk.PersonAsync(new PartyDetails { Name = "Rosa Cortes", Document = "CC 52123456", CustomerId = norte });
        var goes = await desk.PersonAsync(new PartyDetails { Name = "Rosa Cortés", CustomerId = norte, Points = [House.Email("rosa@oficina.example")] });
        Assert.Null(await MergeAsync(desk, PartyKind.Person, stays, goes, new(new HashSet<MergeField>())));
        Assert.Null(await MergeAsync(desk, PartyKind.Organisation, aguas, norte, new(new HashSet<MergeField>())));

        var people = await desk.ReadAsync(db => db.PartyMerges.AsNoTracking().SingleAsync(merge => merge.Kind == PartyKind.Person));
        Assert.Null(await desk.Get<UndoMerge>().RunAsync(people.Id, House.Lead, CancellationToken.None));
        Assert.Equal([aguas, aguas], await desk.ReadAsync(db => db.Contacts.OrderBy(contact => contact.Id).Select(contact => contact.CustomerId!.Value).ToListAsync()));
    }

    [SkippableTheory, Engines]
    public async Task Two_whose_contracts_promise_the_same_are_not_made_one(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (stays, goes) = (await desk.OrganisationAsync("Aguas"), await desk.OrganisationAsync("Aguas del Norte"));
        var (portal, plan) = (await desk.LaunchAsync(), await desk.OfferAsync());
        var (one, other) = (await desk.AgreeAsync(Agreements.Draft(stays, plan, portal.Id)), await desk.AgreeAsync(Agreements.Draft(goes, plan, portal.Id)));

        Assert.Equal(new Refusal(RefusalCode.ContractsOverlap, null, $"{other.Number}, {one.Number}"), await MergeAsync(desk, PartyKind.Organisation, stays, goes, new(new HashSet<MergeField>())));
        Assert.Equal(2, await desk.ReadAsync(db => db.Customers.CountAsync(customer => customer.Id == stays || customer.Id == goes)));
    }

    [SkippableTheory, Engines]
    public async Task Filings_that_come_while_two_become_one_all_end_with_the_one_that_stays(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (stays, goes) = (await desk.PersonAsync("Rosa Cortés", "CC 52123456"), await desk.PersonAsync("Rosa Cortes", null, House.Email("rosa@oficina.example")));
        for (var at = 0; at < 5; at++) await desk.FileAsync(petitioner: new() { Name = "Rosa", Email = "rosa@oficina.example" });

        var filings = Enumerable.Range(0, 30).Select(_ => Task.Run(() => desk.TryFileAsync(Samples.Filing, new() { Name = "Rosa", Email = "rosa@oficina.example" }))).ToList();
        var merged = await MergeAsync(desk, PartyKind.Person, stays, goes, new(new HashSet<MergeField>()));
        var outcomes = await Task.WhenAll(filings);

        Assert.Null(merged);
        Assert.All(outcomes, outcome => Assert.NotNull(outcome.Receipt));
        Assert.Equal([stays], await desk.ReadAsync(db => db.Tickets.Select(t => t.PetitionerId!.Value).Distinct().ToListAsync()));
        Assert.Equal(35, await desk.ReadAsync(db => db.Tickets.CountAsync()));
    }

    /// <summary>Far more than can be loaded one by one while others wait.</summary>
    [SkippableTheory, Engines]
    public async Task Very_many_cases_go_over_and_back_each_with_its_line_and_as_its_log_says(Engine engine)
    {
        const int many = 6_000;
        await using var desk = await TestDesk.StartAsync(engine);
        var (stays, goes) = (await desk.OrganisationAsync("Aguas"), await desk.OrganisationAsync("Aguas del Norte"));
        var member = await desk.HireAsync();
        var (taken, closed, waiting) = ((await FileAsync()).Number, (await FileAsync()).Number, (await FileAsync()).Number);
        await desk.TakeAsync(taken, member);
        await desk.AnswerAsync(closed);
        await desk.CloseAsync(closed);
        await desk.WaitAsync(waiting);
        await ManyTickets.FillAsync(desk, many, desk.Clock.Now);
        await desk.Get<DeskWriter>().RunAsync(db => db.Tickets.Where(t => t.Source != null).ExecuteUpdateAsync(set => set.SetProperty(t => t.CustomerId, goes)), CancellationToken.None);
        var before = await desk.TicketAsync(taken);
        var told = new ConcurrentQueue<TicketChange>();
        using var reading = desk.Get<ITicketFeed>().Subscribe(changes => Array.ForEach([.. changes], told.Enqueue));
        desk.Clock.Now += TimeSpan.FromMinutes(5);

        Assert.Null(await MergeAsync(desk, PartyKind.Organisation, stays, goes, new(new HashSet<MergeField>())));

        Assert.Equal(many + 3, await desk.ReadAsync(db => db.Tickets.CountAsync(t => t.CustomerId == stays)));
        Assert.Equal(many + 3, told.Select(change => change.Id).Distinct().Count());
        Assert.All(told, change => Assert.IsType<TicketEvent.PartyMerged>(change.Happened[^1]));
        var after = await desk.TicketAsync(taken);
        Assert.Equal((before.Version + 1, desk.Clock.Now, before.IdleSince), (after.Version, after.ChangedAt, after.IdleSince));
        Assert.Equal("Gloria Zuluaga", after.Events[^1].ByName);
        await RebuiltAsync(desk, taken, closed, waiting);
        var merge = await desk.ReadAsync(db => db.PartyMerges.AsNoTracking().SingleAsync());
        Assert.Equal(many + 3, merge.Moved.Tickets.Count);

        // What the agent has before their eyes is not stale: nothing was done to the case.
        await desk.ChangeAsync(taken, (ticket, book, now) => ticket.Reply("Vamos en eso.", book, now), Actor.Staff(member), seen: before.Version);
        Assert.Null(await desk.Get<UndoMerge>().RunAsync(merge.Id, House.Lead, CancellationToken.None));
        Assert.Equal(many + 3, await desk.ReadAsync(db => db.Tickets.CountAsync(t => t.CustomerId == goes)));
        await RebuiltAsync(desk, taken, closed, waiting);

        Task<Receipt> FileAsync() => desk.FileAsync(Samples.Filing with { CustomerId = goes });
    }

    /// <summary>The steps of care that come with the product, some of which have a time of their own.</summary>
    [SkippableTheory, Engines]
    public async Task The_steps_of_a_case_and_their_times_stay_as_its_log_says(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await desk.AddAsync(new CareVersion { Definition = new(), MadeAt = TestClock.Tuesday, MadeBy = "Eva" });
        desk.Get<SlaShelf>().Refresh();
        var (stays, goes) = (await desk.OrganisationAsync("Aguas"), await desk.OrganisationAsync("Aguas del Norte"));
        var (going, waited, waiting) = ((await FileAsync()).Number, (await FileAsync()).Number, (await FileAsync()).Number);
        await desk.WaitAsync(waited);
        await desk.WaitAsync(waiting);
        desk.Clock.Now += TimeSpan.FromMinutes(40);
        await desk.ResumeAsync(waited);
        desk.Clock.Now += TimeSpan.FromMinutes(5);
        var before = (await desk.TicketAsync(going)).NextStepAt;
        Assert.NotNull(before);

        Assert.Null(await MergeAsync(desk, PartyKind.Organisation, stays, goes, new(new HashSet<MergeField>())));

        Assert.Equal(before, (await desk.TicketAsync(going)).NextStepAt);
        Assert.Equal(3, await desk.ReadAsync(db => db.Tickets.CountAsync(t => t.CustomerId == stays)));
        await RebuiltAsync(desk, going, waited, waiting);

        Task<Receipt> FileAsync() => desk.FileAsync(Samples.Filing with { CustomerId = goes });
    }

    [SkippableTheory, Engines]
    public async Task A_deadline_that_passed_unseen_stands_in_the_log_before_the_merge(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (stays, goes) = (await desk.PersonAsync("Rosa Cortés", "CC 52123456"), await desk.PersonAsync("Rosa Cortes", null, House.Email("rosa@oficina.example")));
        var number = (await desk.FileAsync(petitioner: new() { Name = "Rosa", Email = "rosa@oficina.example" })).Number;
        desk.Clock.Now += TimeSpan.FromDays(90);

        Assert.Null(await MergeAsync(desk, PartyKind.Person, stays, goes, new(new HashSet<MergeField>())));

        var log = await desk.LogAsync(number);
        Assert.Contains(log, line => line is TicketEvent.DeadlineBreached);
        Assert.IsType<TicketEvent.PartyMerged>(log[^1]);
        await RebuiltAsync(desk, number);
    }

    [SkippableTheory, Engines]
    public async Task Whatever_names_somebody_has_a_number_of_its_own_by_which_it_goes_over_and_back(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var db = await desk.Get<IDbContextFactory<DeskDb>>().CreateDbContextAsync();
        Assert.Contains("PartyNotes.ContactId", MergeTrace.LeadsTo(db, PartyKind.Person).Select(lead => lead.Name));
        Assert.Superset(new HashSet<string> { "Contacts.CustomerId", "Contracts.CustomerId", "PartyNotes.CustomerId" }, MergeTrace.LeadsTo(db, PartyKind.Organisation).Select(lead => lead.Name).ToHashSet());
    }

    private static async Task<Refusal?> MergeAsync(TestDesk desk, PartyKind kind, int stays, int goes, MergeChoice choice) => await desk.Get<MergeParties>().RunAsync(
        kind, new(stays, (await desk.SightAsync(kind, stays)).Version), new(goes, (await desk.SightAsync(kind, goes)).Version), choice, House.Lead, CancellationToken.None);

    private static async Task RebuiltAsync(TestDesk desk, params string[] numbers)
    {
        foreach (var number in numbers)
        {
            var stored = await desk.TicketAsync(number);
            Assert.Equal(TicketWords.Of(stored), TicketWords.Of(Ticket.Rebuild(stored.Events, await desk.BookAsync())));
        }
    }

    private static PlanDefinition Plan() => new("Oro", "horario", new Dictionary<Priority, Domain.Sla.Target>());
}
