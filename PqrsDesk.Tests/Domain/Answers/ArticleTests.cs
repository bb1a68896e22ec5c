using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Answers;

public sealed class ArticleTests
{
    private static readonly ArticleText Text = new("Cómo pedir un paz y salvo", "Vaya al portal.\n\nPida el *certificado*.", null, ArticleVisibility.Public, ["certificado"]);
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_proposal_leaves_what_is_read_alone_until_it_is_published()
    {
        var article = Article.Begin(Text, Article.Spanish, "paz", null, Samples.Someone(), Now);
        Assert.Equal((ArticleState.Draft, 1, 1), (article.State, article.Latest, article.Shown));
        article.Publish(article.Versions[0], Samples.Someone(Role.Lead, 3, "Gloria"), Now.AddHours(1));
        Assert.Equal((ArticleState.Published, Text.Title), (article.State, article.Title));
        Assert.Equal(("Gloria", Now.AddHours(1)), (article.Versions[0].PublishedBy, article.Versions[0].PublishedAt));

        var proposed = article.Write(Text with { Title = "Paz y salvo", Visibility = ArticleVisibility.Internal }, Samples.Someone(Role.Agent, 2, "Beto"), Now.AddHours(2));
        Assert.Equal((1, 2, Text.Title, ArticleVisibility.Public), (article.Shown, article.Latest, article.Title, article.Visibility));
        article.Publish(proposed, Samples.Someone(Role.Lead, 3, "Gloria"), Now.AddHours(3));
        Assert.Equal((2, "Paz y salvo", ArticleVisibility.Internal), (article.Shown, article.Title, article.Visibility));
        article.Retire(Now.AddHours(4));
        Assert.Equal(ArticleState.Retired, article.State);
        article.Publish(article.Versions[0], Samples.Someone(Role.Lead, 3, "Gloria"), Now.AddHours(5));
        Assert.Equal((ArticleState.Published, 1), (article.State, article.Shown));
    }

    [Theory]
    [InlineData("¿Cómo pedir un PAZ y Salvo?", "como-pedir-un-paz-y-salvo")]
    [InlineData("Ñandú › año 2026", "nandu-ano-2026")]
    [InlineData("—", "articulo")]
    [InlineData("日本", "articulo")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    public void An_address_is_made_of_the_words_of_the_title(string title, string slug) => Assert.Equal(slug, Article.SlugOf(title));

    [Fact]
    public void An_address_stays_within_its_limit() => Assert.InRange(Article.SlugOf(string.Join(' ', Enumerable.Repeat("palabra", 100))).Length, 1, Article.SlugLimit - 8);

    [Fact]
    public void What_cannot_be_saved_says_why()
    {
        Assert.Equal(AnswersProblem.NameMissing, (Text with { Title = "  " }).Refuse()!.Problem);
        Assert.Equal(AnswersProblem.TextMissing, (Text with { Body = " \n" }).Refuse()!.Problem);
        Assert.Equal(AnswersProblem.TextTooLong, (Text with { Body = new('x', 100_000) }).Refuse()!.Problem);
        Assert.Equal(AnswersProblem.TooManyTags, (Text with { Tags = [.. Enumerable.Range(0, 13).Select(n => $"t{n}")] }).Refuse()!.Problem);
        Assert.Equal(AnswersProblem.TagTooLong, (Text with { Tags = [new('x', 41)] }).Refuse()!.Problem);
        Assert.Equal(["uno", "dos"], (Text with { Tags = [" uno ", "", "UNO", "dos"] }).Tidy().Tags);
    }

    [Fact]
    public void A_word_counts_by_the_best_place_it_stands_in()
    {
        var words = ArticleWords.Of(Text);
        Assert.Equal((ArticleWord.OfTitle, ArticleWord.OfTag, ArticleWord.OfBody), (words["paz"], words["certificado"], words["portal"]));
        Assert.DoesNotContain("Paz", words.Keys);
    }

    [Fact]
    public void Two_versions_stand_side_by_side()
    {
        var pairs = TextComparison.Of("uno\ndos\ntres\ncuatro", "uno\nDOS\ntres\ntres y medio\ncuatro");
        Assert.Equal([("uno", "uno"), ("dos", "DOS"), ("tres", "tres"), (null, "tres y medio"), ("cuatro", "cuatro")], pairs.Select(pair => (pair.Before, pair.After)));
        Assert.Equal([true, false, true, false, true], pairs.Select(pair => pair.Same));
        Assert.All(TextComparison.Of("a\nb", "a\nb"), pair => Assert.True(pair.Same));
        Assert.Equal([("", "a"), (null, "b")], TextComparison.Of("", "a\nb").Select(pair => (pair.Before, pair.After)));
    }

    [Fact]
    public void Whatever_was_changed_both_sides_are_whole()
    {
        var chance = new Random(1755);
        for (var round = 0; round < 200; round++)
        {
            var (before, after) = (Draw(), Draw());
            var pairs = TextComparison.Of(before, after);
            Assert.Equal(before, string.Join('\n', pairs.Select(pair => pair.Before).OfType<string>()));
            Assert.Equal(after, string.Join('\n', pairs.Select(pair => pair.After).OfType<string>()));
        }

        string Draw() => string.Join('\n', Enumerable.Range(0, chance.Next(1, 12)).Select(_ => "abcd"[chance.Next(4)]));
    }
}
