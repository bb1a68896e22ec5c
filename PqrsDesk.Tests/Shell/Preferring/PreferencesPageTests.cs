using System.Text.Json;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Views;
using PqrsDesk.Features;
using PqrsDesk.Features.Queue.Views;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Shell.Preferring;

public sealed class PreferencesPageTests : PageTest
{
    [Fact]
    public async Task A_key_that_is_pressed_is_kept_and_everything_shows_it()
    {
        var frame = Open();
        await ChooseAsync(frame, "take", "y");

        See(frame, () => Assert.Equal("y", Field(frame, "take").GetAttribute("value")));
        Assert.Contains("Guardado. Tomar el caso: y.", frame.Markup, StringComparison.Ordinal);
        Assert.Equal("y", Heard(frame)["take"]);
        Assert.Equal("y Tomar el caso", Words(frame.Find("[data-shortcut='take']")));
        Assert.Equal("y", (await Desk.Get<OwnShelf>().OfAsync(Me.Id)).Keys.Chosen("take"));

        await frame.InvokeAsync(() => frame.Find("[data-own-key='take'] [data-reset]").ClickAsync(new()));
        See(frame, () => Assert.Equal("t", Heard(frame)["take"]));
    }

    [Fact]
    public async Task A_collision_is_said_in_words_and_nothing_is_taken_unasked()
    {
        var frame = Open();
        await ChooseAsync(frame, "take", "r");
        Assert.Contains("r choca con «Responder al peticionario» (r).", Words(frame.Find("[data-own-key='take'] [role='alert']")), StringComparison.Ordinal);
        Assert.Equal("true", Field(frame, "take").GetAttribute("aria-invalid"));
        Assert.Equal(("t", "r"), (Heard(frame)["take"], Heard(frame)["reply"]));

        await frame.InvokeAsync(() => frame.Find("[data-own-key='take'] [data-swap]").ClickAsync(new()));
        See(frame, () => Assert.Equal(("r", "t"), (Heard(frame)["take"], Heard(frame)["reply"])));

        await ChooseAsync(frame, "note", "r");
        await frame.InvokeAsync(() => frame.Find("[data-own-key='note'] [data-take-key]").ClickAsync(new()));
        See(frame, () => Assert.Equal(("", "r"), (Heard(frame)["take"], Heard(frame)["note"])));
        Assert.Equal("sin tecla Tomar el caso", Words(frame.Find("[data-shortcut='take']")));
    }

    [Theory]
    [InlineData("take", "Ctrl+w", "la necesita el navegador")]
    [InlineData("bold", "y", "debe llevar Ctrl")]
    [InlineData("take", "g", "atajos que empiezan por esa tecla")]
    [InlineData("take", "\u0000", "no se hace un atajo")]
    [InlineData("take", "\u202E", "no se hace un atajo")]
    [InlineData("take", Hostile, "no se hace un atajo")]
    public async Task What_cannot_be_is_refused(string name, string keys, string why)
    {
        var frame = Open();
        await ChooseAsync(frame, name, keys);
        Assert.Contains(why, Words(frame.Find($"[data-own-key='{name}'] [role='alert']")), StringComparison.Ordinal);
        AssertNoElements(frame);
        Assert.Empty((await Desk.Get<OwnShelf>().OfAsync(Me.Id)).Keys.Own);
    }

    [Fact]
    public async Task A_hundred_thousand_letters_are_refused()
    {
        var frame = Open();
        await ChooseAsync(frame, "take", new string('x', 100_000));
        Assert.Contains("no se hace un atajo", frame.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_are_switched_off_and_all_is_reset_and_brought_back()
    {
        var frame = Open();
        await ChooseAsync(frame, "take", "Alt+y");
        await frame.InvokeAsync(() => frame.Find("#sin-letras").ChangeAsync(new() { Value = true }));
        See(frame, () => Assert.Equal(("Alt+y", "", ""), (Heard(frame)["take"], Heard(frame)["help"], Heard(frame)["go-queue"])));
        Assert.Contains("Apagado con los de letras", Words(frame.Find("[data-own-key='help']")), StringComparison.Ordinal);

        await frame.InvokeAsync(() => frame.Find("[data-reset-all]").ClickAsync(new()));
        See(frame, () => Assert.Equal("", Heard(frame)["take"]));
        await frame.InvokeAsync(() => frame.Find("[data-undo]").ClickAsync(new()));
        See(frame, () => Assert.Equal("Alt+y", Heard(frame)["take"]));
    }

    [Fact]
    public async Task The_look_is_kept_as_it_is_chosen_and_marks_every_tab()
    {
        var frame = Open();
        await frame.InvokeAsync(() => frame.Find("input[name='tema'][value='Dark']").ChangeAsync(new()));
        await frame.InvokeAsync(() => frame.Find("input[name='densidad-mesa'][value='Compact']").ChangeAsync(new()));
        await frame.InvokeAsync(() => frame.Find("input[name='densidad-cola'][value='Compact']").ChangeAsync(new()));

        See(frame, () => Assert.Equal(("dark", "compact"), (frame.Find("[data-own-look]").GetAttribute("data-scheme"), frame.Find("[data-own-look]").GetAttribute("data-density"))));
        Assert.Equal(QueueDensity.Compact, (await Desk.Get<LastLayout>().ReadAsync(Me.Id, CancellationToken.None))?.Density);
        Assert.Contains("Guardado.", frame.Markup, StringComparison.Ordinal);

        await frame.InvokeAsync(() => frame.Find("input[name='idioma'][value='en']").ChangeAsync(new()));
        Assert.Equal(Languages.English, (await Desk.Get<OwnShelf>().OfAsync(Me.Id)).Look.Language);
        Assert.True(Services.GetRequiredService<BunitNavigationManager>().History.First().Options.ForceLoad);
    }

    [Fact]
    public async Task A_change_elsewhere_is_seen_here_and_leaving_lets_go()
    {
        var frame = Open();
        await Desk.Get<OwnShelf>().ChangeKeysAsync(Me.Id, keys => keys.With(Shortcuts.All.Single(each => each.Name == "take"), "y"));
        See(frame, () => Assert.Equal("y", Field(frame, "take").GetAttribute("value")));
        await DisposeComponentsAsync();
        await Desk.Get<OwnShelf>().KeepAsync(Me.Id, Scheme.Light);
    }

    [Fact]
    public void A_hint_on_a_button_shows_the_readers_own_keys()
    {
        Assert.Equal("Ctrl + Space", Words(Render<KeyHint>(p => p.Add(hint => hint.Of, "insert")).Find(".key-hint")).Replace("+", " + ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal));
        var own = KeyMap.Usual.With(Shortcuts.All.Single(each => each.Name == "search"), "y");
        Assert.Equal("y", Words(Render<KeyHint>(p => p.AddCascadingValue(own).Add(hint => hint.Of, "search")).Find(".key-hint")));
        Assert.Empty(Render<KeyHint>(p => p.AddCascadingValue(own.WithLetters(off: true)).Add(hint => hint.Of, "search")).FindAll(".key-hint"));
    }

    [Fact]
    public void The_menu_under_the_name_leads_to_what_is_ones_own()
    {
        var menu = Render<OwnMenu>(p => p.Add(own => own.Name, Hostile));
        Assert.Equal([DeskUrls.Me, DeskUrls.Preferences], menu.FindAll("a").Select(link => link.GetAttribute("href")));
        AssertNoElements((IRenderedComponent<Microsoft.AspNetCore.Components.IComponent>)menu);
    }

    private IRenderedComponent<OwnFrame> Open() => Render<OwnFrame>(p => p.Add(frame => frame.ChildContent, builder =>
    {
        builder.OpenComponent<PreferencesPage>(0);
        builder.CloseComponent();
        builder.OpenComponent<KeyboardHelp>(1);
        builder.CloseComponent();
    }));

    private static Task ChooseAsync(IRenderedComponent<OwnFrame> frame, string name, string keys) => frame.InvokeAsync(() => Field(frame, name).ChangeAsync(new() { Value = keys }));

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<OwnFrame> frame, string name) => frame.Find($"#tecla-{name}");

    private static Dictionary<string, string> Heard(IRenderedComponent<OwnFrame> frame) => JsonSerializer.Deserialize<Dictionary<string, string>>(frame.Find("[data-help]").GetAttribute("data-shortcuts")!)!;
}
