using PqrsDesk.Domain.Tickets;
using Xunit;

namespace PqrsDesk.Features.Searching;

public sealed class MarkingTests
{
    [Theory]
    [InlineData("Facturación, factura y facturó", "factura", "[Facturación], [factura] y facturó")]
    [InlineData("El ñandú", "NANDU", "El [ñandú]")]
    [InlineData("PQRS-2026-000123", "123", "PQRS-2026-[000123]")]
    [InlineData("Cafe\u0301 frío", "café frío", "[Cafe\u0301] [frío]")]
    [InlineData("nada", "otra", "nada")]
    [InlineData("", "otra", "")]
    public void The_words_looked_for_are_marked_as_they_were_written(string text, string typed, string marked) =>
        Assert.Equal(marked, string.Concat(Marking.Of(text, WordQuery.Read(typed)).Select(run => run.Marked ? $"[{run.Text}]" : run.Text)));

    [Fact]
    public void An_excerpt_is_a_piece_around_the_words()
    {
        var text = string.Join(' ', Enumerable.Repeat("relleno", 50)) + " el ornitorrinco " + string.Join(' ', Enumerable.Repeat("final", 50));

        var excerpt = Excerpt.Of(WordQuery.Read("ornitorrinco"), "otra cosa", [new TicketEvent.Replied("nada"), new TicketEvent.Answered(text)]);

        Assert.Equal(ExcerptSource.Answer, excerpt!.Source);
        Assert.Contains("el ornitorrinco", excerpt.Text, StringComparison.Ordinal);
        Assert.InRange(excerpt.Text.Length, 100, 220);
        Assert.StartsWith("…", excerpt.Text, StringComparison.Ordinal);
        Assert.EndsWith("…", excerpt.Text, StringComparison.Ordinal);
        Assert.Null(Excerpt.Of(WordQuery.Read("cosa"), "otra cosa", [new TicketEvent.Answered(text)]));
    }
}
