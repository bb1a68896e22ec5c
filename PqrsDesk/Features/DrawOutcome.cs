using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

/// <summary>What somebody who asked for the next case was given. A closed union.</summary>
public abstract record DrawOutcome
{
    private DrawOutcome()
    {
    }

    /// <summary>It is theirs now.</summary>
    public sealed record Given(string Number) : DrawOutcome;

    /// <summary>They are written down as away.</summary>
    public sealed record Away(DateTimeOffset Until) : DrawOutcome;

    /// <summary>They have as many as they should.</summary>
    public sealed record Full(int Open, int Limit) : DrawOutcome;

    /// <summary>Nobody waits for an owner.</summary>
    public sealed record Empty : DrawOutcome;

    /// <summary>What waits is not for them.</summary>
    /// <param name="Next">What would be next whoever asked.</param>
    public sealed record NothingFits(WaitingCase Next) : DrawOutcome;

    /// <summary>Programs and people who left are handed nothing.</summary>
    public sealed record NotOfTheStaff : DrawOutcome;
}
