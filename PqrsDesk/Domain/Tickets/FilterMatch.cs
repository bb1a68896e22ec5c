namespace PqrsDesk.Domain.Tickets;

/// <summary>How the chosen attributes work together.</summary>
public enum FilterMatch
{
    All = 1,

    /// <summary>One of them is enough.</summary>
    Any = 2,
}
