namespace PqrsDesk.Domain.Kpis;

/// <summary>Tickets by whether their deadline was kept.</summary>
/// <param name="InTime">Answered in the period, no deadline missed.</param>
/// <param name="AnsweredLate">Answered in the period after a deadline was missed.</param>
/// <param name="OpenOverdue">Not answered at the cut, and overdue: they count as late.</param>
public sealed record Timeliness(int InTime, int AnsweredLate, int OpenOverdue)
{
    public static Timeliness None { get; } = new(0, 0, 0);

    public int Late => AnsweredLate + OpenOverdue;

    public int Total => InTime + Late;

    public double? Compliance => Percent.Of(InTime, Total);

    public static Timeliness operator +(Timeliness one, Timeliness other) => Add(one, other);

    public static Timeliness Add(Timeliness one, Timeliness other) =>
        new(one.InTime + other.InTime, one.AnsweredLate + other.AnsweredLate, one.OpenOverdue + other.OpenOverdue);
}
