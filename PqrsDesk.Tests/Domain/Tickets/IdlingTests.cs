using PqrsDesk.Domain.People;
using Xunit;

namespace PqrsDesk.Domain.Tickets;

/// <summary>Of a case that Ana took on Tuesday at ten; the office is open from 8 to 12 and from 13 to 17.</summary>
public sealed class IdlingTests
{
    private static readonly TimeSpan FourHours = TimeSpan.FromHours(4);

    [Theory]
    [InlineData("03-03 14:59", null)]
    [InlineData("03-03 15:00", "03-03 15:00")]
    [InlineData("03-04 09:00", "03-03 15:00")]
    public async Task It_goes_back_at_the_instant_at_which_it_has_lain_so_long(string noticed, string? at)
    {
        var it = (await TakenAsync()).At(noticed);
        Return(it);

        var back = it.Ticket.Events.SingleOrDefault(line => line.Event is TicketEvent.ReturnedToQueue);
        Assert.Equal(at is null ? null : Case.Local(at), back?.At);
        Assert.Equal(at is null ? it.Cast.Ana.Id : null, it.Ticket.OwnerId);
    }

    [Fact]
    public async Task Whatever_its_owner_does_begins_the_time_anew_and_what_others_do_does_not()
    {
        var it = (await TakenAsync()).At("03-03 14:00");
        Assert.Equal(Case.Local("03-03 10:00"), it.Ticket.IdleSince);

        it.Do((ticket, now) => ticket.Note("Revisar.", it.Book, now), Actor.Staff(it.Cast.Beto));
        Assert.Equal(Case.Local("03-03 10:00"), it.Ticket.IdleSince);

        it.Do((ticket, now) => ticket.Note("Llamé.", it.Book, now), Actor.Staff(it.Cast.Ana));
        Assert.Equal(Case.Local("03-03 14:00"), it.Ticket.IdleSince);
    }

    [Fact]
    public async Task What_waits_or_is_set_aside_does_not_go_back()
    {
        var waiting = (await TakenAsync()).Wait().At("03-09 10:00");
        Return(waiting);
        Assert.Equal(waiting.Cast.Ana.Id, waiting.Ticket.OwnerId);
        Assert.Null(waiting.Ticket.IdleSince);
        waiting.Hear();
        Assert.Equal(Case.Local("03-09 10:00"), waiting.Ticket.IdleSince);

        var aside = (await TakenAsync()).At("03-03 10:05").Reply().Snooze("03-06 08:00").At("03-05 10:00");
        Return(aside);
        Assert.Equal(aside.Cast.Ana.Id, aside.Ticket.OwnerId);
    }

    [Fact]
    public async Task Returning_twice_is_returning_once()
    {
        var it = (await TakenAsync()).At("03-05 09:00");
        Return(it);
        Return(it);
        Assert.Single(it.Ticket.Events, line => line.Event is TicketEvent.ReturnedToQueue);
    }

    [Fact]
    public async Task What_was_handed_over_comes_back_while_nobody_has_touched_it()
    {
        var (untouched, touched) = (await TakenAsync(), await TakenAsync());
        foreach (var it in new[] { untouched, touched }) it.Do((ticket, now) => ticket.HandTo(it.Cast.Beto, it.Cast.Ana, 7, it.Book, now));
        Assert.Equal((untouched.Cast.Beto.Id, 7), (untouched.Ticket.OwnerId!.Value, untouched.Ticket.StandsInFor!.Value));

        untouched.At("03-04 10:00").Hear();
        touched.At("03-04 10:00").Do((ticket, now) => ticket.Note("Lo miré.", touched.Book, now), Actor.Staff(touched.Cast.Beto));
        foreach (var it in new[] { untouched, touched }) it.Do((ticket, now) => ticket.HandBack(it.Cast.Ana, it.Cast.Beto.Name, 7, it.Book, now));

        Assert.Equal(untouched.Cast.Ana.Id, untouched.Ticket.OwnerId);
        Assert.Equal(touched.Cast.Beto.Id, touched.Ticket.OwnerId);
        Assert.True(untouched.Ticket.Events.Select(line => line.Event).OfType<TicketEvent.HandedOver>().Last().Back);
    }

    private static void Return(Case it) => it.Ticket.ReturnIfIdle(it.Cast.Ana.Name, FourHours, it.Book, Moment.Of(it.Now, it.Book.Zone, Actor.Desk));

    private static async Task<Case> TakenAsync()
    {
        var it = await Case.FiledAsync();
        return it.Do((ticket, now) => ticket.TakeFor(it.Cast.Ana, it.Book, now), Actor.Staff(it.Cast.Ana));
    }
}
