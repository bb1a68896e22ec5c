namespace PqrsDesk.Domain.Tickets;

// What others are asked for, and the time that it takes.
public abstract partial record TicketEvent
{
    /// <summary>Another area is asked for something, so that this can be answered.</summary>
    /// <param name="Task">Its number within the case.</param>
    /// <param name="PersonId">Null: whoever of the area does it.</param>
    /// <param name="DueOn">The last day, in the desk's zone: from <paramref name="SoonAt"/> to <paramref name="DueAt"/>.</param>
    /// <param name="FileIds">What went along with it.</param>
    public sealed record TaskAsked(
        int Task, int AreaId, string AreaName, int? PersonId, string? PersonName, DateOnly DueOn, DateTimeOffset SoonAt, DateTimeOffset DueAt, string Question,
        IReadOnlyList<Guid>? FileIds = null) : TicketEvent;

    /// <summary>For the colleagues who work the case; the petitioner sees nothing of it.</summary>
    public sealed record TaskAnswered(int Task, string Text, IReadOnlyList<Guid>? FileIds = null) : TicketEvent;

    /// <summary>Given back without an answer.</summary>
    public sealed record TaskReturned(int Task, string Reason) : TicketEvent;

    public sealed record TaskCancelled(int Task, string Reason) : TicketEvent;

    /// <summary>Asked again, by a new date.</summary>
    public sealed record TaskReopened(int Task, DateOnly DueOn, DateTimeOffset SoonAt, DateTimeOffset DueAt, string Reason) : TicketEvent;

    /// <summary>Whoever has it was told again.</summary>
    public sealed record TaskReminded(int Task, string? Note) : TicketEvent;

    /// <summary>Its last day began, or ended without an answer.</summary>
    public sealed record TaskDue(int Task, bool Late) : TicketEvent;

    /// <summary>Somebody wrote down how long they worked on it.</summary>
    /// <param name="Entry">Its number within the case.</param>
    /// <param name="On">The day of that work.</param>
    /// <param name="Timed">A timer measured it.</param>
    public sealed record TimeSpent(int Entry, int Minutes, DateOnly On, string What, bool Timed = false) : TicketEvent;

    /// <summary>An entry was put right. No minutes: it was struck out.</summary>
    /// <param name="Whose">Who had written it down.</param>
    public sealed record TimeCorrected(int Entry, string Whose, int From, int To, string Reason) : TicketEvent;
}
