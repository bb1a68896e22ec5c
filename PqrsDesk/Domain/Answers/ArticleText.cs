using System.Globalization;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Answers;

/// <summary>Whom an article is for. Numbers are stored and never reused.</summary>
public enum ArticleVisibility
{
    /// <summary>Staff alone.</summary>
    Internal = 1,

    /// <summary>Everybody, once it is published.</summary>
    Public = 2,
}

/// <summary>What an article says, whole: all that a version keeps.</summary>
/// <param name="Body">Markdown.</param>
/// <param name="Tags">Words that it is found by and does not say.</param>
public sealed record ArticleText(string Title, string Body, int? TopicId, ArticleVisibility Visibility, IReadOnlyList<string> Tags)
{
    public const int TitleLimit = 160;
    public const int BodyLimit = 60_000;
    public const int TagLimit = 40;
    public const int MostTags = 12;

    /// <summary>Null when it can be saved.</summary>
    public AnswersFault? Refuse() =>
        AnswersFault.OfName(Title, TitleLimit)
        ?? (string.IsNullOrWhiteSpace(Body) ? new AnswersFault(AnswersProblem.TextMissing) : null)
        ?? AnswersFault.OfText(Body, BodyLimit)
        ?? (Tags.Count > MostTags ? new AnswersFault(AnswersProblem.TooManyTags, MostTags.ToString(CultureInfo.InvariantCulture)) : null)
        ?? (Tags.Any(tag => tag.Length > TagLimit) ? new AnswersFault(AnswersProblem.TagTooLong, TagLimit.ToString(CultureInfo.InvariantCulture)) : null);

    public ArticleText Tidy() => this with
    {
        Title = Title.Trim(),
        Body = Body.ReplaceLineEndings("\n").Trim(),
        Tags = [.. Tags.Select(tag => tag.Trim()).Where(tag => tag.Length > 0).DistinctBy(Ticket.Fold)],
    };

    public bool Says(ArticleText other) =>
        (Title, Body, TopicId, Visibility) == (other.Title, other.Body, other.TopicId, other.Visibility) && Tags.SequenceEqual(other.Tags);
}
