using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.SlaRules;

/// <summary>Versions, the preview, and the application that does what the preview said.</summary>
public sealed class ApplyChangeTests
{
    private static readonly Actor Admin = Samples.Someone(Role.Admin, name: "Zoe Admin");

    [SkippableTheory, Engines]
    public async Task Rule_9_the_preview_counts_what_the_application_then_does(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var numbers = await LivedAsync(desk);
        var edit = await OfficeAsync(desk, HoursBlock.Weekdays(Hours(8, 11)));

        var preview = await PreviewAsync(desk, edit);
        var before = await TicketsAsync(desk, numbers);
        var outcome = await desk.Get<ApplyChange>().RunAsync(edit, ApplyTo.NewAndOpen, Admin);
        var after = await TicketsAsync(desk, numbers);

        Assert.Null(outcome.Problem);
        Assert.Equal(preview.Reach, outcome.Reach);
        Assert.True(preview.Reach is { Promised: > 5, Moving: > 3 }, $"{preview.Reach}");
        Assert.Equal(preview.Reach.Promised, after.Values.Count(ticket => ticket.Events[^1].Event is TicketEvent.Repromised));
        var moved = numbers.Where(number => !Due(before[number]).SequenceEqual(Due(after[number]))).ToList();
        Assert.Equal(preview.Reach.Moving, moved.Count);
        Assert.Equal(moved.Order(), preview.Nearest.Select(ticket => ticket.Number).Order());
        Assert.All(preview.Nearest, ticket => Assert.Contains(after[ticket.Number].Deadlines, deadline => deadline.Kind == ticket.Due.Kind && deadline.DueAt == ticket.Due.To));
        Assert.Equal(preview.Nearest.Select(ticket => ticket.Due.To ?? Ticket.Never).Order(), preview.Nearest.Select(ticket => ticket.Due.To ?? Ticket.Never));
        foreach (var ticket in after.Values) Assert.Equal(Told(ticket), Told(Ticket.Rebuild(ticket.Events, await desk.BookAsync())));
    }

    [SkippableTheory, Engines]
    public async Task What_would_be_too_late_is_counted_and_then_missed_at_the_change(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var receipt = await desk.FileAsync();
        var waiting = await desk.FileAsync();
        await desk.ReplyAsync(receipt.Number);
        await desk.ReplyAsync(waiting.Number);
        await desk.WaitAsync(waiting.Number);
        desk.Clock.Advance(TimeSpan.FromDays(2));
        var edit = await StandardAsync(desk, resolution: 300);

        var preview = await PreviewAsync(desk, edit);
        var outcome = await desk.Get<ApplyChange>().RunAsync(edit, ApplyTo.NewAndOpen, Admin);

        Assert.Equal(new Reach(2, 1, 1), preview.Reach);
        Assert.Equal(preview.Reach, outcome.Reach);
        var applied = desk.Clock.Now;
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.ChangeAsync(receipt.Number, (ticket, book, now) => ticket.CatchUp(now.At, book), Actor.Desk);
        var ticket = await desk.TicketAsync(receipt.Number);
        Assert.Equal(applied, ticket.BreachedAt);
        Assert.Equal(Told(ticket), Told(Ticket.Rebuild(ticket.Events, await desk.BookAsync())));
    }

    [SkippableTheory, Engines]
    public async Task Rule_9_new_only_leaves_the_open_ones_what_they_were_promised(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var old = await desk.FileAsync();
        var edit = await StandardAsync(desk, resolution: 300);
        var outcome = await desk.Get<ApplyChange>().RunAsync(edit, ApplyTo.NewOnly, Admin);
        var fresh = await desk.FileAsync();

        Assert.Equal((null, 2, Reach.None), (outcome.Problem, outcome.Version, outcome.Reach));
        Assert.Equal(2400, (await desk.TicketAsync(old.Number)).Deadlines.Single(deadline => deadline.Kind == DeadlineKind.Resolution).Amount);
        Assert.Equal(300, (await desk.TicketAsync(fresh.Number)).Deadlines.Single(deadline => deadline.Kind == DeadlineKind.Resolution).Amount);
        var saved = (await desk.BookAsync()).CurrentTerms("standard")!.Policy;
        Assert.Equal((2, Admin.Name, desk.Clock.Now), (saved.Version, saved.MadeBy, saved.MadeAt!.Value));
        Assert.Equal(4, (await desk.BookAsync()).AllTerms.Count());
    }

    [SkippableTheory, Engines]
    public async Task The_legal_calendar_moves_legal_terms(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var receipt = await desk.FileAsync();
        var legal = (await desk.BookAsync()).CurrentCalendar(CalendarVersion.LegalKey)!;
        var edit = new SlaEdit.OfCalendar(legal.Key, 1, legal.Definition with { ExtraHolidays = [new(2026, 3, 20)] });

        var preview = await PreviewAsync(desk, edit);
        await desk.Get<ApplyChange>().RunAsync(edit, ApplyTo.NewAndOpen, Admin);

        Assert.True(preview.MovesLegalTerms);
        Assert.Equal(new Reach(1, 1, 0), preview.Reach);
        Assert.Equal(new DateOnly(2026, 3, 26), (await desk.TicketAsync(receipt.Number)).Deadlines.Single(deadline => deadline.Kind == DeadlineKind.LegalAnswer).LastDay);
    }

    [SkippableTheory, Engines]
    public async Task Conditions_send_open_tickets_to_the_policy_they_now_choose(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard);
        var theirs = await desk.FileAsync(Samples.Filing with { CustomerId = customer.Id });
        await desk.FileAsync();
        var book = await desk.BookAsync();
        var definition = book.CurrentTerms("critical")!.Policy.Definition with { Name = "Contrato propio", ServiceLevels = [], Customers = [customer.Id] };
        var edit = new SlaEdit.OfPolicy(RuleKeys.ForPolicy(book, definition.Name), 0, 1, "always", definition);

        var preview = await PreviewAsync(desk, edit);
        var outcome = await desk.Get<ApplyChange>().RunAsync(edit, ApplyTo.NewAndOpen, Admin);

        Assert.Equal((1, preview.Reach), (preview.Reach.Promised, outcome.Reach));
        Assert.Equal("contrato-propio", (await desk.BookAsync()).Terms((await desk.TicketAsync(theirs.Number)).PolicyVersionId!.Value).Policy.Key);
        Assert.Equal("standard", (await desk.BookAsync()).Terms((await desk.TicketAsync((await desk.FileAsync()).Number)).PolicyVersionId!.Value).Policy.Key);
    }

    [SkippableTheory, Engines]
    public async Task A_retired_policy_is_chosen_no_more_and_open_tickets_may_leave_it(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Preferred);
        var filing = Samples.Filing with { CustomerId = customer.Id };
        var theirs = await desk.FileAsync(filing);
        var preferred = (await desk.BookAsync()).CurrentTerms("preferred")!.Policy;
        var edit = new SlaEdit.OfPolicy("preferred", 1, preferred.Order, "office", preferred.Definition with { IsRetired = true });

        var preview = await PreviewAsync(desk, edit);
        Assert.Equal((1, preview.Reach), (preview.Reach.Promised, (await desk.Get<ApplyChange>().RunAsync(edit, ApplyTo.NewAndOpen, Admin)).Reach));
        Assert.Equal("standard", await PolicyAsync(theirs.Number));
        Assert.Equal("standard", await PolicyAsync((await desk.FileAsync(filing)).Number));

        async Task<string> PolicyAsync(string number) => (await desk.BookAsync()).Terms((await desk.TicketAsync(number)).PolicyVersionId!.Value).Policy.Key;
    }

    [SkippableTheory, Engines]
    public async Task The_second_of_two_who_save_from_the_same_version_is_told(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var mine = await StandardAsync(desk, resolution: 300);
        var theirs = await StandardAsync(other, resolution: 600);

        Assert.Null((await desk.Get<ApplyChange>().RunAsync(mine, ApplyTo.NewOnly, Admin)).Problem);
        Assert.Equal(SlaProblemCode.ChangedMeanwhile, (await other.Get<ApplyChange>().RunAsync(theirs, ApplyTo.NewAndOpen, Admin)).Problem!.Code);

        Assert.Equal(SlaProblemCode.ChangedMeanwhile, (await desk.Get<PreviewChange>().RunAsync(theirs, Admin, CancellationToken.None)).Problem!.Code);
        var policy = (await desk.BookAsync()).CurrentTerms("standard")!.Policy;
        Assert.Equal((2, 300), (policy.Version, policy.Definition.Targets[Priority.Medium].ResolutionMinutes));
    }

    [SkippableTheory, Engines]
    public async Task Another_node_knows_what_was_promised_at_once_and_promises_it_soon(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var receipt = await desk.FileAsync();
        await other.BookAsync();
        await desk.Get<ApplyChange>().RunAsync(await StandardAsync(desk, resolution: 300), ApplyTo.NewAndOpen, Admin);

        await other.NoteAsync(receipt.Number);
        desk.Clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(2, (await other.BookAsync()).CurrentTerms("standard")!.Policy.Version);
    }

    [Fact]
    public async Task A_calendar_brings_its_policies_along_and_each_keeps_its_history()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.Get<ApplyChange>().RunAsync(await OfficeAsync(desk, HoursBlock.AroundTheClock), ApplyTo.NewOnly, Admin);
        var book = await desk.BookAsync();

        Assert.Equal([("critical", 1), ("preferred", 2), ("standard", 2)], book.Current.Select(terms => (terms.Policy.Key, terms.Policy.Version)));
        Assert.Equal(2, book.CurrentCalendar("office")!.Version);
        Assert.Equal(book.CurrentCalendar("office")!.Id, book.CurrentTerms("standard")!.Policy.CalendarVersionId);
        Assert.Equal(8 * 60, book.Calendars.Single(calendar => calendar is { Key: "office", Version: 1 }).Definition.Weekly.Where(block => block.Day == DayOfWeek.Monday).Sum(block => (block.To - block.From).TotalMinutes));
    }

    [Fact]
    public async Task While_a_change_is_applied_a_second_administrator_is_told()
    {
        await using var desk = await TestDesk.StartAsync();
        var run = desk.Get<RunningChange>().TryBegin("Otra Admin")!;
        var edit = await StandardAsync(desk, resolution: 300);

        var told = (await desk.Get<ApplyChange>().RunAsync(edit, ApplyTo.NewOnly, Admin)).Problem!;
        Assert.Equal((SlaProblemCode.Busy, "Otra Admin"), (told.Code, told.Detail));

        desk.Get<RunningChange>().End(run);
        Assert.True(run.IsOver);
        Assert.Null((await desk.Get<ApplyChange>().RunAsync(edit, ApplyTo.NewOnly, Admin)).Problem);
    }

    [Theory]
    [InlineData(Role.Agent)]
    [InlineData(Role.Lead)]
    [InlineData(Role.Manager)]
    public async Task Only_an_administrator_may_change_the_rules(Role role)
    {
        await using var desk = await TestDesk.StartAsync();
        var edit = await StandardAsync(desk, resolution: 300);
        var by = Samples.Someone(role);

        Assert.Equal(SlaProblemCode.NotAllowed, (await desk.Get<PreviewChange>().RunAsync(edit, by, CancellationToken.None)).Problem!.Code);
        Assert.Equal(SlaProblemCode.NotAllowed, (await desk.Get<ApplyChange>().RunAsync(edit, ApplyTo.NewOnly, by)).Problem!.Code);
        Assert.Equal(1, (await desk.BookAsync()).CurrentTerms("standard")!.Policy.Version);
    }

    [Fact]
    public async Task What_cannot_be_promised_is_refused_and_names_its_field()
    {
        await using var desk = await TestDesk.StartAsync();
        var book = await desk.BookAsync();
        var policy = book.CurrentTerms("standard")!.Policy.Definition;
        var office = book.CurrentCalendar("office")!.Definition;
        SlaEdit Policy(PolicyDefinition definition, string key = "standard", int seen = 1, int order = 9, string calendar = "office") => new SlaEdit.OfPolicy(key, seen, order, calendar, definition);
        SlaEdit Calendar(CalendarDefinition definition, string key = "office", int seen = 1) => new SlaEdit.OfCalendar(key, seen, definition);

        foreach (var (edit, code, field) in ((SlaEdit, SlaProblemCode, string?)[])
        [
            (Policy(policy), SlaProblemCode.NothingChanged, null),
            (Policy(policy, key: "nada"), SlaProblemCode.PolicyUnknown, null),
            (Policy(policy with { Name = " " }), SlaProblemCode.NameMissing, "name"),
            (Policy(policy with { Name = new('x', 81) }), SlaProblemCode.NameTooLong, "name"),
            (Policy(policy with { Name = "clientes CRITICOS" }), SlaProblemCode.NameTaken, "name"),
            (Policy(policy, order: 0), SlaProblemCode.OrderWrong, "order"),
            (Policy(policy, calendar: "nada"), SlaProblemCode.CalendarUnknown, "calendar"),
            (Policy(policy with { Customers = [99] }), SlaProblemCode.CustomerUnknown, "customers"),
            (Policy(policy with { Areas = [99] }), SlaProblemCode.AreaUnknown, "areas"),
            (Policy(policy with { Kinds = [(TicketKind)99] }), SlaProblemCode.ConditionUnknown, "kinds"),
            (Policy(policy with { Targets = new Dictionary<Priority, Target>() }), SlaProblemCode.TargetWrong, "targets.low"),
            (Policy(policy with { Targets = Enum.GetValues<Priority>().ToDictionary(each => each, _ => new Target(0, 1)) }), SlaProblemCode.TargetWrong, "targets.low"),
            (Policy(policy with { Thresholds = [90, 50] }), SlaProblemCode.ThresholdsWrong, "thresholds"),
            (Policy(policy with { Thresholds = [101] }), SlaProblemCode.ThresholdsWrong, "thresholds"),
            (Calendar(office), SlaProblemCode.NothingChanged, null),
            (Calendar(office, key: "nada"), SlaProblemCode.CalendarUnknown, null),
            (Calendar(office, seen: 7), SlaProblemCode.ChangedMeanwhile, null),
            (Calendar(office with { Weekly = [] }), SlaProblemCode.CalendarWrong, "weekly"),
            (Calendar(office with { TimeZone = "Marte/Olimpo" }), SlaProblemCode.CalendarWrong, "timeZone"),
        ])
        {
            var problem = (await desk.Get<PreviewChange>().RunAsync(edit, Admin, CancellationToken.None)).Problem;
            Assert.Equal((code, field), (problem!.Code, problem.Field));
            Assert.Equal(code, (await desk.Get<ApplyChange>().RunAsync(edit, ApplyTo.NewAndOpen, Admin)).Problem!.Code);
        }

        Assert.Equal(6, (await desk.BookAsync()).AllTerms.Count() + (await desk.BookAsync()).Calendars.Count);
    }

    /// <summary>Tickets in every state, some of them of before a change that reached new ones only.</summary>
    private static async Task<List<string>> LivedAsync(TestDesk desk)
    {
        var critical = await desk.WinCustomerAsync(ServiceLevel.Critical);
        var numbers = new List<string>();
        for (var number = 0; number < 8; number++)
        {
            var filing = Samples.Filing with { Kind = (TicketKind)(number % 8 + 1), CustomerId = number == 7 ? critical.Id : null };
            numbers.Add((await desk.FileAsync(filing)).Number);
            desk.Clock.Advance(TimeSpan.FromHours(5));
            if (number % 2 == 0) await desk.ReplyAsync(numbers[^1]);
            if (number == 2) await desk.WaitAsync(numbers[2]);
            if (number == 3) await desk.AnswerAsync(numbers[3]);
            if (number == 4) await desk.WaitAsync(numbers[4]);
            if (number == 5) await desk.ResumeAsync(numbers[4]);
            if (number == 5) await desk.Get<ApplyChange>().RunAsync(await StandardAsync(desk, resolution: 2000), ApplyTo.NewOnly, Admin);
        }

        return numbers;
    }

    private static async Task<SlaEdit> StandardAsync(TestDesk desk, int resolution)
    {
        var policy = (await desk.BookAsync()).CurrentTerms("standard")!.Policy;
        var targets = Enum.GetValues<Priority>().ToDictionary(priority => priority, _ => new Target(240, resolution));
        return new SlaEdit.OfPolicy("standard", policy.Version, policy.Order, "office", policy.Definition with { Targets = targets });
    }

    private static async Task<SlaEdit> OfficeAsync(TestDesk desk, IReadOnlyList<HoursBlock> weekly)
    {
        var office = (await desk.BookAsync()).CurrentCalendar("office")!;
        return new SlaEdit.OfCalendar("office", office.Version, office.Definition with { Weekly = weekly });
    }

    private static async Task<ChangePreview> PreviewAsync(TestDesk desk, SlaEdit edit)
    {
        var outcome = await desk.Get<PreviewChange>().RunAsync(edit, Admin, CancellationToken.None);
        Assert.Null(outcome.Problem);
        return outcome.Preview!;
    }

    private static async Task<Dictionary<string, Ticket>> TicketsAsync(TestDesk desk, List<string> numbers)
    {
        var tickets = new Dictionary<string, Ticket>();
        foreach (var number in numbers) tickets[number] = await desk.TicketAsync(number);
        return tickets;
    }

    private static IEnumerable<(DeadlineKind, DateTimeOffset?)> Due(Ticket ticket) =>
        ticket.Deadlines.OrderBy(deadline => deadline.Kind).Select(deadline => (deadline.Kind, deadline.DueAt));

    private static string Told(Ticket ticket) => string.Join("; ", ticket.Deadlines.OrderBy(deadline => deadline.Kind)
        .Select(deadline => $"{deadline.Kind} {deadline.Amount} {deadline.CalendarVersionId} {deadline.DueAt:O} {deadline.BreachedAt:O} {deadline.TargetSince:O} {deadline.State}")
        .Append($"{ticket.PolicyVersionId} {ticket.LegalCalendarVersionId} {ticket.NextBreachAt:O} {ticket.QueueAt:O} {ticket.Version}"));

    private static LocalHours Hours(int from, int to) => new(TimeSpan.FromHours(from), TimeSpan.FromHours(to));
}
