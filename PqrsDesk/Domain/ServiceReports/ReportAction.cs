using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Domain.ServiceReports;

public enum ActionState
{
    Open = 1,
    Done = 2,

    /// <summary>It is not pursued any more.</summary>
    Dropped = 3,
}

/// <summary>Acción de mejora: what is to become better for a customer, who sees to it and by when. It stands in the report of each month until it is over.</summary>
public sealed class ReportAction
{
    public const int TextLimit = 500;
    public const int ResponsibleLimit = 150;

    /// <summary>Open ones of one customer.</summary>
    public const int Most = 50;

    public int Id { get; private set; }
    public required int CustomerId { get; init; }
    public required string Text { get; set; }
    public required string Responsible { get; set; }
    public required DateOnly DueOn { get; set; }

    /// <summary>First day of the month in whose report it was raised.</summary>
    public required DateOnly RaisedIn { get; init; }
    public ActionState State { get; private set; } = ActionState.Open;

    /// <summary>First day of the month in whose report it came to its end; null while it is open.</summary>
    public DateOnly? EndedIn { get; private set; }
    public required DateTimeOffset ChangedAt { get; set; }
    public required string ChangedBy { get; set; }

    /// <summary>Grows with each change: two who change it at once do not write over each other.</summary>
    public int Version { get; set; } = 1;

    public void Put(ActionState state, DateOnly month) => (State, EndedIn) = (state, state == ActionState.Open ? null : month < RaisedIn ? RaisedIn : month);

    /// <summary>As a month's report shows it; null: it was not raised yet, or was over before.</summary>
    public ActionLine? In(Period month, DateOnly today)
    {
        if (RaisedIn > month.To || EndedIn < month.From) return null;
        var state = EndedIn > month.From ? ActionState.Open : State;
        return new(Id, Text, Responsible, DueOn, state, RaisedIn, state == ActionState.Open && DueOn < (today < month.To ? today : month.To));
    }
}

/// <summary>An action as a report shows it.</summary>
/// <param name="IsLate">Open, with its day behind it.</param>
public sealed record ActionLine(int Id, string Text, string Responsible, DateOnly DueOn, ActionState State, DateOnly RaisedIn, bool IsLate);

/// <summary>What a lead says to a month, in words.</summary>
public sealed class MonthRemarks
{
    public const int TextLimit = 4_000;

    public int Id { get; private set; }
    public required int CustomerId { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }
    public required string Text { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }
    public required string ChangedBy { get; set; }
    public int Version { get; set; } = 1;
}
