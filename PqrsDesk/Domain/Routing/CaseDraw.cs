using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Routing;

/// <summary>Why a case was the next that somebody was handed out. Kept in its log, in names: it holds whatever is changed later.</summary>
/// <param name="Due">What is owed first, and when; null: nothing was promised.</param>
/// <param name="Fits">Of what they can do, what it asks for.</param>
/// <param name="Before">How many that are due sooner and have nobody were not for them.</param>
public sealed record CaseDraw(DeadlineKind? Due, DateTimeOffset? DueAt, IReadOnlyList<SkillMatch> Fits, int Before);

/// <summary>Something that somebody can do and a case asks for.</summary>
/// <param name="Value">The name of a topic, an area or a queue, a language's tag, or the code name of a kind or channel.</param>
public sealed record SkillMatch(SkillKind Kind, string Value);
