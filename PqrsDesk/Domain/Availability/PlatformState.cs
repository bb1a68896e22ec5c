namespace PqrsDesk.Domain.Availability;

/// <summary>How something of the house is now. The worse ones have the higher numbers.</summary>
public enum PlatformState
{
    Operational = 1,
    PlannedWork = 2,
    Degraded = 3,
    Down = 4,
}

public static class PlatformStates
{
    /// <summary>The worst of what is the case at an instant.</summary>
    public static PlatformState Of(IEnumerable<OutageReach> underWay, bool planned) =>
        underWay.Select(reach => reach == OutageReach.Full ? PlatformState.Down : PlatformState.Degraded)
            .Append(planned ? PlatformState.PlannedWork : PlatformState.Operational).Max();
}
