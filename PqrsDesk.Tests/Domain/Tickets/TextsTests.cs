using System.Text;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using Xunit;

namespace PqrsDesk.Domain.Tickets;

/// <summary>Cutting, as those who do it show it.</summary>
public class TextsTests
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly string Faces = string.Concat(Enumerable.Repeat("🙂", 600));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    public void Whatever_is_kept_of_a_long_text_a_strict_store_takes(string before)
    {
        string[] kept = [DocumentKey.Of(before + Faces), FieldValues.KeyOf(before + Faces), Notice.Shorten(before + Faces)];

        Assert.All(kept, text => Assert.NotNull(Strict.GetBytes(text)));
        Assert.InRange(kept[1].Length, FieldValues.KeyLimit - 1, FieldValues.KeyLimit);
        Assert.InRange(kept[2].Length, Notice.WordsLimit - 1, Notice.WordsLimit);
        Assert.EndsWith("🙂…", kept[2], StringComparison.Ordinal);
    }

    [Fact]
    public void What_fits_is_left_as_it_is()
    {
        var fits = new string('x', Notice.WordsLimit);

        Assert.Equal(fits, Notice.Shorten(fits));
        Assert.Equal(fits[..(Notice.WordsLimit - 1)] + "…", Notice.Shorten(fits + "x"));
        Assert.Equal($"{fits[..(Notice.WordsLimit - 2)]}…", Notice.Shorten(fits[..(Notice.WordsLimit - 2)] + " xx"));
    }
}
