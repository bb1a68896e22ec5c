using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Likeness;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework;
using PqrsDesk.Testing;
using Xunit;
using static PqrsDesk.Infrastructure.Likeness.AlikeTexts;

namespace PqrsDesk.Infrastructure.Likeness;

public sealed class FindAlikeTests
{
    private static readonly Reader Agent = new(AllTickets: true);

    [SkippableTheory, Engines]
    public async Task The_same_person_is_found_by_document_and_the_same_text_by_its_words(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var first = await FileAsync(desk, Water, new() { Name = "Rosa Cortés", Document = "CC 52.123.456" });
        await FileAsync(desk, Dark, new() { Name = "Rosa Cortés", Document = "CC 52.123.456" });
        await FileAsync(desk, Act, Somebody(1));
        desk.Clock.Advance(TimeSpan.FromDays(2));
        var again = await FileAsync(desk, "Buenas tardes. " + Water.Replace("turbia", "turvia", StringComparison.Ordinal), new() { Name = "Rosa Cortés", Document = "cc 52123456" });
        var neighbour = await FileAsync(desk, Water + " Atentamente, Luis Mora", Somebody(2));

        var found = await FindAsync(desk, again);

        Assert.Equal([first, neighbour], found.Select(each => each.Number));
        Assert.Equal([LikenessReason.SamePetitioner, LikenessReason.AlikeText], found[0].Likeness.Reasons);
        Assert.Equal(2, found[0].Likeness.Days);
        Assert.InRange(found[0].Likeness.TextPercent, 85, 99);
        Assert.Equal([LikenessReason.AlikeText], found[1].Likeness.Reasons);
        Assert.Equal([again, neighbour], (await FindAsync(desk, first)).Select(each => each.Number).Order());
        Assert.Empty(await FindAsync(desk, "PQRS-2026-999999"));
        Assert.Empty(await desk.Get<FindAlike>().OfTicketAsync(again, Reader.Nobody, CancellationToken.None));
    }

    [SkippableTheory, Engines]
    public async Task Somebody_is_the_same_by_address_and_telephone_too(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = await FileAsync(desk, Water, new() { Name = "Rosa Cortés", Email = "rosa@example.org", Telephone = "+57 300 765 4321" });

        foreach (var who in (PetitionerDetails[])[new() { Name = "R. C.", Document = "CC 52123456", Email = "ROSA@example.org" }, new() { Name = "Roza Cortez", Telephone = "3007654321" }])
        {
            var found = await desk.Get<FindAlike>().OfDraftAsync(who, "", Water, desk.Clock.Now, Agent, CancellationToken.None);
            Assert.Equal(number, Assert.Single(found).Number);
            Assert.True(found[0].Likeness.IsOnePerson);
        }
    }

    [SkippableTheory, Engines]
    public async Task A_reserved_identity_has_no_duplicates_and_is_nobodys(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var open = await FileAsync(desk, Water, new() { Name = "Rosa Cortés", Document = "CC 52123456" });
        var reserved = await FileAsync(desk, Water, new() { Name = "Rosa Cortés", Document = "CC 52123456", Reserved = true });
        var anonymous = await FileAsync(desk, Water, Samples.Nobody);
        await desk.Get<SignTexts>().RunAsync(CancellationToken.None);

        Assert.Equal([anonymous], (await FindAsync(desk, open)).Select(each => each.Number));
        Assert.Equal([open], (await FindAsync(desk, anonymous)).Select(each => each.Number));
        Assert.Empty(await FindAsync(desk, reserved));
        Assert.Empty(await desk.Get<FindAlike>().OfDraftAsync(new() { Name = "Rosa Cortés", Reserved = true }, "", Water, desk.Clock.Now, Agent, CancellationToken.None));
        Assert.Null(await desk.Get<CompareTexts>().RunAsync(open, reserved, Agent, CancellationToken.None));
        Assert.Equal(CaseAlike.None, await desk.Get<ReadAlike>().RunAsync(reserved, Agent, CancellationToken.None));
    }

    [SkippableTheory, Engines]
    public async Task After_three_months_it_is_another_matter(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await FileAsync(desk, Water, Somebody(1));
        desk.Clock.Advance(TimeSpan.FromDays(CaseLikeness.MostDays + 1));
        Assert.Empty(await FindAsync(desk, await FileAsync(desk, Water, Somebody(1))));
    }

    [SkippableTheory, Engines]
    public async Task Two_that_somebody_told_apart_are_not_proposed_again_until_it_is_taken_back(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (one, other) = (await FileAsync(desk, Water, Somebody(1)), await FileAsync(desk, Water, Somebody(2)));
        var (apart, by) = (desk.Get<TellApart>(), Samples.Someone());

        var decisions = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => i % 2 == 0 ? apart.RunAsync(other, one, by, CancellationToken.None) : apart.RunAsync(one, other, by, CancellationToken.None)));

        Assert.All(decisions, decision => Assert.True(decision.Succeeded));
        foreach (var (here, there) in ((string, string)[])[(one, other), (other, one)])
        {
            var alike = await desk.Get<ReadAlike>().RunAsync(here, Agent, CancellationToken.None);
            Assert.Empty(alike.Duplicates);
            var dismissed = Assert.Single(alike.Dismissed);
            Assert.Equal((there, "Ana Restrepo", desk.Clock.Now), (dismissed.Number, dismissed.By, dismissed.At));
        }

        Assert.True((await apart.TakeBackAsync(one, other, by, CancellationToken.None)).Succeeded);
        Assert.Single(await FindAsync(desk, one));
        Assert.Equal(RefusalCode.TicketNotFound, Assert.IsType<Decision.Refused>(await apart.RunAsync(one, one, by, CancellationToken.None)).Refusal.Code);
        Assert.Equal(RefusalCode.RoleTooLow, Assert.IsType<Decision.Refused>(await apart.RunAsync(one, other, Actor.Petitioner("x"), CancellationToken.None)).Refusal.Code);
    }

    [SkippableTheory, Engines]
    public async Task What_is_answered_with_another_or_should_not_have_been_filed_is_no_duplicate(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var numbers = new List<string>();
        for (var who = 1; who <= 4; who++) numbers.Add(await FileAsync(desk, Water, Somebody(who)));
        Assert.Equal(3, (await FindAsync(desk, numbers[0])).Count);

        Assert.Equal(Decision.Ok, await desk.Get<RelateTickets>().RunAsync(numbers[0], null, new CaseAct.Merge(numbers[1], "Es lo mismo."), Samples.Someone(), CancellationToken.None));
        await desk.ChangeAsync(numbers[2], (ticket, book, now) => ticket.Void(VoidKind.Void, "Era una prueba.", book, now), Samples.Someone(Role.Lead));

        Assert.Equal(numbers[3], Assert.Single(await FindAsync(desk, numbers[0])).Number);
    }

    [SkippableTheory, Engines]
    public async Task Hostile_text_is_sought_like_any(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        foreach (var text in (string[])["'; DROP TABLE \"Tickets\"; -- y más palabras para que sea largo", "\" OR * NEAR(a b) ¶№§ palabras raras 'comillas' \\ & | ! :*", "\ud800 mitad de un signo y otras palabras más largas"])
        {
            await FileAsync(desk, text, Somebody(1));
            Assert.Single(await desk.Get<FindAlike>().OfDraftAsync(Somebody(1), "", text, desk.Clock.Now, Agent, CancellationToken.None));
        }
    }

    [SkippableTheory, Engines]
    public async Task The_filters_by_petitioner_and_by_what_is_alike_mean_the_same_in_both(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        foreach (var who in (PetitionerDetails[])[Somebody(1), Somebody(1), Somebody(2), Samples.Nobody, Somebody(1) with { Reserved = true }]) await FileAsync(desk, Water, who);
        await FileAsync(desk, Dark, Somebody(1));
        await desk.Get<SignTexts>().RunAsync(CancellationToken.None);
        var all = await desk.ReadAsync(db => db.Tickets.AsNoTracking().Include(t => t.Signature).OrderBy(t => t.Id).ToListAsync());
        var now = desk.Clock.Now;

        foreach (var (filter, count) in ((TicketFilter, int)[])[
            (new() { PetitionerId = all[0].PetitionerId }, 3), (new() { PetitionerId = all[4].PetitionerId }, 0), (new() { AlikeTo = all[0].Id }, 5), (new() { AlikeTo = all[5].Id, PetitionerId = all[0].PetitionerId }, 1), (new() { AlikeTo = 0 }, 0)])
        {
            var byHand = all.Where(ticket => filter.Matches(ticket, now, now)).Select(ticket => ticket.Id).ToList();
            Assert.Equal(count, byHand.Count);
            Assert.Equal(byHand, await desk.ReadAsync(db => Persistence.TicketFilters.Matching(db.Tickets, filter, now, now).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync()));
            Assert.Equal(filter, Ui.FilterAddress.Read(Ui.FilterAddress.Of(filter)));
        }
    }

    private static async Task<string> FileAsync(TestDesk desk, string text, PetitionerDetails who) => (await desk.FileAsync(Saying(text), who)).Number;

    private static Task<IReadOnlyList<AlikeCase>> FindAsync(TestDesk desk, string number) => desk.Get<FindAlike>().OfTicketAsync(number, Agent, CancellationToken.None);
}
