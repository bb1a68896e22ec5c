using PqrsDesk.Domain.Views;

namespace PqrsDesk.Shell.Preferring;

/// <summary>How a person wants the frame to be, on whatever machine. Null: they never said, and the browser's own memory holds.</summary>
/// <param name="Language">A culture of <see cref="Languages.All"/>.</param>
public sealed record Look(Scheme? Scheme, string? Language, QueueDensity? Density)
{
    public static Look None { get; } = new(null, null, null);
}

/// <summary>All of a person's own that the frame goes by.</summary>
public sealed record Own(Look Look, Ui.KeyMap Keys)
{
    public static Own Usual { get; } = new(Look.None, Ui.KeyMap.Usual);
}
