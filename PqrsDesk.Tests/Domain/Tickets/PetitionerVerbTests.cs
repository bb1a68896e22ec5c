using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Tickets;

/// <summary>What a petitioner says of the answer, and who may look at who they are.</summary>
public sealed class PetitionerVerbTests
{
    [Fact]
    public async Task The_petitioner_judges_an_answer_and_opening_again_forgets_it()
    {
        var filed = await Case.FiledAsync();
        Assert.Equal(new Decision.Refused(RefusalCode.NotAnswered), filed.Try((ticket, now) => ticket.Judge(true, null, filed.Book, now)));

        var judged = filed.Answer().Do((ticket, now) => ticket.Judge(false, " Sigue igual. ", filed.Book, now), Actor.Petitioner("María"));
        Assert.False(judged.Ticket.Solved);
        Assert.Equal(new TicketEvent.SolutionJudged(false, "Sigue igual."), judged.Ticket.Events[^1].Event);

        var version = judged.Ticket.Version;
        Assert.Equal(Decision.Ok, judged.Try((ticket, now) => ticket.Judge(false, null, filed.Book, now)));
        Assert.Equal(version, judged.Ticket.Version);
        Assert.True(judged.Do((ticket, now) => ticket.Judge(true, null, filed.Book, now)).Ticket.Solved);
        Assert.Null(judged.Reopen().Ticket.Solved);
    }

    [Fact]
    public async Task A_comment_has_its_limit()
    {
        var answered = (await Case.FiledAsync()).Answer();
        var refused = Assert.IsType<Decision.Refused>(answered.Try((ticket, now) => ticket.Judge(true, new('x', Filing.ReasonLimit + 1), answered.Book, now)));
        Assert.Equal(RefusalCode.TextTooLong, refused.Refusal.Code);
    }

    [Theory]
    [InlineData(true, Role.Lead, "Lo pide control interno.", null)]
    [InlineData(true, Role.Agent, "Quiero saber.", RefusalCode.RoleTooLow)]
    [InlineData(true, Role.Lead, "  ", RefusalCode.ReasonMissing)]
    [InlineData(false, Role.Admin, "Por nada.", RefusalCode.IdentityNotReserved)]
    public async Task A_reserved_identity_is_shown_to_a_lead_who_says_why(bool reserved, Role role, string reason, RefusalCode? code)
    {
        var filed = await Case.FiledAsync(filing: Samples.Filing with { ReservedIdentity = reserved });
        var decision = filed.Try((ticket, now) => ticket.RevealIdentity(reason, filed.Book, now), Samples.Someone(role));
        Assert.Equal(code, (decision as Decision.Refused)?.Refusal.Code);
        Assert.Equal(code is null, filed.Ticket.Events[^1].Event is TicketEvent.IdentityRevealed);
    }
}
