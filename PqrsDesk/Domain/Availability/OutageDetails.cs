namespace PqrsDesk.Domain.Availability;

/// <summary>What a person writes down of an outage.</summary>
/// <param name="From">Null: nothing that can be read was typed.</param>
/// <param name="Until">Null: it is under way.</param>
/// <param name="Percent">Of a partial one.</param>
public sealed record OutageDetails(DateTimeOffset? From, DateTimeOffset? Until, OutageReach Reach, int? Percent, string? Summary)
{
    public string? PublicText { get; init; }
    public string? Cause { get; init; }
    public bool JoinsFilings { get; init; }

    /// <summary>Null when it can be kept.</summary>
    public AvailabilityRefusal? Refuse(DateTimeOffset now) =>
        From is not { } from ? new(AvailabilityProblem.TimeMissing, nameof(From))
        : from > now ? new(AvailabilityProblem.StartFuture, nameof(From))
        : from < now - Outage.Oldest ? new(AvailabilityProblem.StartTooOld, nameof(From))
        : Until > now ? new(AvailabilityProblem.EndFuture, nameof(Until))
        : Until <= from ? new(AvailabilityProblem.EndBeforeStart, nameof(Until))
        : Reach == OutageReach.Partial && Percent is not (>= 1 and <= 99) ? new(AvailabilityProblem.PercentInvalid, nameof(Percent))
        : string.IsNullOrWhiteSpace(Summary) ? new(AvailabilityProblem.SummaryMissing, nameof(Summary))
        : AvailabilityRefusal.TooLong(Summary, Outage.SummaryLimit, nameof(Summary))
            ?? AvailabilityRefusal.TooLong(PublicText, Outage.PublicTextLimit, nameof(PublicText))
            ?? AvailabilityRefusal.TooLong(Cause, Outage.CauseLimit, nameof(Cause));
}
