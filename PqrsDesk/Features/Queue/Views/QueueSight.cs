using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue.Views;

/// <summary>
/// What the queue's address shows: a saved view as it is, or changed by what else the address says, or neither. What is
/// shown is always in the address, so that it can be kept as a bookmark and sent to others.
/// </summary>
/// <param name="View">The view that is looked at; null: none.</param>
/// <param name="Filter">As it is shown.</param>
/// <param name="Layout">As it is shown.</param>
/// <param name="Strange">What the address says and nobody understands.</param>
public sealed record QueueSight(SavedView? View, TicketFilter Filter, QueueLayout Layout, IReadOnlyList<string> Strange)
{
    // What says something else than which tickets.
    private static readonly HashSet<string> Beside = [QueueParameter.View, QueueParameter.Columns, QueueParameter.FieldColumns, QueueParameter.Density, QueueParameter.Group, QueueParameter.Cursor];

    public static QueueSight Nothing { get; } = new(null, new TicketFilter(), QueueLayout.Usual, []);

    /// <summary>Whether the address itself says how the list is laid out; else it is the view's way, or the person's.</summary>
    public bool LayoutIsSaid { get; init; }

    /// <summary>The number of the view that an address names; null when it names none. What is no number is nobody's view.</summary>
    public static int? ViewOf(string address) =>
        QueryHelpers.ParseQuery(new Uri(address).Query).TryGetValue(QueueParameter.View, out var view) && view is [.., { Length: > 0 } said]
            ? int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
            : null;

    /// <param name="view">The one that the address names.</param>
    /// <param name="usual">How the person last laid a list out; null: they never did.</param>
    public static QueueSight Of(string address, SavedView? view, QueueLayout? usual)
    {
        var (own, laid) = Saved(view);
        var filter = FilterAddress.Read(address, out var strange);
        var layout = LayoutAddress.Read(address, out var strangeToo);
        var says = QueryHelpers.ParseQuery(new Uri(address).Query).Keys.Any(name => !Beside.Contains(name));
        return new(view, own is null || says ? filter : own, layout ?? laid ?? usual ?? QueueLayout.Usual, [.. strange, .. strangeToo]) { LayoutIsSaid = layout is not null };
    }

    /// <summary>Whether what is shown is something else than what the view was saved as.</summary>
    public bool Differs => View is not null && Saved(View) is var (filter, layout) && (filter != Filter || (layout ?? QueueLayout.Usual) != Layout);

    /// <summary>What is shown, to be saved.</summary>
    public string Kept => DeskUrls.QueueWith([.. FilterAddress.Parameters(Filter), .. LayoutAddress.Parameters(Layout)]);

    /// <summary>The same view and layout with another filter.</summary>
    public string AddressOf(TicketFilter filter) => AddressOf(filter, Layout, LayoutIsSaid);

    /// <summary>The same filter laid out in another way.</summary>
    public string AddressOf(QueueLayout layout) => AddressOf(Filter, layout, saysLayout: true);

    private string AddressOf(TicketFilter filter, QueueLayout layout, bool saysLayout)
    {
        var (own, laid) = Saved(View);
        var says = new List<(string Name, string? Value)> { (QueueParameter.View, View?.Id.ToString(CultureInfo.InvariantCulture)) };
        if (own != filter) says.AddRange(FilterAddress.Parameters(filter, wholly: own is not null));
        if (saysLayout && (View is null || layout != (laid ?? QueueLayout.Usual))) says.AddRange(LayoutAddress.Parameters(layout));
        return DeskUrls.QueueWith(says);
    }

    private static (TicketFilter? Filter, QueueLayout? Layout) Saved(SavedView? view) =>
        view is null ? (null, null) : (FilterAddress.Read(view.Address), LayoutAddress.Read(view.Address, out _));
}
