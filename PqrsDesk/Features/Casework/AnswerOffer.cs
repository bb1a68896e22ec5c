using PqrsDesk.Domain.Answers;

namespace PqrsDesk.Features.Casework;

/// <summary>What can be put into a reply.</summary>
public enum AnswerSource
{
    Template = 1,
    Article,
}

/// <summary>A template or an article that is offered for a case.</summary>
/// <param name="Version">Of an article: the one that is read.</param>
/// <param name="OfTopic">It is about the case's topic.</param>
/// <param name="Words">Of the case, that it has in its title, folded.</param>
/// <param name="Slug">Of an article that everybody may read; else null.</param>
public sealed record AnswerOffer(AnswerSource Source, int Id, int Version, string Title, string Language, bool OfTopic, IReadOnlyList<string> Words, string? Slug)
{
    public UsedArticle? Article => Source == AnswerSource.Article ? new(Id, Version, Title) : null;
}

/// <summary>Put into the reply: the text, and the article that it is of.</summary>
public sealed record InsertedAnswer(string Text, UsedArticle? Article);
