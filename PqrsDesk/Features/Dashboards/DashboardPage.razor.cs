using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Dashboards;

public sealed partial class DashboardPage(ReadBoard read, IStringLocalizer<DashboardsTexts> texts, NavigationManager navigation) : LiveComponent
{
    private BoardView view = new();
    private BoardView? shown;
    private Board? board;

    private IStringLocalizer<DashboardsTexts> Texts => texts;

    /// <summary>The period in dates, what it is compared with, and when it was read.</summary>
    private string? Hint => board is null ? null : (string)texts[
        "Hint", texts.Say(board.Period), texts.Say(board.Before.Period),
        TimeZoneInfo.ConvertTime(board.ReadAt, board.Cut.Zone).ToString("HH:mm", CultureInfo.CurrentCulture)];

    protected override async Task OnInitializedAsync()
    {
        navigation.LocationChanged += Moved;
        await LookAsync(navigation.Uri);
    }

    protected override void Dispose(bool disposing)
    {
        navigation.LocationChanged -= Moved;
        base.Dispose(disposing);
    }

    private void Moved(object? sender, LocationChangedEventArgs to)
    {
        if (new Uri(to.Location).AbsolutePath == DeskUrls.Dashboard) _ = InvokeAsync(() => LookAsync(to.Location));
    }

    private async Task LookAsync(string address)
    {
        var asked = BoardAddress.Read(address);
        if (shown is not null && asked == view) return;
        view = asked;
        if (view.IsValid)
            await WatchAsync("board", read.Question(asked), answer => (board, shown) = (answer, asked));
        else
            Let("board");
        StateHasChanged();
    }
}
