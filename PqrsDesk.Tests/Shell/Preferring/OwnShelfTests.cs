using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Views;
using PqrsDesk.Features;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Shell.Preferring;

public sealed class OwnShelfTests
{
    [SkippableTheory, Engines]
    public async Task What_a_person_chose_is_theirs_on_any_machine(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, luis, shelf) = (await desk.HireAsync(), await desk.HireAsync("Luis Rojas"), desk.Get<OwnShelf>());
        Assert.Equal(Look.None, (await shelf.OfAsync(ana.Id)).Look);

        await shelf.KeepAsync(ana.Id, Scheme.Dark);
        await shelf.KeepLanguageAsync(ana.Id, Languages.English);
        await shelf.KeepAsync(ana.Id, QueueDensity.Compact);
        await shelf.ChangeKeysAsync(ana.Id, keys => keys.With(Of("take"), "y").WithLetters(off: true));

        var own = await shelf.OfAsync(ana.Id);
        Assert.Equal(new Look(Scheme.Dark, Languages.English, QueueDensity.Compact), own.Look);
        Assert.Equal(("y", true), (own.Keys.Chosen("take"), own.Keys.LettersOff));
        Assert.Equal(Look.None, (await shelf.OfAsync(luis.Id)).Look);

        // Back as the desk is by itself, nothing is kept.
        await shelf.ChangeKeysAsync(ana.Id, keys => keys.With(Of("take"), "t").WithLetters(off: false));
        Assert.Equal(3, await desk.ReadAsync(db => db.Preferences.CountAsync()));
    }

    [SkippableTheory, Engines]
    public async Task What_stands_in_the_database_and_is_no_choice_breaks_nothing(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        string[] strange = ["", "null", "[]", "{", "{\"Value\":3}", "{\"Value\":\"<script>\"}", "{\"Keys\":{\"take\":null,\"reply\":\"Q\"},\"LettersOff\":false}", "{\"Keys\":[]}", "\"\u202E\"", new('[', 5_000)];
        foreach (var text in strange)
        {
            var member = await desk.HireAsync();
            foreach (var key in new[] { "tema", "idioma", "densidad", "atajos" }) await desk.AddAsync(new Preference { StaffId = member.Id, Key = key, Text = text });
            var own = await desk.Get<OwnShelf>().OfAsync(member.Id);
            Assert.Equal(Look.None, own.Look);
            Assert.All(Shortcuts.All, each => Assert.Equal(each.Keys, own.Keys.Heard(each.Name)));
        }
    }

    [SkippableTheory, Engines]
    public async Task Two_tabs_that_change_different_keys_do_not_undo_each_other(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, shelf) = (await desk.HireAsync(), desk.Get<OwnShelf>());
        await shelf.ChangeKeysAsync(ana.Id, keys => keys.With(Of("take"), "y"));
        await shelf.ChangeKeysAsync(ana.Id, keys => keys.With(Of("reply"), "F9"));
        Assert.Equal(["reply", "take"], (await shelf.OfAsync(ana.Id)).Keys.Own.Keys.Order());
    }

    [Fact]
    public async Task Open_pages_are_told_and_those_of_others_are_not()
    {
        await using var desk = await TestDesk.StartAsync();
        var (ana, luis, shelf) = (await desk.HireAsync(), await desk.HireAsync("Luis Rojas"), desk.Get<OwnShelf>());
        var told = new TaskCompletionSource<Own>(TaskCreationOptions.RunContinuationsAsynchronously);
        var others = 0;
        using var mine = shelf.Watch(ana.Id, told.SetResult);
        using (shelf.Watch(luis.Id, _ => others++)) await shelf.KeepAsync(ana.Id, Scheme.Light);
        Assert.Equal(Scheme.Light, (await told.Task.WaitAsync(TimeSpan.FromSeconds(20))).Look.Scheme);
        Assert.Equal(0, others);
    }

    [Fact]
    public async Task What_another_node_kept_is_seen_when_a_copy_is_old()
    {
        await using var desk = await TestDesk.StartAsync();
        await using var other = desk.AnotherNode();
        var (ana, shelf) = (await desk.HireAsync(), desk.Get<OwnShelf>());
        Assert.Null((await shelf.OfAsync(ana.Id)).Look.Scheme);
        await other.Get<Preferences>().KeepAsync(ana.Id, "tema", new { Value = "Dark" }, CancellationToken.None);
        desk.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(Scheme.Dark, (await shelf.OfAsync(ana.Id)).Look.Scheme);
    }

    private static Shortcut Of(string name) => Shortcuts.All.Single(each => each.Name == name);
}
