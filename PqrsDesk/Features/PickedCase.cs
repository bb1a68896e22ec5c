namespace PqrsDesk.Features;

/// <summary>A case that was picked in the queue.</summary>
/// <param name="Version">As it was last seen there.</param>
public sealed record PickedCase(string Number, int Version);

/// <summary>What came of something that was done to picked cases.</summary>
/// <param name="Lines">Why it was not done to some; empty when it was done to all.</param>
/// <param name="Undo">Takes it back, and says what came of that; null when it cannot be.</param>
public sealed record BulkSaid(string Text, IReadOnlyList<string> Lines, Func<Task<BulkSaid>>? Undo = null);

/// <summary>One more thing that can be done to picked cases, brought by another slice: an entry in the menu of the queue, and the dialog behind it.</summary>
public interface IBulkAct
{
    /// <summary>Of the entry, in the language of whoever looks, such as "Macro…".</summary>
    string Name { get; }

    /// <summary>Of the shortcut that does it (<see cref="Ui.Shortcuts"/>); null: it has none.</summary>
    string? Key => null;

    /// <summary>A <see cref="BulkActDialog"/>.</summary>
    Type Dialog { get; }
}
