using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Availability;

// What one does with planned work.
public sealed partial class PlannedDowntime
{
    /// <summary>Writes it down: from when on it was known is not for the one who writes to say.</summary>
    public AvailabilityRefusal? Enter(TimeZoneInfo zone, DateTimeOffset now)
    {
        if (Refuse(zone) is { } refusal) return refusal;
        MadeAt = now;
        return null;
    }

    /// <summary>What was written down too late counts as planned all the same, because a lead says so and why.</summary>
    public AvailabilityRefusal? Approve(string? reason, string by, DateTimeOffset now)
    {
        if (!IsLate) return AvailabilityProblem.PlannedInTime;
        if (IsApproved) return AvailabilityProblem.PlannedApproved;
        if (AvailabilityRefusal.Reason(reason) is { } refusal) return refusal;
        (ApprovedAt, ApprovalReason, ApprovedBy) = (now, reason!.Trim(), by);
        return null;
    }

    /// <summary>What has begun by then stays: an occurrence that is under way ends now, and none comes after it.</summary>
    public AvailabilityRefusal? Cancel(string? reason, string by, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (CancelledAt is not null) return AvailabilityProblem.PlannedCancelled;
        if (!Within(Stretch.After(now), zone).Any()) return AvailabilityProblem.PlannedOver;
        if (AvailabilityRefusal.Reason(reason) is { } refusal) return refusal;
        (CancelledAt, CancelReason, CancelledBy) = (now, reason!.Trim(), by);
        return null;
    }
}
