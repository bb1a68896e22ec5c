using Xunit;

namespace PqrsDesk.Testing;

/// <summary>Base of the tests that look through a browser. An error in any visitor's console fails the test.</summary>
public abstract class BrowserTest : IAsyncLifetime
{
    private readonly List<Visit> _visits = [];

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync()
    {
        foreach (var visit in _visits) await visit.EndAsync();
    }

    /// <summary>Somebody new comes, in a browser of their own.</summary>
    protected async Task<Visit> VisitAsync(WebDesk desk, VisitOptions? options = null)
    {
        var visit = await Visit.BeginAsync(desk, options ?? new());
        _visits.Add(visit);
        return visit;
    }
}
