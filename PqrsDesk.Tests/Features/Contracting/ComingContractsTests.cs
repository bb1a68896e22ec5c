using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Contracting;

/// <summary>What is signed and has not begun is not in force.</summary>
public sealed class ComingContractsTests : PageTest
{
    [SkippableTheory, Engines]
    public async Task Each_stands_where_its_days_are(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard);
        var (plan, portal, app) = (await desk.OfferAsync(), await desk.LaunchAsync(), await desk.LaunchAsync("App"));
        var running = await desk.AgreeAsync(Agreements.Draft(customer.Id, plan, portal.Id));
        var coming = await desk.AgreeAsync(Agreements.Draft(customer.Id, plan, app.Id) with { From = new(2026, 3, 4) });

        // Today is 3 March: what begins tomorrow has not begun, and has tomorrow.
        var read = desk.Get<ReadContracts>();
        Assert.Equal(running.Number, Assert.Single((await read.RunAsync(ContractScope.Running, null, null, CancellationToken.None)).Rows).Number);
        var list = await read.RunAsync(ContractScope.Coming, null, null, CancellationToken.None);
        Assert.Equal(coming.Number, Assert.Single(list.Rows).Number);
        Assert.Equal((1, 1, 2), (list.Counts[ContractScope.Running], list.Counts[ContractScope.Coming], list.Counts[ContractScope.All]));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, (await read.RunAsync(ContractScope.Running, null, null, CancellationToken.None)).Rows.Count);
        Assert.Empty((await read.RunAsync(ContractScope.Coming, null, null, CancellationToken.None)).Rows);
    }

    [Fact]
    public async Task The_list_says_when_it_begins()
    {
        SignIn(await Desk.HireAsync("Luz Marina", Role.Lead));
        var customer = await Desk.WinCustomerAsync(ServiceLevel.Standard);
        await Desk.AgreeAsync(Agreements.Draft(customer.Id, await Desk.OfferAsync(), (await Desk.LaunchAsync()).Id) with { From = new(2026, 11, 29), IncludedHours = 10 });
        Services.GetRequiredService<NavigationManager>().NavigateTo(Ui.DeskUrls.ContractsOf(nameof(ContractScope.Coming), null, null));
        var page = Render<ContractsPage>();
        See(page, () => Assert.Contains("Empieza el 29 de nov de 2026", Words(page.Find("tbody")), StringComparison.Ordinal));
        Assert.Equal("Por empezar 1", Words(page.Find(".contracts-bar [aria-current]")));
        Assert.DoesNotContain("No se cuenta", page.Markup, StringComparison.Ordinal);
    }
}
