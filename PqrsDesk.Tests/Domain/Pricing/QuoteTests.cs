using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using Xunit;
using static PqrsDesk.Domain.Pricing.Priced;

namespace PqrsDesk.Domain.Pricing;

public sealed class QuoteTests
{
    private static readonly DateOnly Today = new(2026, 3, 3);
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 15, 0, 0, TimeSpan.Zero);
    private static readonly Actor Lead = Samples.Someone(Role.Lead);

    [Fact]
    public void It_is_over_by_itself_after_its_last_day()
    {
        var quote = Draft();
        Assert.Null(quote.Send(Today, Now));
        Assert.Equal(QuoteState.Sent, quote.StateOn(quote.ValidUntil));
        Assert.Equal(QuoteState.Expired, quote.StateOn(quote.ValidUntil.AddDays(1)));
        Assert.Equal(PriceProblemCode.Expired, quote.Accept(0, 7, Lead, quote.ValidUntil.AddDays(1), Now)!.Code);
        Assert.Null(quote.Accept(0, 7, Lead, quote.ValidUntil, Now));
        Assert.Equal((QuoteState.Accepted, 0, 7), (quote.StateOn(quote.ValidUntil.AddDays(9)), quote.Chosen, quote.ContractId));
    }

    [Fact]
    public void Each_verb_has_its_time()
    {
        var quote = Draft();
        Assert.Equal(PriceProblemCode.NotOpen, quote.Accept(0, 7, Lead, Today, Now)!.Code);
        Assert.Equal(PriceProblemCode.NotOpen, quote.Reject("Caro.", Lead, Now)!.Code);
        quote.ValidUntil = Today.AddDays(-1);
        Assert.Equal(PriceProblemCode.ValidityPast, quote.Send(Today, Now)!.Code);
        quote.ValidUntil = Today;
        Assert.Null(quote.Send(Today, Now));
        Assert.Equal(PriceProblemCode.NotADraft, quote.Send(Today, Now)!.Code);
        Assert.Equal(PriceProblemCode.NotADraft, quote.Change(null, "Otro", Today, Content())!.Code);
        Assert.Equal(PriceProblemCode.OfferUnknown, quote.Accept(1, 7, Lead, Today, Now)!.Code);
        Assert.Equal(PriceProblemCode.ReasonMissing, quote.Reject(" ", Lead, Now)!.Code);
        Assert.Equal(PriceProblemCode.TextTooLong, quote.Reject(new string('x', 501), Lead, Now)!.Code);
        Assert.Null(quote.Reject("Caro.", Lead, Now));
        Assert.Equal(PriceProblemCode.NotOpen, quote.Accept(0, 7, Lead, Today, Now)!.Code);
    }

    [Fact]
    public void A_revision_goes_on_under_the_same_number_and_the_first_stays()
    {
        var quote = Draft();
        quote.Send(Today, Now);
        var next = quote.Revise(1, Today.AddDays(30), Lead, Now);
        Assert.Equal(("COT-2026-0012", "COT-2026-0012-r2"), (quote.Number, next.Number));
        Assert.Equal((QuoteState.Sent, QuoteState.Draft), (quote.State, next.State));
        Assert.Same(quote.Content, next.Content);
    }

    private static Quote Draft() => new() { Year = 2026, Sequence = 12, For = "Aguas del Valle", ValidUntil = Today.AddDays(30), Content = Content(), MadeAt = Now, MadeBy = "Lía" };
}
