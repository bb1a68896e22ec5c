using PqrsDesk.Domain.Views;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue.Views;

/// <summary>How a person last laid out the queue outside of any view: so it is laid out again, on whatever machine.</summary>
public sealed class LastLayout(Preferences preferences)
{
    private const string Key = "cola";

    /// <summary>As an address says it, so that an older or a newer desk reads it too.</summary>
    private sealed record Kept(string Address);

    /// <returns>Null when they never did.</returns>
    public async Task<QueueLayout?> ReadAsync(int? memberId, CancellationToken cancel) =>
        memberId is { } member && await preferences.ReadAsync<Kept>(member, Key, cancel) is { Address: { } address } ? LayoutAddress.Read(address, out _) : null;

    public async Task KeepAsync(int? memberId, QueueLayout layout, CancellationToken cancel)
    {
        if (memberId is { } member) await preferences.KeepAsync(member, Key, layout == QueueLayout.Usual ? null : new Kept(DeskUrls.QueueWith(LayoutAddress.Parameters(layout))), cancel);
    }
}
