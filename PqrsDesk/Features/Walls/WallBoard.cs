using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Walls;

/// <summary>Everything the wall shows, as it stood at one instant.</summary>
public sealed record WallBoard(
    DateTimeOffset AsOf,
    DateOnly Today,
    WallCounts Counts,
    int AnsweredToday,
    Timeliness Month,
    IReadOnlyList<WallDeadline> Nearest,
    IReadOnlyList<WallBreach> Breaches);

/// <param name="WithinTheHour">Due within the next sixty minutes, the overdue ones not among them.</param>
public sealed record WallCounts(int Open, int Unassigned, int WithinTheHour, int Overdue)
{
    public static WallCounts None { get; } = new(0, 0, 0, 0);
}

public sealed record WallDeadline(string Number, string Subject, DateTimeOffset FiledAt, DateTimeOffset DueAt)
{
    public DateTimeOffset? AtRiskFrom => AtRisk.From(FiledAt, DueAt);
}

public sealed record WallBreach(string Number, string Area, DeadlineKind Deadline, DateTimeOffset BreachedAt);
