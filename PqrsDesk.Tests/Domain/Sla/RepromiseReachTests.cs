using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Tickets;
using Xunit;
using static PqrsDesk.Domain.Tickets.Case;

namespace PqrsDesk.Domain.Sla;

/// <summary>The preview does not read what a change cannot touch: so it must be true that it cannot.</summary>
public sealed class RepromiseReachTests
{
    public static TheoryData<string> Calendars => ["office", "always", CalendarVersion.LegalKey];

    [Theory, MemberData(nameof(Calendars))]
    public async Task What_a_change_does_not_reach_stays_as_it_is(string key)
    {
        foreach (var it in new[] { await LivedAsync(), await ImportedAsync("03-03 10:00", due: "03-10 10:00", closed: null) })
        {
            var old = it.Book.CurrentCalendar(key)!;
            var change = new SlaEdit.OfCalendar(key, old.Version, old.Definition with { ExtraHolidays = [Day("03-20")] }).In(it.Book);
            var after = it.Book.With(change);
            var policy = it.Ticket.PolicyVersionId ?? it.Book.CurrentTerms("standard")!.Policy.Id;
            if (new SlaTransition(it.Book, after, change).Of(policy, it.Ticket.LegalCalendarVersionId, () => PolicyFacts.Of(it.Ticket, null)) is not { } promise) continue;

            foreach (var deadline in it.Ticket.Deadlines.Where(deadline => !Repromise.Reaches(change, deadline.Kind)))
                Assert.Null(Repromise.Try(deadline, it.Ticket.Pauses, it.Ticket.Priority, it.Ticket.EffectiveFiledOn, promise, after, it.Now));
        }
    }

    [Theory]
    [InlineData("office", new[] { DeadlineKind.FirstResponse, DeadlineKind.Resolution, DeadlineKind.NextResponse, DeadlineKind.AreaStage })]
    [InlineData(CalendarVersion.LegalKey, new[] { DeadlineKind.LegalAnswer })]
    public async Task Clocks_follow_their_policies_and_legal_terms_the_legal_calendar(string key, DeadlineKind[] kinds)
    {
        var book = (await FiledAsync()).Book;
        var old = book.CurrentCalendar(key)!;
        var change = new SlaEdit.OfCalendar(key, old.Version, old.Definition with { ExtraHolidays = [Day("03-20")] }).In(book);

        Assert.Equal(kinds.Order(), Enum.GetValues<DeadlineKind>().Where(kind => Repromise.Reaches(change, kind)));
    }

    /// <summary>With every kind of deadline that a desk's own policies promise.</summary>
    private static async Task<Case> LivedAsync() =>
        (await FiledAsync()).At("03-03 11:00").Wait().At("03-04 09:00").Resume().Become(Priority.High).At("03-05 09:00").AskToComplete();
}
