using PqrsDesk.Domain.People;

namespace PqrsDesk.Domain.Answers;

/// <summary>An article as somebody saved it. Append only.</summary>
public sealed class ArticleVersion
{
    private ArticleVersion()
    {
    }

    internal ArticleVersion(int number, ArticleText text, Actor by, DateTimeOffset at, int? restoredFrom)
    {
        (Number, ById, ByName, At, RestoredFrom) = (number, by.StaffId, by.Name, at, restoredFrom);
        (Title, Body, TopicId, Visibility, Tags) = (text.Title, text.Body, text.TopicId, text.Visibility, text.Tags);
    }

    public int ArticleId { get; private set; }

    /// <summary>Counts from 1 within an article.</summary>
    public int Number { get; private set; }
    public string Title { get; private set; } = "";
    public string Body { get; private set; } = "";
    public int? TopicId { get; private set; }
    public ArticleVisibility Visibility { get; private set; }
    public IReadOnlyList<string> Tags { get; private set; } = [];
    public DateTimeOffset At { get; private set; }
    public int? ById { get; private set; }
    public string ByName { get; private set; } = "";

    /// <summary>The older version whose text it brought back; null: it was written.</summary>
    public int? RestoredFrom { get; private set; }

    /// <summary>When it was last made the one that is read, and who did; null: it never was.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }
    public string? PublishedBy { get; private set; }

    public ArticleText Text => new(Title, Body, TopicId, Visibility, Tags);

    internal void Publish(Actor by, DateTimeOffset at) => (PublishedBy, PublishedAt) = (by.Name, at);
}
