namespace PqrsDesk.Features.Simulating;

/// <summary>The words of the simulator, and of what the calculator refuses.</summary>
public sealed class SimulatingTexts;
