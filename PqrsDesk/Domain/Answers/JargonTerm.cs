namespace PqrsDesk.Domain.Answers;

/// <summary>Words that a citizen may not understand, and what can be said instead.</summary>
/// <param name="Term">One word or several. A star at the end stands for any ending: <c>allegad*</c>.</param>
public sealed record JargonTerm(string Term, string Plain)
{
    public const int Limit = 120;
}
