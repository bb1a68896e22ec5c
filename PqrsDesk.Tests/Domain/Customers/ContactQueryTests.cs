using Xunit;

namespace PqrsDesk.Domain.Customers;

public sealed class ContactQueryTests
{
    [Theory]
    [InlineData("Núñez  josé", "nunez|jose")]
    [InlineData("+57 (300) 123-4567", "573001234567,3001234567")]
    [InlineData("300 123 45 67 rosa", "3001234567|rosa")]
    [InlineData("601 234 5678", "6012345678,2345678")]
    [InlineData("CC 52.123.456", "52123456")]
    [InlineData("Rosa C.C. 52.123.456", "rosa|52123456")]
    [InlineData("ti rosa", "ti|rosa")]
    [InlineData("Rosa@Example.org", "rosa@example.org")]
    [InlineData("j", "")]
    [InlineData(" - . ", "")]
    [InlineData(null, "")]
    public void What_is_typed_is_read_as_people_say_it(string? typed, string read) =>
        Assert.Equal(read, string.Join('|', ContactQuery.Read(typed).Words.Select(word => string.Join(',', word.Readings))));

    [Theory]
    [InlineData("martines", "martinez", 1)]
    [InlineData("gonzales", "gonzalez", 1)]
    [InlineData("ernandez", "hernandez", 1)]
    [InlineData("rodriguze", "rodriguez", 1)]
    [InlineData("rodrigez", "rodriguez", 1)]
    [InlineData("gonza", "gonzalez", 0)]
    [InlineData("gonsa", "gonzalez", 1)]
    [InlineData("rosa", "rossana", null)]
    [InlineData("rosa", "rocas", null)]
    [InlineData("ana", "ena", null)]
    [InlineData("martinez", "gomez", null)]
    public void A_word_is_near_when_few_letters_are_wrong(string typed, string word, int? distance) =>
        Assert.Equal(distance, NearWords.Distance(typed, word));

    [Fact]
    public void A_name_that_is_heard_alike_may_begin_otherwise()
    {
        Assert.Contains('b', NearWords.FirstLetters("vargas"));
        Assert.Contains('h', NearWords.FirstLetters("ernandez"));
        Assert.Contains('e', NearWords.FirstLetters("hernandez"));
        Assert.Contains('s', NearWords.FirstLetters("zuluaga"));
        Assert.DoesNotContain('m', NearWords.FirstLetters("vargas"));
    }
}
