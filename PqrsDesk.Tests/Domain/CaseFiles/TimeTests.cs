using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.CaseFiles;

public sealed class TimeTests
{
    [Fact]
    public async Task Time_is_written_down_summed_and_put_right_with_its_trace()
    {
        var it = await Case.FiledAsync();
        var (ana, beto) = (Actor.Staff(it.Cast.Ana), Actor.Staff(it.Cast.Beto));
        it.Do((ticket, now) => ticket.SpendTime(25, " Llamada ", Case.Day("03-03"), false, it.Book, now), ana);
        it.Do((ticket, now) => ticket.SpendTime(40, "", Case.Day("03-02"), true, it.Book, now), beto);
        Assert.Equal(65, it.Ticket.CaseFile!.Minutes);

        Assert.Equal(RefusalCode.NotYourTime, Code(it.Try((ticket, now) => ticket.CorrectTime(1, 10, "Era menos.", it.Book, now), beto)));
        Assert.Equal(RefusalCode.ReasonMissing, Code(it.Try((ticket, now) => ticket.CorrectTime(1, 10, " ", it.Book, now), ana)));
        it.Do((ticket, now) => ticket.CorrectTime(1, 10, "Era menos.", it.Book, now), ana);
        it.Do((ticket, now) => ticket.CorrectTime(2, 0, "No era este caso.", it.Book, now), Actor.Staff(it.Cast.Lead));
        Assert.Equal((10, "Llamada", true), it.Ticket.CaseFile.Times[0] is var entry ? (entry.Minutes, entry.What, entry.Corrected) : default);
        Assert.Equal(10, it.Ticket.CaseFile.Minutes);
        Assert.Contains(new TicketEvent.TimeCorrected(1, "Ana Restrepo", 25, 10, "Era menos."), it.Ticket.Events.Select(line => line.Event));
        Assert.Equal(TicketWords.Of(it.Ticket), TicketWords.Of(Ticket.Rebuild(it.Ticket.Events, it.Book)));
    }

    [Theory]
    [InlineData(0, "03-03", RefusalCode.MinutesInvalid)]
    [InlineData(-5, "03-03", RefusalCode.MinutesInvalid)]
    [InlineData(1441, "03-03", RefusalCode.MinutesInvalid)]
    [InlineData(10, "03-04", RefusalCode.TimeDateInvalid)]
    public async Task What_cannot_have_been_is_refused(int minutes, string on, RefusalCode code)
    {
        var it = await Case.FiledAsync();
        Assert.Equal(code, Code(it.Try((ticket, now) => ticket.SpendTime(minutes, "x", Case.Day(on), false, it.Book, now))));
        Assert.Equal(RefusalCode.TextTooLong, Code(it.Try((ticket, now) => ticket.SpendTime(1, new('x', 301), Case.Day("03-03"), false, it.Book, now))));
        Assert.Equal(RefusalCode.TimeUnknown, Code(it.Try((ticket, now) => ticket.CorrectTime(1, 1, "x", it.Book, now))));
    }

    private static RefusalCode? Code(Decision decision) => (decision as Decision.Refused)?.Refusal.Code;
}
