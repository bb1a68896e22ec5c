using Microsoft.AspNetCore.Components;

namespace PqrsDesk.Features.Queue;

/// <summary>What can be done with a row where it stands.</summary>
public enum RowAct
{
    Pick = 1,
    Take = 2,
    Assign = 3,
    Prioritize = 4,
}

/// <summary>Something in a row was pressed: one event for the whole table, raised by <c>wwwroot/js/rows.js</c>.</summary>
public sealed class RowActEventArgs : EventArgs
{
    /// <summary>The row's radicado.</summary>
    public string? Row { get; set; }

    /// <summary>A <see cref="RowAct"/> in any case.</summary>
    public string? Act { get; set; }

    /// <summary>With Shift: all rows from the last one on are meant.</summary>
    public bool Range { get; set; }

    /// <returns>Null when it names nothing that can be done.</returns>
    public RowAct? Wanted => Enum.TryParse<RowAct>(Act, ignoreCase: true, out var act) && Enum.IsDefined(act) ? act : null;
}

/// <summary>Makes the event known to the compiler of components.</summary>
[EventHandler("onrowact", typeof(RowActEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
