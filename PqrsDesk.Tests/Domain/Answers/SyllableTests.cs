using Xunit;

namespace PqrsDesk.Domain.Answers;

/// <summary>Words that were divided by hand, by the Ortografía of the Real Academia (2010).</summary>
public sealed class SyllableTests
{
    [Theory]

    // Plain ones, and consonants in groups.
    [InlineData("sol", 1)]
    [InlineData("ca-sa", 2)]
    [InlineData("trans-por-te", 3)]
    [InlineData("res-pues-ta", 3)]
    [InlineData("obs-tá-cu-lo", 4)]
    [InlineData("pe-ti-cio-na-rio", 5)]
    [InlineData("ad-mi-nis-tra-ti-vo", 6)]

    // Diphthongs.
    [InlineData("cau-sa", 2)]
    [InlineData("ciu-dad", 2)]
    [InlineData("cui-da-do", 3)]
    [InlineData("deu-da", 2)]
    [InlineData("vein-te", 2)]
    [InlineData("sies-ta", 2)]
    [InlineData("a-gua", 2)]
    [InlineData("can-ción", 2)]
    [InlineData("tam-bién", 2)]
    [InlineData("cuí-da-te", 3)]
    [InlineData("lin-güís-ti-ca", 4)]
    [InlineData("cons-truir", 2)]
    [InlineData("je-sui-ta", 3)]
    [InlineData("prohi-bir", 2)]
    [InlineData("ahu-mar", 2)]
    [InlineData("de-sahu-cio", 3)]

    // Hiatus.
    [InlineData("pa-ís", 2)]
    [InlineData("dí-a", 2)]
    [InlineData("ba-úl", 2)]
    [InlineData("re-ír", 2)]
    [InlineData("le-í-a", 3)]
    [InlineData("o-í-an", 3)]
    [InlineData("te-a-tro", 3)]
    [InlineData("a-é-re-o", 4)]
    [InlineData("le-er", 2)]
    [InlineData("co-o-pe-rar", 4)]
    [InlineData("al-co-hol", 3)]
    [InlineData("bú-ho", 2)]
    [InlineData("ve-hí-cu-lo", 4)]
    [InlineData("a-ho-ra", 3)]
    [InlineData("chi-i-ta", 3)]
    [InlineData("cons-truí-a", 3)]

    // Three vowels, and vowels on both sides of a closed one.
    [InlineData("buey", 1)]
    [InlineData("miau", 1)]
    [InlineData("a-ve-ri-guáis", 4)]
    [InlineData("es-tu-diáis", 3)]
    [InlineData("pa-ra-no-ia", 4)]

    // The u that is not heard, and the one that is.
    [InlineData("que", 1)]
    [InlineData("a-quí", 2)]
    [InlineData("gue-rra", 2)]
    [InlineData("guí-a", 2)]
    [InlineData("si-guien-te", 3)]
    [InlineData("a-güe-ro", 3)]
    [InlineData("guar-dar", 2)]
    [InlineData("cuo-ta", 2)]

    // The y.
    [InlineData("y", 1)]
    [InlineData("muy", 1)]
    [InlineData("ley", 1)]
    [InlineData("le-yes", 2)]
    [InlineData("ma-yo", 2)]
    [InlineData("ya", 1)]

    // Capitals, and what is no word.
    [InlineData("CIU-DAD", 2)]
    [InlineData("Dr", 1)]
    public void Spanish_words_have_the_syllables_that_are_counted_by_hand(string divided, int count)
    {
        Assert.Equal(count, divided.Split('-').Length);
        Assert.Equal(count, SpanishSyllables.Of(divided.Replace("-", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("the", 1)]
    [InlineData("make", 1)]
    [InlineData("table", 2)]
    [InlineData("coffee", 2)]
    [InlineData("people", 2)]
    [InlineData("asked", 1)]
    [InlineData("wanted", 2)]
    [InlineData("boxes", 2)]
    [InlineData("times", 1)]
    [InlineData("petition", 3)]
    [InlineData("answer", 2)]
    [InlineData("see", 1)]
    [InlineData("xyz", 1)]
    public void English_words_are_counted_nearly(string word, int count) => Assert.Equal(count, EnglishSyllables.Of(word));
}
