namespace PqrsDesk.Domain.Kpis;

/// <summary>What came in and went out within a period.</summary>
/// <param name="Answered">Left the queue: answered, or closed where no answer was recorded.</param>
/// <param name="ClosedReopened">Those of the closed that had been reopened at least once.</param>
public sealed record Flow(int Received, int Answered, int Closed, int ClosedReopened)
{
    public double? ReopenedRate => Percent.Of(ClosedReopened, Closed);
}

/// <summary>What lay on the queue at the cut.</summary>
public sealed record Stock(int Open, int Overdue);
