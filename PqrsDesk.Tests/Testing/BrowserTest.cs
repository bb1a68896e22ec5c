using PqrsDesk.Domain.People;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Testing;

/// <summary>Base of the tests that look through a browser. An error in any visitor's console fails the test.</summary>
public abstract class BrowserTest : IAsyncLifetime
{
    private readonly List<Visit> _visits = [];
    private readonly List<Cable> _cables = [];
    private readonly List<WebDesk> _desks = [];

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync()
    {
        // Browsers leave before the desks close: else their consoles would complain of that.
        foreach (var visit in _visits) await visit.Page.Context.CloseAsync();
        foreach (var cable in _cables) await cable.DisposeAsync();
        foreach (var desk in Enumerable.Reverse(_desks)) await desk.DisposeAsync();
        foreach (var visit in _visits) visit.MustBeCalm();
    }

    /// <summary>A desk of this test's own, closed after its visitors have left.</summary>
    protected async Task<WebDesk> OpenAsync(WebDeskOptions options)
    {
        var desk = await WebDesk.StartAsync(options);
        _desks.Add(desk);
        return desk;
    }

    /// <summary>A way to a desk that can be cut.</summary>
    protected Cable CableTo(WebDesk desk)
    {
        var cable = new Cable(desk);
        _cables.Add(cable);
        return cable;
    }

    /// <summary>Somebody new comes, in a browser of their own.</summary>
    protected async Task<Visit> VisitAsync(WebDesk desk, VisitOptions? options = null)
    {
        var visit = await Visit.BeginAsync(desk, options ?? new());
        _visits.Add(visit);
        return visit;
    }

    /// <summary>A new member of staff comes and signs in.</summary>
    protected async Task<Visit> SignedInAsync(WebDesk desk, Role role = Role.Agent, string then = DeskUrls.Queue, VisitOptions? options = null)
    {
        var visit = await VisitAsync(desk, options);
        await visit.SignInAsync(await desk.HireWithAccountAsync(role: role), then);
        return visit;
    }
}
