using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Tickets;

/// <summary>Void, link, split and merge: what each does to the cases that take part, and when it is refused.</summary>
public sealed class RelationTests
{
    private const string Why = "Es el mismo cobro.";

    [Theory]
    [InlineData(VoidKind.Void, Role.Lead, true)]
    [InlineData(VoidKind.Spam, Role.Lead, true)]
    [InlineData(VoidKind.Spam, Role.Agent, true)]
    [InlineData(VoidKind.Void, Role.Agent, false)]
    public async Task A_lead_voids_and_whoever_works_a_case_says_that_it_is_spam(VoidKind kind, Role role, bool may)
    {
        var it = (await Case.FiledAsync()).Take().At("03-04 09:00");
        var decision = it.Try((ticket, now) => ticket.Void(kind, "Publicidad.", it.Book, now), Actor.Staff(it.Cast.Ana) with { Role = role });
        Assert.Equal(may ? Decision.Ok : RefusalCode.RoleTooLow, decision);
        Assert.Equal(may ? TicketStatus.Voided : TicketStatus.InProgress, it.Ticket.Status);
    }

    [Fact]
    public async Task A_case_of_nobody_or_of_a_colleague_is_not_an_agents_to_call_spam()
    {
        var it = await Case.FiledAsync();
        Assert.Equal(RefusalCode.NotYourTicket, it.Try((ticket, now) => ticket.Void(VoidKind.Spam, "x", it.Book, now), Actor.Staff(it.Cast.Beto)));
        Assert.Equal(RefusalCode.NotYourTicket, it.Take().Try((ticket, now) => ticket.Void(VoidKind.Spam, "x", it.Book, now), Actor.Staff(it.Cast.Beto)));
        Assert.Equal(RefusalCode.NotYourTicket, it.Try((ticket, now) => ticket.Void(VoidKind.Spam, "x", it.Book, now), Actor.Program("filtro", Role.Agent)));
    }

    [Fact]
    public async Task What_is_voided_needs_a_kind_and_a_reason_and_must_be_open()
    {
        var it = await Case.FiledAsync();
        Assert.Equal(new Refusal(RefusalCode.ReasonMissing, "Reason"), it.Try(Voiding(it, VoidKind.Void, " "), Samples.Someone(Role.Lead)));
        Assert.Equal(new Refusal(RefusalCode.VoidingUnknown, "Kind"), it.Try(Voiding(it, default), Samples.Someone(Role.Lead)));
        Assert.Equal(RefusalCode.TicketNotOpen, it.Answer().Try(Voiding(it, VoidKind.Void), Samples.Someone(Role.Lead)));
    }

    [Fact]
    public async Task Voiding_releases_the_clocks_and_reopening_owes_them_again()
    {
        var it = (await Case.FiledAsync()).At("03-04 09:00");
        it.Do(Voiding(it, VoidKind.Void), Samples.Someone(Role.Lead)).Swept("06-01 09:00");
        Assert.Equal((null, null, null), (it.Ticket.NextDueAt, it.Ticket.BreachedAt, it.Ticket.AnsweredAt));
        Assert.Equal(DeadlineState.Released, it.Legal!.State);

        it.At("06-01 10:00").Reopen();
        Assert.Equal((TicketStatus.Filed, 1), (it.Ticket.Status, it.Ticket.ReopenedCount));
        Assert.True(it.Legal!.IsOwed);
        Assert.Equal(Rebuilt(it.Ticket, it.Book), TicketWords.Of(it.Ticket));
    }

    [Fact]
    public async Task A_link_is_in_both_logs_once_and_can_be_taken_back_from_either_side()
    {
        var (one, two, now) = await TwoAsync();
        Assert.Equal(new Refusal(RefusalCode.SameTicket, "Other"), one.Ticket.Link(one.Ticket, null, one.Book, now));
        Assert.Equal(Decision.Ok, one.Ticket.Link(two.Ticket, "La misma obra.", one.Book, now));
        Assert.Equal(Decision.Ok, two.Ticket.Link(one.Ticket, "Otra vez.", one.Book, now));
        Assert.Equal((2, 2), (one.Ticket.Version, two.Ticket.Version));
        Assert.Equal(new TicketEvent.Linked(two.Ticket.Number, "La misma obra."), one.Ticket.Events[^1].Event);
        Assert.Equal(new TicketEvent.Linked(one.Ticket.Number, "La misma obra."), two.Ticket.Events[^1].Event);

        Assert.Equal(Decision.Ok, two.Ticket.Unlink(one.Ticket, null, one.Book, now));
        Assert.Equal(new Refusal(RefusalCode.NotLinked, "Other"), one.Ticket.Unlink(two.Ticket, null, one.Book, now));
        Assert.Empty(Relations.Of(one.Ticket.Events.Select(line => line.Event)).Linked);
        Assert.Equal(new Refusal(RefusalCode.TextTooLong, "Note", "500"), one.Ticket.Link(two.Ticket, new string('x', 501), one.Book, now));
    }

    [Fact]
    public async Task A_part_has_its_own_term_from_the_original_filing_and_the_desks_promises_from_now()
    {
        var it = (await Case.FiledAsync(filing: Samples.Filing with { PetitionerId = 7, PetitionerName = "María", CustomerId = null, AnswerChannel = Customers.AnswerChannel.Email, AnswerTo = "m@example.org", Topic = "Cobros" })).At("03-10 09:00");
        var now = Moment.Of(it.Now, it.Book.Zone, Samples.Someone());
        var file = new SharedFile(Guid.NewGuid(), "contrato.pdf", 12, true);

        var (decision, part) = it.Ticket.Split(new PartWish(TicketKind.DocumentRequest, " Copia del contrato ", "Quiero una copia.", it.Cast.Other.Id), it.Ticket.FilingOf(), it.Cast.Other, null, [file], it.Book, now);

        Assert.Equal(Decision.Ok, decision);
        Assert.Equal(("PQRS-2026-000001-2", "PQRS-2026-000001", TicketKind.DocumentRequest, "Copia del contrato", it.Cast.Other.Id), (part!.Number, part.PartOf, part.Kind, part.Subject, part.AreaId));
        Assert.Equal((it.Ticket.FiledAt, it.Ticket.FiledOn, it.Ticket.EffectiveFiledOn), (part.FiledAt, part.FiledOn, part.EffectiveFiledOn));
        Assert.Equal((7, "María", "m@example.org", null), (part.PetitionerId, part.PetitionerName, part.AnswerTo, part.Topic));

        // Ten business days from the day after the third of March, and not from the tenth.
        Assert.Equal(Case.Day("03-17"), part.Deadlines.Single(deadline => deadline.Kind == DeadlineKind.LegalAnswer).LastDay);
        Assert.Equal(it.Now, part.Deadlines.Single(deadline => deadline.Kind == DeadlineKind.FirstResponse).StartedAt);
        Assert.Equal(new TicketEvent.FileAttached(file.Id, "contrato.pdf", 12, true), part.Events[^1].Event);
        Assert.Equal(new TicketEvent.SplitOff("PQRS-2026-000001-2", TicketKind.DocumentRequest, "Copia del contrato", it.Cast.Other.Name), it.Ticket.Events[^1].Event);
        Assert.Equal(1, it.Ticket.PartCount);
        Assert.Equal(Rebuilt(part, it.Book), TicketWords.Of(part));
        Assert.Equal(Rebuilt(it.Ticket, it.Book), TicketWords.Of(it.Ticket));
        var words = SearchedWords.Of(part.Events.Select(line => line.Event));
        Assert.Equal(("1", true), (words.Sequence, words.Head.Contains("000001")));
    }

    [Fact]
    public async Task A_term_that_was_over_when_the_part_was_made_is_missed_then_and_not_before()
    {
        var it = (await Case.FiledAsync()).At("04-20 09:00");
        var (_, part) = it.Ticket.Split(new PartWish(TicketKind.DocumentRequest, "Copia", "Una copia.", 1), it.Ticket.FilingOf(), it.Cast.First, null, [], it.Book, Moment.Of(it.Now, it.Book.Zone, Samples.Someone()));
        part!.CatchUp(it.Now.AddMinutes(1), it.Book);
        Assert.Equal(it.Now, part.BreachedAt);
    }

    [Fact]
    public async Task What_cannot_be_split_is_refused()
    {
        var it = await Case.FiledAsync();
        var now = Moment.Of(it.Now, it.Book.Zone, Samples.Someone());
        var wish = new PartWish(TicketKind.Petition, "Otra cosa", "Pido otra cosa.", 1);
        Assert.Equal(new Refusal(RefusalCode.SubjectMissing, "Subject"), Split(it.Ticket, wish with { Subject = " " }));
        Assert.Equal(new Refusal(RefusalCode.TextMissing, "Description"), Split(it.Ticket, wish with { Text = null }));
        Assert.Equal(new Refusal(RefusalCode.KindUnknown, "Kind"), Split(it.Ticket, wish with { Kind = default }));
        Assert.Equal(new Refusal(RefusalCode.AreaUnknown, "AreaId"), it.Ticket.Split(wish, it.Ticket.FilingOf(), it.Cast.Shut, null, [], it.Book, now).Decision);
        Assert.Equal(1, it.Ticket.Version);

        var (_, part) = it.Ticket.Split(wish, it.Ticket.FilingOf(), it.Cast.First, null, [], it.Book, now);
        Assert.Equal(new Refusal(RefusalCode.AlreadyAPart, null, it.Ticket.Number), Split(part!, wish));
        for (var made = 3; made <= Ticket.MostParts; made++) Assert.Equal(Decision.Ok, Split(it.Ticket, wish));
        Assert.Equal(new Refusal(RefusalCode.TooManyParts, null, "20"), Split(it.Ticket, wish));
        Assert.Equal(RefusalCode.TicketNotOpen, Split(it.Answer().Ticket, wish));

        Decision Split(Ticket ticket, PartWish of) => ticket.Split(of, it.Ticket.FilingOf(), it.Cast.First, null, [], it.Book, now).Decision;
    }

    [Theory]
    [InlineData("PQRS-{yyyy}-{seq:000000}")]
    [InlineData("{yyyy}-{seq}")]
    [InlineData("{seq}-{yyyy}-{MM}-{dd}")]
    [InlineData("{yyyy}{MM}{dd}{seq:0000}")]
    public void The_number_of_a_part_is_none_of_the_sequence(string template)
    {
        var numbers = new FilingNumberTemplate(template);
        var days = new[] { new DateOnly(2026, 1, 2), new DateOnly(2026, 11, 12), new DateOnly(2027, 2, 22) };
        var all = days.SelectMany(day => Enumerable.Range(1, 200).Select(sequence => numbers.Format(day, sequence))).ToHashSet();
        Assert.DoesNotContain(all.SelectMany(number => Enumerable.Range(2, Ticket.MostParts - 1).Select(part => Ticket.PartNumber(number, part))), all.Contains);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_older_goes_on_with_its_clock_whichever_is_asked(bool fromTheOlder)
    {
        var (older, younger, now) = await TwoAsync();
        var due = older.Legal!.LastDay;

        var decision = fromTheOlder ? older.Ticket.Merge(younger.Ticket, Why, Said, older.Book, now) : younger.Ticket.Merge(older.Ticket, Why, Said, older.Book, now);

        Assert.Equal(Decision.Ok, decision);
        Assert.Equal((TicketStatus.Filed, 1, null), (older.Ticket.Status, older.Ticket.MergedCount, older.Ticket.MergedInto));
        Assert.Equal((TicketStatus.Merged, older.Ticket.Number, null, null), (younger.Ticket.Status, younger.Ticket.MergedInto, younger.Ticket.NextDueAt, younger.Ticket.AnsweredAt));
        Assert.Equal((due, DeadlineState.Released), (older.Legal!.LastDay, younger.Legal!.State));
        Assert.Equal(new TicketEvent.Merged(older.Ticket.Number, Why, false), younger.Ticket.Events[^1].Event);
        Assert.Equal(new TicketEvent.Absorbed(younger.Ticket.Number, "Luis", "Me cobraron dos veces.", Why, false), older.Ticket.Events[^1].Event);
        younger.Ticket.CatchUp(now.At.AddDays(200), older.Book);
        Assert.Null(younger.Ticket.BreachedAt);
        Assert.All([older, younger], each => Assert.Equal(Rebuilt(each.Ticket, older.Book), TicketWords.Of(each.Ticket)));
    }

    [Fact]
    public async Task What_cannot_be_merged_is_refused_and_neither_changes()
    {
        var (older, younger, now) = await TwoAsync();
        Assert.Equal(new Refusal(RefusalCode.SameTicket, "Other"), older.Ticket.Merge(older.Ticket, Why, Said, older.Book, now));
        Assert.Equal(new Refusal(RefusalCode.ReasonMissing, "Reason"), older.Ticket.Merge(younger.Ticket, "", Said, older.Book, now));
        Assert.Equal((1, 1), (older.Ticket.Version, younger.Ticket.Version));

        // A request for documents of a day later is due sooner than the claim.
        younger.Become(TicketKind.DocumentRequest);
        Assert.Equal(new Refusal(RefusalCode.ShorterTermElsewhere, "Other", younger.Ticket.Number), older.Ticket.Merge(younger.Ticket, Why, Said, older.Book, now));
        younger.Become(TicketKind.Claim);

        younger.Answer();
        Assert.Equal(new Refusal(RefusalCode.TicketNotOpen, "Other"), older.Ticket.Merge(younger.Ticket, Why, Said, older.Book, now));
        Assert.Equal(RefusalCode.TicketNotOpen, younger.Ticket.Merge(older.Ticket, Why, Said, older.Book, now));
        younger.Reopen();
        Assert.Equal(Decision.Ok, older.Ticket.Merge(younger.Ticket, Why, Said, older.Book, now));
        Assert.Equal(new Refusal(RefusalCode.AlreadyMerged, "Other", older.Ticket.Number), older.Ticket.Merge(younger.Ticket, Why, Said, older.Book, now));
        Assert.Equal(new Refusal(RefusalCode.AlreadyMerged, null, older.Ticket.Number), younger.Ticket.Merge(older.Ticket, Why, Said, older.Book, now));
        Assert.Equal(new Refusal(RefusalCode.MergedElsewhere, null, older.Ticket.Number), younger.Try((ticket, at) => ticket.Reopen("x", older.Book, at)));
    }

    [Fact]
    public async Task The_answer_and_the_extension_reach_the_petitioner_of_the_younger_outside_its_figures()
    {
        var (older, younger, _) = await MergedAsync();
        older.At("03-10 09:00").Extend("04-08").At("03-11 09:00").Answer();

        var log = younger.Ticket.Events.Select(line => line.Event).ToList();
        Assert.Contains(new TicketEvent.ExtendedTogether(older.Ticket.Number, Case.Day("04-08"), "Faltan pruebas."), log);
        Assert.Equal(new TicketEvent.AnsweredTogether(older.Ticket.Number, "Se devolvió el dinero."), log[^1]);
        Assert.Equal(ActorKind.Desk, younger.Ticket.Events[^1].ByKind);
        Assert.Equal((TicketStatus.Merged, null, null), (younger.Ticket.Status, younger.Ticket.AnsweredAt, younger.Ticket.FirstReplyAt));
        Assert.All([older, younger], each => Assert.Equal(Rebuilt(each.Ticket, older.Book), TicketWords.Of(each.Ticket)));
    }

    [Fact]
    public async Task What_the_petitioner_of_the_younger_writes_is_in_both_and_wakes_nobody_elses_wait()
    {
        var (older, younger, _) = await MergedAsync();
        older.At("03-05 09:00").Reply().Wait();
        younger.At("03-06 09:00").Hear();

        Assert.Equal(new TicketEvent.PetitionerResponded("Aquí está."), younger.Ticket.Events[^1].Event);
        Assert.Equal(new TicketEvent.HeardThrough(younger.Ticket.Number, "Aquí está.", false), older.Ticket.Events[^1].Event);
        Assert.Equal(TicketStatus.AwaitingPetitioner, older.Ticket.Status);

        older.At("03-09 09:00").Resume().Answer().Close();
        Assert.Equal(RefusalCode.TicketClosed, younger.Try((ticket, now) => ticket.Hear("Tarde.", older.Book, now)));
    }

    [Fact]
    public async Task Of_one_petitioner_a_message_to_the_younger_is_what_the_older_waits_for()
    {
        var (older, younger, _) = await MergedAsync(samePetitioner: true);
        older.At("03-05 09:00").AskToComplete();
        younger.At("03-09 09:00").Hear();
        Assert.Equal(new TicketEvent.HeardThrough(younger.Ticket.Number, "Aquí está.", true), older.Ticket.Events[^1].Event);
        Assert.Equal(TicketStatus.Filed, older.Ticket.Status);
        Assert.False(older.Legal!.IsPaused);
        Assert.Equal(Rebuilt(older.Ticket, older.Book), TicketWords.Of(older.Ticket));
    }

    [Fact]
    public async Task A_merging_is_taken_back_while_there_is_no_answer()
    {
        var (older, younger, _) = await MergedAsync();
        younger.At("03-09 09:00");
        Assert.Equal(RefusalCode.NotMerged, older.At("03-09 09:00").Try((ticket, now) => ticket.Separate("Son dos.", older.Book, now)));
        Assert.Equal(new Refusal(RefusalCode.ReasonMissing, "Reason"), younger.Try((ticket, now) => ticket.Separate("", older.Book, now)));
        younger.Do((ticket, now) => ticket.Separate("Son dos facturas.", older.Book, now));

        Assert.Equal((TicketStatus.Filed, null, 0), (younger.Ticket.Status, younger.Ticket.MergedInto, younger.Ticket.ReopenedCount));
        Assert.Equal((0, new TicketEvent.LetGo(younger.Ticket.Number, "Son dos facturas.")), (older.Ticket.MergedCount, older.Ticket.Events[^1].Event));
        Assert.True(younger.Legal!.IsOwed);
        Assert.Equal(Case.Day("03-26"), younger.Legal!.LastDay);
        Assert.All([older, younger], each => Assert.Equal(Rebuilt(each.Ticket, older.Book), TicketWords.Of(each.Ticket)));

        (older, younger, _) = await MergedAsync();
        older.Answer();
        Assert.Equal(RefusalCode.AlreadyAnswered, younger.Try((ticket, now) => ticket.Separate("Son dos.", older.Book, now)));
    }

    [Fact]
    public async Task What_ends_the_older_without_an_answer_gives_the_younger_back_to_the_queue()
    {
        Func<Case, Func<Ticket, Moment, Decision>>[] ends =
        [
            it => (ticket, now) => ticket.Withdraw(WithdrawalKind.Express, "Desisto.", it.Book, now),
            it => (ticket, now) => ticket.Transfer("Otra entidad", "Es la competente.", it.Book, now),
            it => Voiding(it, VoidKind.Void),
        ];
        foreach (var end in ends)
        {
            var (older, younger, _) = await MergedAsync();
            older.Do(end(older), Samples.Someone(Role.Lead));
            Assert.True(younger.Ticket.IsOpen && younger.Legal!.IsOwed);
            Assert.Equal(ActorKind.Desk, younger.Ticket.Events[^1].ByKind);
            Assert.Equal(0, older.Ticket.MergedCount);
        }
    }

    [Fact]
    public async Task Those_that_were_answered_with_the_younger_go_along_with_it()
    {
        var (middle, youngest, now) = await MergedAsync();
        var oldest = await Case.FiledAsync("03-02 09:00", Samples.Filing with { PetitionerName = "Inés" }, number: "PQRS-2026-000009");
        Assert.Equal(Decision.Ok, middle.Ticket.Merge(oldest.Ticket, Why, Said, middle.Book, now));

        Assert.Equal((2, 0), (oldest.Ticket.MergedCount, middle.Ticket.MergedCount));
        Assert.All([middle, youngest], each => Assert.Equal((TicketStatus.Merged, "PQRS-2026-000009"), (each.Ticket.Status, each.Ticket.MergedInto)));
        oldest.At("03-11 09:00").Answer();
        Assert.All([middle, youngest], each => Assert.IsType<TicketEvent.AnsweredTogether>(each.Ticket.Events[^1].Event));
        Assert.Equal(["PQRS-2026-000001", "PQRS-2026-000002"], Relations.Of(oldest.Ticket.Events.Select(line => line.Event)).Absorbed);
        Assert.Empty(Relations.Of(middle.Ticket.Events.Select(line => line.Event)).Absorbed);
        Assert.All([oldest, middle, youngest], each => Assert.Equal(Rebuilt(each.Ticket, middle.Book), TicketWords.Of(each.Ticket)));
    }

    [Fact]
    public async Task Who_answers_without_those_that_are_merged_into_it_is_stopped()
    {
        var (older, _, now) = await MergedAsync();
        var alone = Ticket.Rebuild(older.Ticket.Events, older.Book);
        Assert.Throws<InvalidOperationException>(() => alone.Answer("Listo.", older.Book, now));
    }

    private static Func<Ticket, Moment, Decision> Voiding(Case it, VoidKind kind, string reason = "No era una petición.") => (ticket, now) => ticket.Void(kind, reason, it.Book, now);

    private static string Said(Ticket ticket) => "Me cobraron dos veces.";

    private static string Rebuilt(Ticket ticket, SlaBook book) => TicketWords.Of(Ticket.Rebuild(ticket.Events, book));

    /// <summary>Two claims of a Tuesday and of the day after, and the Thursday on which somebody sees it.</summary>
    private static async Task<(Case Older, Case Younger, Moment Now)> TwoAsync(bool samePetitioner = false)
    {
        var older = await Case.FiledAsync(filing: Samples.Filing with { PetitionerId = 1, PetitionerName = "María" });
        var younger = await Case.FiledAsync("03-04 10:00", Samples.Filing with { PetitionerId = samePetitioner ? 1 : 2, PetitionerName = samePetitioner ? "María" : "Luis" }, number: "PQRS-2026-000002");
        older.At("03-05 08:00");
        younger.At("03-05 08:00");
        return (older, younger, Moment.Of(older.Now, older.Book.Zone, Samples.Someone()));
    }

    private static async Task<(Case Older, Case Younger, Moment Now)> MergedAsync(bool samePetitioner = false)
    {
        var (older, younger, now) = await TwoAsync(samePetitioner);
        Assert.Equal(Decision.Ok, older.Ticket.Merge(younger.Ticket, Why, Said, older.Book, now));
        return (older, younger, now);
    }
}

internal static class FiledCases
{
    public static Filing FilingOf(this Ticket ticket) => ((TicketEvent.Filed)ticket.Events[0].Event).Filing;
}
