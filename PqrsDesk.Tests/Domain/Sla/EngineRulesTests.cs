using System.Globalization;
using System.Reflection;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Tickets;
using Xunit;
using static PqrsDesk.Domain.Tickets.Case;

namespace PqrsDesk.Domain.Sla;

/// <summary>What the rules say of the whole engine, and that none is without a test.</summary>
public sealed class EngineRulesTests
{
    [Fact]
    public void Every_rule_of_the_engine_has_a_test_that_bears_its_number()
    {
        var told = typeof(EngineRulesTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttributes<FactAttribute>().Any() && method.Name.StartsWith("Rule_", StringComparison.Ordinal))
            .Select(method => int.Parse(method.Name.Split('_')[1], CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(1, 10), told.Distinct().Order());
    }

    [Fact]
    public async Task Rule_4_one_ticket_carries_several_deadlines_each_with_its_own_calendar_and_pause_rule()
    {
        var it = (await FiledAsync()).At("03-03 11:00").Wait();
        Assert.Equal(
            [
                (DeadlineKind.FirstResponse, DeadlineUnit.BusinessMinutes, "office", DeadlineState.Running),
                (DeadlineKind.Resolution, DeadlineUnit.BusinessMinutes, "office", DeadlineState.Paused),
                (DeadlineKind.LegalAnswer, DeadlineUnit.BusinessDays, "legal", DeadlineState.Running),
            ],
            Told(it));

        // What is missing stops the legal term too, and the petitioner's own month begins.
        it.At("03-04 10:00").Resume().AskToComplete();
        Assert.Equal(
            [
                (DeadlineKind.FirstResponse, DeadlineUnit.BusinessMinutes, "office", DeadlineState.Breached),
                (DeadlineKind.Resolution, DeadlineUnit.BusinessMinutes, "office", DeadlineState.Paused),
                (DeadlineKind.LegalAnswer, DeadlineUnit.BusinessDays, "legal", DeadlineState.Paused),
                (DeadlineKind.Completion, DeadlineUnit.Months, "legal", DeadlineState.Running),
            ],
            Told(it));
    }

    [Fact]
    public async Task Rule_9_a_ticket_keeps_the_version_it_was_promised_whatever_becomes_current()
    {
        var it = await FiledAsync();
        var office = it.Book.CurrentCalendar("office")!;
        var later = it.Book.With(new SlaEdit.OfCalendar("office", office.Version, office.Definition with { Weekly = HoursBlock.AroundTheClock }).In(it.Book));

        Assert.NotEqual(it.Ticket.PolicyVersionId, later.CurrentTerms("standard")!.Policy.Id);
        it.Ticket.Wait("Falta la factura.", later, On(it, "03-04 10:00", later));
        it.Ticket.Resume(null, later, On(it, "03-05 10:00", later));
        it.Ticket.ChangePriority(Priority.High, "Afecta a muchos.", later, On(it, "03-05 10:00", later));

        Assert.Equal(office.Id, it.Resolution.CalendarVersionId);
        Assert.Equal(Local("03-06 10:00"), it.Resolution.DueAt);
    }

    private static Moment On(Case it, string at, SlaBook book) => Moment.Of(it.At(at).Now, book.Zone, Testing.Samples.Someone());

    private static List<(DeadlineKind, DeadlineUnit, string, DeadlineState)> Told(Case it) =>
    [
        .. it.Ticket.Deadlines.OrderBy(deadline => deadline.Kind).Select(deadline =>
            (deadline.Kind, deadline.Unit, it.Book.Calendars.Single(version => version.Id == deadline.CalendarVersionId).Key, deadline.State)),
    ];
}
