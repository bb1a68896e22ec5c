using Microsoft.AspNetCore.Components;

namespace PqrsDesk.Features;

/// <summary>What stands behind an entry of the queue's menu that another slice brought.</summary>
public abstract class BulkActDialog : ComponentBase
{
    [Parameter, EditorRequired]
    public IReadOnlyList<PickedCase> Cases { get; set; } = [];

    /// <summary>It was done, to all or some: the dialog is taken away, and the queue says it.</summary>
    [Parameter]
    public EventCallback<BulkSaid> OnDone { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }
}
