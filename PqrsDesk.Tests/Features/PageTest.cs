using System.Globalization;
using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features;

/// <summary>A page as somebody signed in has it open, on a real desk.</summary>
public abstract class PageTest : WidgetTest, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly BunitAuthorizationContext _person;
    private AsyncServiceScope _circuit;

    protected PageTest() => _person = AddAuthorization();

    protected TestDesk Desk { get; private set; } = null!;

    /// <summary>Who looks at the page.</summary>
    protected StaffMember Me { get; set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Desk = await TestDesk.StartAsync(settings: ("Desk:FileLimitMiB", "1"));
        _circuit = Desk.Services.CreateAsyncScope();
        Services.AddFallbackServiceProvider(_circuit.ServiceProvider);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        JSInterop.Mode = JSRuntimeMode.Loose;
        Me = await Desk.HireAsync();
        SignIn(Me);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        await _circuit.DisposeAsync();
        await Desk.DisposeAsync();
    }

    /// <summary>From here on pages are opened by that person.</summary>
    protected void SignIn(StaffMember member)
    {
        _person.SetAuthorized(member.Name);
        _person.SetClaims([.. DeskClaims.Of(member)]);
        _person.SetPolicies(AtLeast.Agent);
    }

    /// <summary>Lets the views ask again after a change, and waits until the page says so.</summary>
    protected void Await<T>(IRenderedComponent<T> page, Action seen) where T : IComponent
    {
        Assert.True(SpinWait.SpinUntil(() => Desk.Clock.Waiting > 0, Patience), "No view rests.");
        Desk.Clock.Advance(LiveViews.Pace);
        page.WaitForAssertion(seen, Patience);
    }

    /// <summary>Waits until the page says so.</summary>
    protected static void See<T>(IRenderedComponent<T> page, Action seen) where T : IComponent => page.WaitForAssertion(seen, Patience);

    protected static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
