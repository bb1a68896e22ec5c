using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Answers;

/// <summary>Where an article stands.</summary>
public enum ArticleState
{
    /// <summary>Proposed, and nobody published it yet.</summary>
    Draft = 1,
    Published = 2,

    /// <summary>Not shown any more; what used it still leads to it.</summary>
    Retired = 3,
}

/// <summary>What the house knows about something, in one language. Each saved text stays; one of them is the published one.</summary>
/// <remarks>Who may not publish proposes: the text that is read stays as it is until a lead publishes the newest.</remarks>
public sealed class Article
{
    public const int SlugLimit = 80;
    public const string Spanish = "es";
    public const string English = "en";

    private readonly List<ArticleVersion> _versions = [];

    private Article()
    {
    }

    public int Id { get; private set; }

    /// <summary>In its public address: as it was first called, and the same ever since.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Primary tag: <see cref="Spanish"/> or <see cref="English"/>.</summary>
    public string Language { get; private set; } = Spanish;

    /// <summary>What it has in common with its translations.</summary>
    public Guid Family { get; private set; }

    /// <summary>Number of the newest version; the optimistic concurrency token.</summary>
    public int Latest { get; private set; }

    /// <summary>Number of the version that is read; null: it was never published.</summary>
    public int? Published { get; private set; }
    public DateTimeOffset? RetiredAt { get; private set; }
    public string Author { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>How many of its readers said whether it helped them.</summary>
    public int Useful { get; private set; }
    public int NotUseful { get; private set; }

    /// <summary>Of the version that is shown: the published one, or the newest while none is.</summary>
    public string Title { get; private set; } = "";
    public int? TopicId { get; private set; }
    public ArticleVisibility Visibility { get; private set; }

    /// <summary>Those that it was loaded with, and those made since.</summary>
    public IReadOnlyList<ArticleVersion> Versions => _versions;

    public ArticleState State => StateOf(RetiredAt, Published);

    /// <summary>Number of the version that is shown.</summary>
    public int Shown => Published ?? Latest;

    public static ArticleState StateOf(DateTimeOffset? retiredAt, int? published) =>
        retiredAt is not null ? ArticleState.Retired : published is null ? ArticleState.Draft : ArticleState.Published;

    public static bool IsLanguage(string? tag) => tag is Spanish or English;

    /// <summary>A new one, as a draft. The text is tidy and not refused.</summary>
    /// <param name="family">That of the article it translates; null: of its own.</param>
    public static Article Begin(ArticleText text, string language, string slug, Guid? family, Actor by, DateTimeOffset at)
    {
        var article = new Article { Slug = slug, Language = language, Family = family ?? Guid.NewGuid(), Author = by.Name };
        article.Write(text, by, at);
        return article;
    }

    /// <summary>Keeps a text as the newest version. It is read at once only while nothing is published.</summary>
    public ArticleVersion Write(ArticleText text, Actor by, DateTimeOffset at, int? restoredFrom = null)
    {
        var version = new ArticleVersion(++Latest, text, by, at, restoredFrom);
        _versions.Add(version);
        ChangedAt = at;
        if (Published is null) Show(text);
        return version;
    }

    /// <summary>What is read from now on. A retired article comes back by it.</summary>
    public void Publish(ArticleVersion version, Actor by, DateTimeOffset at)
    {
        version.Publish(by, at);
        (Published, RetiredAt, ChangedAt) = (version.Number, null, at);
        Show(version.Text);
    }

    public void Retire(DateTimeOffset at) => (RetiredAt, ChangedAt) = (at, at);

    /// <summary>The words of a title as an address has them; never empty.</summary>
    public static string SlugOf(string title)
    {
        var slug = "";
        foreach (var word in SearchedWords.Split(title).Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit))).Where(word => word.Length > 0))
        {
            if (slug.Length + word.Length > SlugLimit - 10) break;
            slug += slug.Length == 0 ? word : "-" + word;
        }

        return slug.Length == 0 ? "articulo" : slug;
    }

    private void Show(ArticleText text) => (Title, TopicId, Visibility) = (text.Title, text.TopicId, text.Visibility);
}
