namespace PqrsDesk.Domain.Tickets;

/// <summary>What brought a case back that was set aside.</summary>
public enum WakeCause
{
    /// <summary>The instant came.</summary>
    Time = 1,
    Petitioner = 2,

    /// <summary>It has another owner, or none.</summary>
    Owner = 3,

    /// <summary>A deadline reached a share of its target, or was missed.</summary>
    Deadline = 4,

    /// <summary>A person brought it back.</summary>
    Hand = 5,
}
