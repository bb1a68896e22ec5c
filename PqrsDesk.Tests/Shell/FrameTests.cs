using System.Text.Json;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PqrsDesk.Features;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Shell.Preferring;
using PqrsDesk.Ui;
using Radzen;
using Xunit;

namespace PqrsDesk.Shell;

public class FrameTests : WidgetTest
{
    private readonly BunitAuthorizationContext person;

    public FrameTests()
    {
        Services.AddRadzenComponents();

        // Nobody here is a member of staff: nothing is asked of it.
        Services.AddSingleton(new OwnShelf(new Preferences(null!, null!), new LonelyWire(), TimeProvider.System, NullLogger<OwnShelf>.Instance));
        Services.AddSingleton(new LiveViews(null!, null!, null!, TimeProvider.System, NullLogger<LiveViews>.Instance));
        JSInterop.Mode = JSRuntimeMode.Loose;
        ComponentFactories.AddStub<CountedRail>();
        ComponentFactories.AddStub<PqrsDesk.Features.Notices.NoticeBell>();
        ComponentFactories.AddStub<PqrsDesk.Features.Searching.QuickList>();
        person = AddAuthorization();
        person.SetAuthorized("Ana Gómez");
        person.SetRoles("Agent");
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    private BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    [Fact]
    public void Only_going_to_another_page_moves_the_focus()
    {
        const string Focus = "Blazor._internal.domWrapper.focusBySelector";
        var focus = Render<FocusOnArrival>(first => first.Add(f => f.Route, new RouteData(typeof(Error), new Dictionary<string, object?>())));
        focus.Render(again => again.Add(f => f.Route, new RouteData(typeof(Error), new Dictionary<string, object?>())));
        Assert.Empty(JSInterop.Invocations[Focus]);
        foreach (var page in new[] { typeof(NotFound), typeof(Error) })
            focus.Render(other => other.Add(f => f.Route, new RouteData(page, new Dictionary<string, object?>())));
        Assert.Equal(2, JSInterop.Invocations[Focus].Count);
        Assert.All(JSInterop.Invocations[Focus], each => Assert.Equal(FocusOnArrival.Heading, each.Arguments[0]));
    }

    [Theory]
    [InlineData("es-CO", "Agent", "Cola, Mis casos, Mi trabajo, Tareas, Recepción, Correo, Clientes, Conocimiento, Muro, Tablero, Simulador, Áreas y ausencias")]
    [InlineData("es-CO", "Lead", "Cola, Mis casos, Mi trabajo, Tareas, Recepción, Correo, Por revisar, Clientes, Conocimiento, Muro, Tablero, Simulador, Supervisión, Reglas de plazos, Áreas y ausencias")]
    [InlineData("es-CO", "Manager", "Cola, Mis casos, Mi trabajo, Tareas, Recepción, Correo, Por revisar, Clientes, Conocimiento, Muro, Tablero, Informes, Simulador, Supervisión, Reglas de plazos, Áreas y ausencias")]
    [InlineData("en-US", "Admin", "Queue, My cases, My work, Tasks, Reception, Mail, To review, Customers, Knowledge, Wall, Dashboard, Reports, Simulator, Supervision, Deadline rules, Areas and absences, Administration")]
    public void The_rail_offers_what_the_role_may_open(string language, string role, string words)
    {
        Speak(language);
        person.SetRoles(role);

        Assert.Equal(words, string.Join(", ", Render<Rail>().FindAll("a").Select(Words)));
    }

    [Theory]
    [InlineData("/", "Cola")]
    [InlineData("/?texto=agua", "Cola")]
    [InlineData("/?mios=true", "Mis casos")]
    [InlineData("/tablero?desde=2026-01", "Tablero")]
    [InlineData("/casos/PQRS-2026-000001", null)]
    public void The_rail_says_where_one_is(string address, string? word)
    {
        Navigation.NavigateTo(address);

        Assert.Equal(word, Render<Rail>().FindAll("[aria-current=page]").Select(Words).SingleOrDefault());
    }

    [Fact]
    public void The_rail_follows_where_one_goes()
    {
        var rail = Render<Rail>();
        Navigation.NavigateTo("/correo");

        rail.WaitForAssertion(() => Assert.Equal("Correo", Words(rail.Find("[aria-current=page]"))));
    }

    [Fact]
    public void A_search_goes_to_its_page_with_its_text()
    {
        var top = Render<TopBar>();
        top.Find("input[type=search]").Change("  factura ñ&x ");
        top.Find("form[role=search]").Submit();

        Assert.EndsWith("/buscar?q=factura%20%C3%B1%26x", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void The_box_says_what_the_results_were_asked_for_however_one_came_to_them()
    {
        Navigation.NavigateTo("/buscar?q=factura%20%C3%B1%26x&estado=Resolved");
        var top = Render<TopBar>();
        Assert.Equal("factura ñ&x", Value());

        Navigation.NavigateTo("/buscar?q=agua");
        top.WaitForAssertion(() => Assert.Equal("agua", Value()));
        Navigation.NavigateTo("/?q=agua");
        top.WaitForAssertion(() => Assert.Equal("", Value()));

        string Value() => top.Find("input[type=search]").GetAttribute("value") ?? "";
    }

    [Theory]
    [InlineData("es-CO", "English", "/idioma?cultura=en-US&volver=%2Fcasos%2FPQRS-1%3Fx%3D1")]
    [InlineData("en-US", "Español", "/idioma?cultura=es-CO&volver=%2Fcasos%2FPQRS-1%3Fx%3D1")]
    public void The_other_language_is_offered_in_itself_and_comes_back_here(string language, string word, string address)
    {
        Speak(language);
        Navigation.NavigateTo("/casos/PQRS-1?x=1");
        var link = Render<LanguageSwitch>().Find("a");

        Assert.Equal(word, link.TextContent);
        Assert.Equal(address, link.GetAttribute("href"));
        Assert.Equal(word[..2].ToLowerInvariant(), link.GetAttribute("lang"));
    }

    [Fact]
    public void Leaving_is_a_post_and_the_name_is_printed_as_text()
    {
        person.SetAuthorized(Hostile);
        var top = Render<TopBar>();

        Assert.Equal("post", top.Find($"form[action='{DeskUrls.SignOut}']").GetAttribute("method"));
        Assert.Equal(Hostile, top.Find(".owner-name").TextContent);
        AssertNoElements((IRenderedComponent<Microsoft.AspNetCore.Components.IComponent>)top);
    }

    [Theory]
    [InlineData("es-CO", "Atajos del teclado", "Tomar el caso", "Mayús + clic")]
    [InlineData("en-US", "Keyboard shortcuts", "Take the case", "Shift + click")]
    public void The_keyboard_help_lists_every_key_for_people_and_for_the_script(string language, string title, string take, string range)
    {
        Speak(language);
        var help = Render<KeyboardHelp>();

        Assert.Equal(title, help.Find("dialog h2").TextContent);
        Assert.Equal(
            Shortcuts.All.Where(each => each.Keys.Length > 0).SelectMany(each => each.Keys.Split(' ', '+')).Select(key => key == "Escape" ? "Esc" : key).Append(range).Order(),
            help.FindAll("kbd").Select(Words).Order());
        Assert.Contains(help.FindAll("dd"), each => each.TextContent == take);
        var keys = JsonSerializer.Deserialize<Dictionary<string, string>>(help.Find("dialog").GetAttribute("data-shortcuts")!)!;
        Assert.Equal("t", keys["take"]);
        Assert.Equal(Shortcuts.All.Count, keys.Count);
    }

    [Fact]
    public void A_page_that_fails_leaves_the_frame_standing()
    {
        var page = Render<MainLayout>(p => p.Add(l => l.Body, _ => throw new InvalidOperationException("boom")));

        Assert.NotEmpty(page.FindAll("main [role=alert]"));
        Assert.True(page.HasComponent<Stub<CountedRail>>());
        Assert.NotEmpty(page.FindAll("input[type=search]"));
    }

    [Fact]
    public void The_content_can_be_skipped_to_from_any_address()
    {
        Navigation.NavigateTo("/tablero?x=1");
        var page = Render<MainLayout>(p => p.Add(l => l.Body, builder => builder.AddContent(0, "texto")));

        Assert.Equal("/tablero?x=1#contenido", page.Find("a").GetAttribute("href"));
        Assert.Equal("contenido", page.Find("main").Id);
    }

    [Fact]
    public void The_wall_reloads_by_itself_and_has_no_frame()
    {
        var wall = Render<WallLayout>(p => p.Add(l => l.Body, builder => builder.AddContent(0, "412")));

        Assert.True(wall.Find("main").HasAttribute("data-unattended"));
        Assert.Equal("412", Words(wall.Find("main")));
        Assert.Empty(wall.FindAll("nav, header"));
    }

    [Fact]
    public void Strangers_see_a_calm_not_found_page_without_the_frame()
    {
        person.SetNotAuthorized();
        var page = Render<AnyLayout>(p => p.Add(l => l.Body, builder =>
        {
            builder.OpenComponent<NotFound>(0);
            builder.CloseComponent();
        }));

        Assert.Equal("No encontrado", page.Find("h1").TextContent);
        Assert.Empty(page.FindAll("nav.rail"));
    }

    [Fact]
    public void Strangers_are_led_to_sign_in_and_back()
    {
        person.SetNotAuthorized();
        Navigation.NavigateTo("/casos/PQRS-1?x=1");
        Render<RedirectToSignIn>();

        Assert.EndsWith("/entrar?volver=%2Fcasos%2FPQRS-1%3Fx%3D1", Navigation.Uri, StringComparison.Ordinal);
    }
}
