namespace PqrsDesk.Domain.Tickets;

/// <summary>What came of a verb.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>It was done, or was so already (then nothing is logged).</summary>
    public sealed record Done : Decision;

    /// <summary>It was refused, and nothing changed.</summary>
    public sealed record Refused(Refusal Refusal) : Decision;

    /// <summary>Somebody changed the ticket after the caller had read it; nothing was overwritten.</summary>
    /// <param name="Since">What happened meanwhile, oldest first.</param>
    public sealed record Stale(IReadOnlyList<LoggedEvent> Since) : Decision;

    public static Decision Ok { get; } = new Done();

    public bool Succeeded => this is Done;

    public static implicit operator Decision(Refusal refusal) => new Refused(refusal);

    public static implicit operator Decision(RefusalCode code) => new Refused(code);
}
