using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Answers;

/// <summary>A word that an article is found by.</summary>
public sealed class ArticleWord
{
    /// <summary>What a word counts by where it stands: one of the title more than any number of others.</summary>
    public const int OfTitle = 1_000;
    public const int OfTag = 100;
    public const int OfBody = 1;

    public required int ArticleId { get; init; }

    /// <summary>Folded, as <see cref="SearchedWords.Split"/> has it.</summary>
    public required string Word { get; init; }
    public required int Weight { get; init; }
}

public static class ArticleWords
{
    /// <summary>Different words of one article.</summary>
    private const int Most = 4_000;

    /// <summary>Each word once, by the best place it stands in.</summary>
    public static IReadOnlyDictionary<string, int> Of(ArticleText text)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        Add(text.Title, ArticleWord.OfTitle);
        foreach (var tag in text.Tags) Add(tag, ArticleWord.OfTag);
        Add(text.Body, ArticleWord.OfBody);
        return words;

        void Add(string said, int weight)
        {
            foreach (var word in SearchedWords.Split(said))
                if (words.Count < Most) words.TryAdd(word, weight);
        }
    }
}

/// <summary>An answer that drew on an article: a reader of the log keeps it, so that the article can name them.</summary>
public sealed class ArticleUse
{
    public required int ArticleId { get; init; }
    public required long TicketId { get; init; }

    /// <summary>The line of the ticket's log.</summary>
    public required int Sequence { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset At { get; init; }
}
