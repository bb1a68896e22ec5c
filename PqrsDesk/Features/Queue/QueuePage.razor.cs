using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue;

/// <summary>The live queue: the address says which tickets, the view says which rows.</summary>
public sealed partial class QueuePage(
    ListTickets tickets, ReadNames readNames, NavigationManager navigation, IStringLocalizer<QueueTexts> texts)
{
    private TicketFilter filter = new();
    private QueueCursor? cursor;
    private QueuePageful? page;
    private QueueNames names = QueueNames.Empty;
    private int? memberId;
    private RowWork? work;

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private string Title => texts[filter.Mine ? "Title.Mine" : "Title"];

    private string? Hint => page?.Total is { } total
        ? texts[$"Total.{filter.Scope}.{(total == 1 ? "One" : total > QueuePageful.CountLimit ? "More" : "Many")}", Math.Min(total, QueuePageful.CountLimit).ToString("N0", CultureInfo.CurrentCulture)].Value
        : null;

    protected override async Task OnInitializedAsync()
    {
        memberId = (await SignedIn).User.MemberId();
        names = await readNames.RunAsync(CancellationToken.None);
        navigation.LocationChanged += Arrive;
        await ShowAsync();
    }

    protected override void Dispose(bool disposing)
    {
        navigation.LocationChanged -= Arrive;
        base.Dispose(disposing);
    }

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
        filter = FilterAddress.Read(navigation.Uri);
        QueryHelpers.ParseQuery(new Uri(navigation.Uri).Query).TryGetValue(QueueParameter.Cursor, out var place);
        cursor = QueueCursor.Read(place, filter.Sorted);
        var view = new QueueView(filter.For(memberId), cursor, Counted: true);
        await WatchAsync("rows", view, cancel => tickets.RunAsync(view, cancel), answer => page = answer, view.Filter.FollowsTheClock ? CountQueue.Every : null);
    }
}
