using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Presence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue;

/// <summary>The live queue: the address says which tickets, the view says which rows.</summary>
public sealed partial class QueuePage(
    ListTickets tickets, ReadNames readNames, PresenceBook presence, NavigationManager navigation, IStringLocalizer<QueueTexts> texts)
{
    private readonly RowSelection selection = new();
    private TicketFilter filter = new();
    private QueueCursor? cursor;
    private QueuePageful? page;
    private QueueNames names = QueueNames.Empty;
    private Attendance attendance = Attendance.Nobody;
    private int? memberId;
    private RowWork? work;

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private string Title => texts[filter.Mine ? "Title.Mine" : "Title"];

    private string? Hint => page?.Total is { } total
        ? texts[$"Total.{filter.Scope}.{(page.OrMore ? "More" : total == 1 ? "One" : "Many")}", total.ToString("N0", CultureInfo.CurrentCulture)].Value
        : null;

    protected override async Task OnInitializedAsync()
    {
        memberId = (await SignedIn).User.MemberId();
        names = await readNames.RunAsync(CancellationToken.None);
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
        if (page?.Rows.Any(row => !now.Same(attendance, row.Number)) == true) told(now);
    });

    private void Follow(TicketFilter next) => navigation.NavigateTo(FilterAddress.Of(next));

    private void Arrive(object? sender, LocationChangedEventArgs there) => _ = InvokeAsync(async () =>
    {
        // Leaving for another page is told here too, before this one is taken away.
        if (new Uri(there.Location).AbsolutePath != DeskUrls.Queue) return;
        await ShowAsync();
        StateHasChanged();
    });

    private async Task ShowAsync()
    {
        var next = FilterAddress.Read(navigation.Uri);
        if (next != filter) selection.Clear();
        filter = next;
        names = await readNames.OfFilterAsync(names, filter, CancellationToken.None);
        QueryHelpers.ParseQuery(new Uri(navigation.Uri).Query).TryGetValue(QueueParameter.Cursor, out var place);
        cursor = QueueCursor.Read(place, filter.Sorted);
        await WatchAsync("rows", tickets.Question(View with { Cursor = cursor, Counted = true }), Show);
    }

    private void Show(QueuePageful answer)
    {
        (page, attendance) = (answer, presence.Now);
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

    private QueueView View => new(filter.For(memberId));
}
