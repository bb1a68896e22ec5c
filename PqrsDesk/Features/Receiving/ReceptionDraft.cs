using System.Text.Json;
using Microsoft.JSInterop;

namespace PqrsDesk.Features.Receiving;

/// <summary>What is being taken down, kept in the browser's tab, and of one person: who signs in after them does not find it.</summary>
internal sealed class ReceptionDraft(IJSRuntime browser, int? staffId)
{
    private readonly string _key = $"recepcion:{staffId}";
    private string _kept = "";

    /// <returns>Null: nothing was begun.</returns>
    public async Task<ReceptionForm?> ReadAsync()
    {
        try
        {
            return await browser.InvokeAsync<string?>("sessionStorage.getItem", _key) is { Length: > 0 } draft && JsonSerializer.Deserialize<ReceptionForm>(draft) is { Touched: true } begun ? begun : null;
        }
        catch (Exception wrong) when (wrong is JSException or JsonException)
        {
            // A draft that cannot be read is none.
            return null;
        }
    }

    public async Task KeepAsync(ReceptionForm form)
    {
        var draft = form.Touched ? JsonSerializer.Serialize(form) : "";
        if (draft == _kept) return;
        _kept = draft;
        try
        {
            await browser.InvokeVoidAsync("sessionStorage.setItem", _key, draft);
        }
        catch (Exception wrong) when (wrong is JSException or JSDisconnectedException)
        {
            // A browser that keeps nothing, or is gone: the form on the page is still there.
        }
    }
}
