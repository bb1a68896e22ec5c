using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Tickets;

public sealed class WordQueryTests
{
    [Theory]
    [InlineData("Ñandú ÁRBOL", "nandu arbol")]
    [InlineData("PQRS-2026-000123", "pqrs 2026 000123")]
    [InlineData("maria@example.org", "maria example org")]
    [InlineData("uno, dos; uno", "dos uno")]
    [InlineData("\"a\" AND (b OR NOT c*) NEAR/2 ^d:e", "a and b or not c near 2 d e")]
    [InlineData(" \t\0 -- '' %_ 🙂 ", "")]
    [InlineData("a\0b", "a b")]
    [InlineData("roto\ud83dmitad", "roto mitad")]
    [InlineData("Здравствуйте 你好", "здравствуите 你好")]
    public void Words_are_runs_of_letters_and_digits(string typed, string words) => Assert.Equal(words, string.Join(' ', WordQuery.Read(typed).Words));

    [Theory]
    [InlineData("cob", "cob")]
    [InlineData("doble cob", "cob")]
    [InlineData("doble c", null)]
    [InlineData("", null)]
    public void Only_the_last_word_may_be_begun_and_only_with_two_letters(string typed, string? begun) => Assert.Equal(begun, WordQuery.Read(typed).Begun);

    [Fact]
    public void A_text_beyond_all_measure_is_cut()
    {
        var query = WordQuery.Read(new string('x', 100_000));

        Assert.Equal(SearchedWords.LongestWord, Assert.Single(query.Words).Length);
    }

    [Theory]
    [InlineData("PQRS-2026-000001")]
    [InlineData("000001")]
    [InlineData("1")]
    [InlineData("pqrs-2026-0000")]
    [InlineData("iniguez")]
    [InlineData("factura adjunto")]
    [InlineData("duplicado adj")]
    public async Task A_ticket_is_found_by_its_words(string typed) => Assert.True(await MatchesAsync(typed));

    [Theory]
    [InlineData("duplic factura")]
    [InlineData("factura ajena")]
    [InlineData("uplicado")]
    [InlineData("cartera")]
    [InlineData("---")]
    public async Task It_is_not_found_by_what_it_does_not_say(string typed) => Assert.False(await MatchesAsync(typed));

    private static async Task<bool> MatchesAsync(string typed)
    {
        var it = await Case.FiledAsync(filing: Samples.Filing with { PetitionerName = "María Íñiguez" });
        it.Do((ticket, now) => ticket.Note("Preguntar en cartera", it.Book, now));
        return WordQuery.Read(typed).Matches(SearchedWords.Of(it.Ticket.Events.Select(line => line.Event)));
    }
}
