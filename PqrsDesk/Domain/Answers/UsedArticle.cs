namespace PqrsDesk.Domain.Answers;

/// <summary>An article that something said to a petitioner drew on, in the version it had then.</summary>
/// <param name="Title">As it was called then.</param>
public sealed record UsedArticle(int Id, int Version, string Title);
