namespace PqrsDesk.Domain.Availability;

// What one does with an outage. Each leaves a line in its history.
public sealed partial class Outage
{
    /// <param name="refusal">Why there is none.</param>
    public static Outage? Record(int productId, OutageDetails details, string? externalId, string by, DateTimeOffset now, out AvailabilityRefusal? refusal)
    {
        refusal = details.Refuse(now);
        if (refusal is not null) return null;
        var outage = new Outage { ProductId = productId, From = details.From!.Value, Reach = details.Reach, Summary = details.Summary!, ExternalId = externalId };
        outage.Take(details);
        outage.Log(OutageStep.Recorded, by, now, null);
        return outage;
    }

    public AvailabilityRefusal? Change(OutageDetails details, string by, DateTimeOffset now)
    {
        if (IsVoid) return AvailabilityProblem.OutageVoided;
        if (details.Refuse(now) is { } refusal) return refusal;
        if (details == Details) return AvailabilityProblem.NothingChanged;
        Take(details);
        Log(OutageStep.Changed, by, now, null);
        return null;
    }

    /// <summary>As it is written down now.</summary>
    public OutageDetails Details => new(From, Until, Reach, Reach == OutageReach.Partial ? Percent : null, Summary) { PublicText = PublicText, Cause = Cause, JoinsFilings = JoinsFilings };

    public AvailabilityRefusal? Say(string? text, bool toEverybody, string by, DateTimeOffset now)
    {
        if (IsVoid) return AvailabilityProblem.OutageVoided;
        if (string.IsNullOrWhiteSpace(text)) return new(AvailabilityProblem.TextMissing, "Text");
        if (AvailabilityRefusal.TooLong(text, UpdateLimit, "Text") is { } refusal) return refusal;
        Log(OutageStep.Said, by, now, text.Trim(), toEverybody);
        return null;
    }

    /// <param name="text">What everybody is told; null: only that it is over.</param>
    public AvailabilityRefusal? Close(DateTimeOffset? until, string? text, string by, DateTimeOffset now)
    {
        if (IsVoid) return AvailabilityProblem.OutageVoided;
        if (!IsUnderWay) return AvailabilityProblem.NotUnderWay;
        if (until is not { } end) return new(AvailabilityProblem.TimeMissing, nameof(Until));
        if (end > now) return new(AvailabilityProblem.EndFuture, nameof(Until));
        if (end <= From) return new(AvailabilityProblem.EndBeforeStart, nameof(Until));
        if (AvailabilityRefusal.TooLong(text, UpdateLimit, "Text") is { } refusal) return refusal;
        Until = Whole(end);
        Log(OutageStep.Closed, by, now, NullIfBlank(text), true);
        return null;
    }

    public AvailabilityRefusal? Reopen(string? reason, string by, DateTimeOffset now)
    {
        if (IsVoid) return AvailabilityProblem.OutageVoided;
        if (IsUnderWay) return AvailabilityProblem.StillUnderWay;
        if (AvailabilityRefusal.Reason(reason) is { } refusal) return refusal;
        Until = null;
        Log(OutageStep.Reopened, by, now, reason!.Trim());
        return null;
    }

    /// <summary>It never was one: nothing counts it any more, and its line stays.</summary>
    public AvailabilityRefusal? Void(string? reason, string by, DateTimeOffset now)
    {
        if (IsVoid) return AvailabilityProblem.OutageVoided;
        if (AvailabilityRefusal.Reason(reason) is { } refusal) return refusal;
        VoidedAt = now;
        Log(OutageStep.Voided, by, now, reason!.Trim());
        return null;
    }

    /// <summary>A monitor saw it fail again within the time in which it is the same.</summary>
    /// <param name="at">When it saw it.</param>
    public void Continue(string by, DateTimeOffset at)
    {
        Until = null;
        Log(OutageStep.Continued, by, Whole(at), null);
    }

    /// <summary>It failed again after that instant: whoever says that it worked then says what was known before.</summary>
    public bool FailedAgainAfter(DateTimeOffset at) => _updates.Exists(update => update.Step == OutageStep.Continued && update.At >= Whole(at));

    private void Take(OutageDetails details)
    {
        (From, Until) = (Whole(details.From!.Value), details.Until is { } until ? Whole(until) : null);
        (Reach, Percent) = (details.Reach, details.Reach == OutageReach.Partial ? details.Percent!.Value : 100);
        (Summary, PublicText, Cause, JoinsFilings) = (details.Summary!.Trim(), NullIfBlank(details.PublicText), NullIfBlank(details.Cause), details.JoinsFilings);
    }

    private void Log(OutageStep step, string by, DateTimeOffset now, string? text, bool toEverybody = false)
    {
        Version++;
        _updates.Add(new OutageUpdate { At = now, By = by, Step = step, Text = text, IsPublic = toEverybody });
    }

    /// <summary>The store keeps microseconds: what is compared with what was read must be one of them.</summary>
    public static DateTimeOffset Whole(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
