using FsCheck;
using FsCheck.Fluent;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Ui;

public sealed class FilterAddressTests
{
    [Fact]
    public void A_filter_comes_back_from_its_address() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Arb.From(Filters.Any), filter =>
        {
            Assert.Equal(filter, FilterAddress.Read(FilterAddress.Of(filter), out var strange));
            Assert.Empty(strange);
            Assert.Equal(filter, FilterAddress.Read(DeskUrls.QueueWith(FilterAddress.Parameters(filter, wholly: true))));
        }));

    [Fact]
    public void Me_and_nobody_are_words_in_it()
    {
        var filter = new TicketFilter { OwnerId = Choices.Of([TicketFilter.Me, TicketFilter.Nobody, 3], not: true) };

        Assert.Equal("/?responsable=yo&responsable=nadie&responsable=3&excepto=responsable", FilterAddress.Of(filter));
        Assert.Equal(filter, FilterAddress.Read(FilterAddress.Of(filter)));
    }

    [Theory]
    [InlineData("/?tipo=Claim&prioridad=High", TicketKind.Claim, Priority.High)]
    [InlineData("/?tipo=claim&prioridad=HIGH", TicketKind.Claim, Priority.High)]
    public void An_old_bookmark_opens_the_same_list(string address, TicketKind kind, Priority priority) =>
        Assert.Equal(new TicketFilter { Kind = kind, Priority = priority }, FilterAddress.Read(address));

    [Theory]
    [InlineData("/?tipo=Nada", "tipo=Nada")]
    [InlineData("/?tipo=3", "tipo=3")]
    [InlineData("/?area=-1&area=x", "area=-1,area=x")]
    [InlineData("/?estado=Filed&estado=Volando", "estado=Volando")]
    [InlineData("/?radicadoDesde=2026-02-30", "radicadoDesde=2026-02-30")]
    [InlineData("/?tarde=quizas", "tarde=quizas")]
    [InlineData("/?cumplen=nada", "cumplen=nada")]
    [InlineData("/?parecidosA=99999999999999999999", "parecidosA=99999999999999999999")]
    public void What_nobody_understands_is_left_out_and_told(string address, string told)
    {
        var filter = FilterAddress.Read(address, out var strange);

        Assert.Equal(told, string.Join(',', strange));
        Assert.True(filter == new TicketFilter() || filter == new TicketFilter { Status = TicketStatus.Filed });
    }

    [Fact]
    public void Hostile_text_makes_no_address_crash()
    {
        foreach (var text in (string[])["\0\0", "%00%ff%fe", new string('x', 100_000), "\u202Eabc", "<script>", "🙂&=?#", "%", "&&&==="])
        {
            var filter = FilterAddress.Read($"/?tema={text}&texto={Uri.EscapeDataString(text)}&tipo={text}&columnas={text}", out _);
            Assert.Equal(filter, FilterAddress.Read(FilterAddress.Of(filter)));
            LayoutAddress.Read($"/?columnas={text}&agrupar={text}&densidad={text}", out _);
        }
    }

    [Fact]
    public void A_layout_comes_back_from_its_address()
    {
        var layout = QueueLayout.Usual.With([QueueColumn.Due, QueueColumn.Subject, QueueColumn.Topic]) with { Density = QueueDensity.Compact, Grouping = QueueGrouping.Owner };

        Assert.Equal(layout, LayoutAddress.Read(DeskUrls.QueueWith(LayoutAddress.Parameters(layout)), out _));
        Assert.Equal(QueueLayout.Usual, LayoutAddress.Read(DeskUrls.QueueWith(LayoutAddress.Parameters(QueueLayout.Usual)), out _));
        Assert.Null(LayoutAddress.Read("/?tipo=Claim", out _));
        Assert.Equal(["columnas=Nada"], Told("/?columnas=Nada,Due"));

        static IReadOnlyList<string> Told(string address)
        {
            LayoutAddress.Read(address, out var strange);
            return strange;
        }
    }
}
