using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Care;

/// <summary>What was found out about a case, for those who work it.</summary>
/// <param name="Findings">What happened.</param>
/// <param name="Cause">Why it did; null: not known.</param>
/// <param name="Evidence">What shows it: a record, a visit, a document. Null: nothing was named.</param>
public sealed record Investigation(string Findings, string? Cause, string? Evidence)
{
    public const int FindingsLimit = 10_000;
    public const int CauseLimit = 1_000;
    public const int EvidenceLimit = 2_000;

    internal Refusal? Refuse() =>
        string.IsNullOrWhiteSpace(Findings) ? new(RefusalCode.FindingsMissing, nameof(Findings))
        : Texts.TooLong(Findings, FindingsLimit, nameof(Findings))
        ?? Texts.TooLong(Cause, CauseLimit, nameof(Cause))
        ?? Texts.TooLong(Evidence, EvidenceLimit, nameof(Evidence));
}
