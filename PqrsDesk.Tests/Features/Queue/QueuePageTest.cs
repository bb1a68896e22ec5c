using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework.Tasking;
using PqrsDesk.Features.Queue.Grouping;
using PqrsDesk.Features.Queue.Views;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Presence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Queue;

/// <summary>The queue's page on a desk of its own, seen by an agent.</summary>
public abstract class QueuePageTest : WidgetTest, IAsyncLifetime
{
    private protected TestDesk desk = null!;
    private protected StaffMember ana = null!;

    /// <summary>Of who looks.</summary>
    private protected virtual Role Role => Role.Agent;

    async Task IAsyncLifetime.InitializeAsync()
    {
        desk = await TestDesk.StartAsync();
        ana = await desk.HireAsync(role: Role);
        Services.AddLogging();
        Services.AddCascadingValue(_ => DeskZone.Default);
        Services.AddSingleton<TimeProvider>(desk.Clock);
        Services.AddSingleton(desk.Get<LiveViews>());
        Services.AddSingleton(desk.Get<ListTickets>());
        Services.AddSingleton(desk.Get<CountQueue>());
        Services.AddSingleton(desk.Get<ListGroups>());
        Services.AddSingleton(desk.Get<CountTickets>());
        Services.AddSingleton(desk.Get<ViewShelf>());
        Services.AddSingleton(desk.Get<KeepViews>());
        Services.AddSingleton(desk.Get<LastLayout>());
        Services.AddSingleton(desk.Get<ReadNames>());
        Services.AddSingleton(desk.Get<PresenceBook>());
        Services.AddSingleton(desk.Get<ChangeRows>());
        Services.AddSingleton(desk.Get<ReadBulkChoices>());
        Services.AddSingleton(desk.Get<ReadTasks>());
        Services.AddSingleton(desk.Get<DrawCase>());
        Services.AddSingleton(desk.Get<SlaShelf>());
        this.AddAuthorization().SetAuthorized(ana.Name).SetClaims([.. DeskClaims.Of(ana)]);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        await desk.DisposeAsync();
    }

    private protected string Address => Services.GetRequiredService<NavigationManager>().Uri;

    private protected IRenderedComponent<QueuePage> Open(string address = DeskUrls.Queue)
    {
        Go(address);
        return Render<QueuePage>();
    }

    private protected void Go(string address) => Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    /// <summary>Finds and presses in one turn of the renderer: a push in between would draw the button anew.</summary>
    /// <remarks>What is pressed in a row reaches its table as rows.js tells it.</remarks>
    private protected static Task PressAsync(IRenderedComponent<QueuePage> page, Func<IElement> button, bool shift = false) => page.InvokeAsync(() =>
    {
        var pressed = button();
        return pressed.Closest("tr[data-row]") is { } row
            ? row.Closest("tbody")!.TriggerEventAsync("onrowact", new RowActEventArgs { Row = row.GetAttribute("data-row"), Act = pressed.GetAttribute("data-act"), Range = shift })
            : pressed.ClickAsync(new());
    });

    /// <summary>Lets the desk's clock go on, by which views are asked again, until it is seen.</summary>
    private protected async Task SeeAsync(IRenderedComponent<QueuePage> page, Func<bool> seen)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await page.InvokeAsync(seen)) return;
            desk.Clock.Advance(LiveViews.Pace);
            await Task.Delay(20);
        }

        Assert.Fail($"It was not seen in:\n{page.Markup}");
    }
}
