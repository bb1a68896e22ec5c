namespace PqrsDesk.Domain.Kpis;

/// <summary>What an indicator should reach, and the value beyond which it has failed.</summary>
/// <param name="Goal">Reached is green.</param>
/// <param name="Limit">Between goal and limit is yellow, the limit included; beyond it is red.</param>
public sealed record KpiGoal(double Goal, double Limit)
{
    public TrafficLight Light(Kpi kpi, double? value) => value switch
    {
        null => TrafficLight.NoData,
        { } reached when Meets(kpi, reached, Goal) => TrafficLight.Green,
        { } reached when Meets(kpi, reached, Limit) => TrafficLight.Yellow,
        _ => TrafficLight.Red,
    };

    private static bool Meets(Kpi kpi, double value, double mark) =>
        kpi.MoreIsBetter() ? value >= mark : value <= mark;
}

/// <summary>Semáforo. Always shown with its word: colour alone is not a signal.</summary>
public enum TrafficLight
{
    NoData,
    Green,
    Yellow,
    Red,
}

public static class KpiGoals
{
    /// <summary>Goal 90 % and floor 85 % in time, as the indicator sheets of Colombian entities print it.</summary>
    public static IReadOnlyDictionary<Kpi, KpiGoal> Default { get; } = new Dictionary<Kpi, KpiGoal>
    {
        [Kpi.Compliance] = new(0.90, 0.85),
        [Kpi.FirstResponseCompliance] = new(0.90, 0.85),
    };
}
