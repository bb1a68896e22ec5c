using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;
using PqrsDesk.Features.Queue.Grouping;
using PqrsDesk.Features.Queue.Views;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Presence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue;

/// <summary>The live queue: the address says which tickets and how they are laid out, the view says which rows.</summary>
public sealed partial class QueuePage(
    ListTickets tickets, ListGroups grouped, ReadNames readNames, ViewShelf views, LastLayout lastLayout, PresenceBook presence, NavigationManager navigation, IEnumerable<IBulkAct> extras,
    IStringLocalizer<QueueTexts> texts, IStringLocalizer<ViewTexts> more)
{
    private readonly RowSelection selection = new();
    private readonly IReadOnlyList<string> keys = RowKeys.All(extras);
    private readonly IReadOnlyList<string> asking = RowKeys.Asking(extras);
    private readonly HashSet<string> folded = [];
    private QueueSight sight = QueueSight.Nothing;
    private TicketFilter filter = new();
    private QueueCursor? cursor;
    private QueuePageful? page;
    private QueueGroups? groups;

    /// <summary>The address names a view that there is not, or that is somebody else's.</summary>
    private bool unknown;
    private QueueLayout? usual;
    private QueueNames names = QueueNames.Empty;
    private Attendance attendance = Attendance.Nobody;
    private int? memberId;
    private ViewReader reader = ViewReader.Nobody;
    private RowWork? work;

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private string Title => unknown ? more["Unknown.Title"] : sight.View?.Name ?? texts[filter.Mine ? "Title.Mine" : "Title"];

    private string? Hint => !unknown && Total is { } total
        ? texts[$"Total.{filter.Scope}.{(total.OrMore ? "More" : total.Number == 1 ? "One" : "Many")}", total.Number.ToString("N0", CultureInfo.CurrentCulture)].Value
        : null;

    private TicketCount? Total => groups is not null ? groups.Count : page is { Total: { } total } ? new(total, page.OrMore) : null;

    private IReadOnlyList<QueueRow>? Rows => groups?.Rows ?? page?.Rows;

    /// <summary>A range of rows is one of those that are seen.</summary>
    private IReadOnlyList<QueueRow> Unfolded => groups is null ? page?.Rows ?? [] : [.. groups.Groups.Where(group => !folded.Contains(group.Key)).SelectMany(group => group.Rows)];

    protected override async Task OnInitializedAsync()
    {
        var person = (await SignedIn).User;
        (memberId, reader) = (person.MemberId(), person.ToViewReader());
        names = await readNames.RunAsync(CancellationToken.None);
        usual = await lastLayout.ReadAsync(memberId, CancellationToken.None);
        navigation.LocationChanged += Arrive;
        await ShowAsync();
        if (RendererInfo.IsInteractive) Follow<Attendance>("presence", WatchPresence, now => attendance = now);
    }

    protected override void Dispose(bool disposing)
    {
        navigation.LocationChanged -= Arrive;
        base.Dispose(disposing);
    }

    /// <summary>Only who comes to the rows that are shown, or leaves them, is worth drawing the page again.</summary>
    private IDisposable WatchPresence(Action<Attendance> told) => presence.Watch(now =>
    {
        if (Rows?.Any(row => !now.Same(attendance, row.Number)) == true) told(now);
    });

    private void Follow(TicketFilter next) => navigation.NavigateTo(sight.AddressOf(next));

    private void Fold(string group)
    {
        if (!folded.Remove(group)) folded.Add(group);
    }

    /// <summary>A view's layout changes in the address, until it is saved; without a view it is from now on the person's own.</summary>
    private async Task LayAsync(QueueLayout layout)
    {
        if (sight.View is null)
        {
            usual = layout;
            await lastLayout.KeepAsync(memberId, layout, CancellationToken.None);
        }

        // The address is the same when it says nothing of the layout: then nobody arrives.
        if (sight.View is null && !sight.LayoutIsSaid) await ShowAsync();
        else navigation.NavigateTo(sight.AddressOf(layout));
    }

    private void Arrive(object? sender, LocationChangedEventArgs there) => _ = InvokeAsync(async () =>
    {
        // Leaving for another page is told here too, before this one is taken away.
        if (new Uri(there.Location).AbsolutePath != DeskUrls.Queue) return;
        await ShowAsync();
        StateHasChanged();
    });

    private async Task ShowAsync()
    {
        var address = navigation.Uri;
        var view = QueueSight.ViewOf(address) is { } id ? await views.FindAsync(id, reader) : null;
        unknown = view is null && QueueSight.ViewOf(address) is not null;
        var next = QueueSight.Of(address, view, usual);
        if (next.Filter != filter) selection.Clear();
        if (next.Layout.Grouping != sight.Layout.Grouping) folded.Clear();
        (sight, filter) = (next, next.Filter);
        names = await readNames.OfFilterAsync(names, filter, CancellationToken.None);
        if (unknown)
        {
            Let("rows");
            (page, groups) = (null, null);
            return;
        }

        if (sight.Layout.Grouping is { } by && ListGroups.CanGroup(filter))
        {
            cursor = null;
            await WatchAsync("rows", grouped.Question(new(View.Filter, by, View.WithFields)), Show);
            return;
        }

        QueryHelpers.ParseQuery(new Uri(address).Query).TryGetValue(QueueParameter.Cursor, out var place);
        cursor = QueueCursor.Read(place, filter.Sorted);
        await WatchAsync("rows", tickets.Question(View with { Cursor = cursor, Counted = true }), Show);
    }

    private void Show(QueuePageful answer)
    {
        (page, groups, attendance) = (answer, null, presence.Now);
        selection.See(answer.Rows);
    }

    private void Show(QueueGroups answer)
    {
        (page, groups, attendance) = (null, answer, presence.Now);
        selection.See(answer.Rows);
    }

    /// <summary>Picks from the start of the list on, what is on other pages too.</summary>
    private async Task PickListAsync()
    {
        var view = View with { Limit = ChangeRows.Most };
        var first = await tickets.RunAsync(view, CancellationToken.None);

        // Meanwhile another filter may have been chosen: then it is not this list that is shown.
        if (view.Filter == View.Filter) selection.Become(first.Rows);
    }

    private QueueView View => new(filter.For(memberId), WithFields: sight.Layout.Fields.Count > 0);
}
