namespace PqrsDesk.Domain.People;

/// <summary>Who reads, as far as it decides which tickets there are for them.</summary>
/// <remarks>Today all of the staff read every ticket. A rule by area would be one more value here, and one line in the query that goes by it.</remarks>
/// <param name="AllTickets">Otherwise none.</param>
public sealed record Reader(bool AllTickets)
{
    public static Reader Nobody { get; } = new(AllTickets: false);

    /// <summary>Null: not signed in.</summary>
    public static Reader Of(Actor? actor) => actor?.Is(Role.Agent) == true ? new(AllTickets: true) : Nobody;
}
