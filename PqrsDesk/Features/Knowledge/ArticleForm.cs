using PqrsDesk.Domain.Answers;

namespace PqrsDesk.Features.Knowledge;

/// <summary>An article while somebody writes it.</summary>
public sealed class ArticleForm
{
    /// <summary>Null: a new one.</summary>
    public int? Id { get; init; }

    /// <summary>The newest version when it was opened: a later one is overwritten by nobody.</summary>
    public int Seen { get; init; }
    public string Language { get; set; } = Article.Spanish;

    /// <summary>The article that a new one translates; null: none.</summary>
    public int? Translates { get; set; }
    public string Title { get; set; } = "";
    public string Body { get; set; } = "";
    public int? TopicId { get; set; }
    public ArticleVisibility Visibility { get; set; } = ArticleVisibility.Internal;

    /// <summary>Words between commas.</summary>
    public string Tags { get; set; } = "";

    public ArticleText Text => new ArticleText(Title, Body, TopicId, Visibility, Tags.Split([',', ';', '\n'])).Tidy();

    public static ArticleForm Of(int id, string language, int latest, ArticleText text) => new()
    {
        Id = id,
        Seen = latest,
        Language = language,
        Title = text.Title,
        Body = text.Body,
        TopicId = text.TopicId,
        Visibility = text.Visibility,
        Tags = string.Join(", ", text.Tags),
    };
}
