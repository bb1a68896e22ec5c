using System.Text;
using Xunit;

namespace PqrsDesk.Features.Channels.Meta;

public sealed class TextPiecesTests
{
    [Theory]
    [InlineData("", 10, "")]
    [InlineData("  corto ", 10, "corto")]
    [InlineData("0123456789", 10, "0123456789")]
    [InlineData("uno dos tres cuatro", 10, "uno dos|tres|cuatro")]
    [InlineData("uno dos.\n\ntres cuatro", 12, "uno dos.|tres cuatro")]
    [InlineData("Es una. Es otra frase", 16, "Es una. Es otra|frase")]
    [InlineData("sinningúnblanco", 6, "sinnin|gúnbla|nco")]
    [InlineData("👍👍👍", 3, "👍|👍|👍")]
    [InlineData("👍👍", 1, "👍|👍")]
    public void A_text_is_cut_where_a_reader_would(string text, int most, string pieces) =>
        Assert.Equal(pieces.Length == 0 ? [] : pieces.Split('|'), TextPieces.Of(text, most, rune => rune.Utf16SequenceLength));

    [Fact]
    public void No_piece_is_too_long_and_nothing_but_blanks_is_lost()
    {
        var chance = new Random(7);
        const string Letters = "abcé ñ. \n\n👍,";
        for (var made = 0; made < 300; made++)
        {
            var text = string.Concat(Enumerable.Range(0, chance.Next(400)).Select(_ => Letters.EnumerateRunes().ElementAt(chance.Next(12)).ToString()));
            var most = chance.Next(4, 60);
            foreach (var (measure, length) in new (Func<Rune, int>, Func<string, int>)[] { (rune => rune.Utf16SequenceLength, piece => piece.Length), (rune => rune.Utf8SequenceLength, Encoding.UTF8.GetByteCount) })
            {
                var pieces = TextPieces.Of(text, most, measure);
                Assert.All(pieces, piece => Assert.InRange(length(piece), 1, most));
                Assert.Equal(Plain(text), Plain(string.Concat(pieces)));
            }
        }
    }

    private static string Plain(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
