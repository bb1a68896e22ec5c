using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.CaseFiles;

public sealed class TagTests
{
    [Theory]
    [InlineData("Facturación doble", "  facturacion   DOBLE ", true)]
    [InlineData("app\u0000movil", "App Móvil", true)]
    [InlineData("\u202Eurgente", "urgente", true)]
    [InlineData("año", "ano", true)]
    [InlineData("👩‍👧 familia", "👩‍👧 Familia", true)]
    [InlineData("cobro", "cobros", false)]
    public void Two_are_one_when_only_case_accents_or_what_cannot_be_seen_tell_them_apart(string one, string other, bool same) => Assert.Equal(same, Tag.Same(one, other));

    [Fact]
    public async Task They_are_put_on_once_and_taken_off_in_whatever_letters()
    {
        var it = await Case.FiledAsync();
        it.Do((ticket, now) => ticket.Tag([" Facturación  doble", "facturacion DOBLE", "App"], [], it.Book, now));
        Assert.Equal(["Facturación doble", "App"], it.Ticket.CaseFile!.Tags);
        var version = it.Ticket.Version;

        it.Do((ticket, now) => ticket.Tag(["APP"], ["no está"], it.Book, now));
        Assert.Equal(version, it.Ticket.Version);

        it.Do((ticket, now) => ticket.Tag(["app móvil"], ["ápp"], it.Book, now));
        Assert.Equal(["Facturación doble", "app móvil"], it.Ticket.CaseFile!.Tags);
        var change = Assert.IsType<TicketEvent.TagsChanged>(it.Ticket.Events[^1].Event);
        Assert.Equal(["app móvil"], change.Added);
        Assert.Equal(["App"], change.Removed);
        Assert.Equal(TicketWords.Of(it.Ticket), TicketWords.Of(Ticket.Rebuild(it.Ticket.Events, it.Book)));
    }

    [Fact]
    public async Task There_are_limits_and_a_refusal_changes_nothing()
    {
        var it = await Case.FiledAsync();
        Decision Try(params string?[] add) => it.Try((ticket, now) => ticket.Tag(add, [], it.Book, now));

        Assert.Equal(new Refusal(RefusalCode.TagInvalid, "Tags"), Try("  "));
        Assert.Equal(new Refusal(RefusalCode.TagInvalid, "Tags"), Try(null, "\u200F"));
        Assert.Equal(new Refusal(RefusalCode.TextTooLong, "Tags", "40"), Try(new string('a', 41)));
        Assert.Equal(new Refusal(RefusalCode.TextTooLong, "Tags", "40"), Try(new string('\ud83d', 100_000)));
        Assert.Equal(new Refusal(RefusalCode.TooManyTags, "Tags", "20"), Try([.. Enumerable.Range(0, 21).Select(number => $"e{number}")]));
        Assert.Null(it.Ticket.CaseFile);
        Assert.Equal(1, it.Ticket.Version);
        Assert.True(Try([.. Enumerable.Range(0, 20).Select(number => $"e{number}")]).Succeeded);
        Assert.Equal(new Refusal(RefusalCode.TooManyTags, "Tags", "20"), Try("otra"));

        // In place of another there is room.
        Assert.True(it.Try((ticket, now) => ticket.Tag(["otra"], ["e3"], it.Book, now)).Succeeded);
    }

    [Fact]
    public async Task They_are_put_on_a_closed_case_too_and_no_colleague_has_to_look_again_before_answering()
    {
        var it = await Case.FiledAsync();
        it.Answer().Close().Do((ticket, now) => ticket.Tag(["fraude"], [], it.Book, now), Actor.Staff(it.Cast.Ana));
        Assert.True(it.Ticket.Events[^1].Event.HappensByItself);
    }
}
