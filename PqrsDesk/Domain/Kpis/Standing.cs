namespace PqrsDesk.Domain.Kpis;

/// <summary>Where a ticket stood at a cut, whatever became of it since.</summary>
public enum Standing
{
    Open = 1,
    Answered = 2,
    Closed = 3,

    /// <summary>Withdrawn, transferred, voided or merged: gone without an answer of its own.</summary>
    Ended = 4,
}
