using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features;

public sealed class PreferencesTests
{
    [SkippableTheory, Engines]
    public async Task A_choice_is_ones_own_and_stays_until_it_is_taken_back(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, luis) = (await desk.HireAsync(), await desk.HireAsync("Luis Rojas"));
        var preferences = desk.Get<Preferences>();
        List<(int, string)> told = [];
        preferences.Changed += (who, key) => told.Add((who, key));

        await preferences.KeepAsync(ana.Id, "cola", new Wish("compacta"), CancellationToken.None);
        await preferences.KeepAsync(ana.Id, "cola", new Wish("cómoda"), CancellationToken.None);

        Assert.Equal(new Wish("cómoda"), await preferences.ReadAsync<Wish>(ana.Id, "cola", CancellationToken.None));
        Assert.Null(await preferences.ReadAsync<Wish>(luis.Id, "cola", CancellationToken.None));
        Assert.Null(await preferences.ReadAsync<List<int>>(ana.Id, "cola", CancellationToken.None));

        await preferences.KeepAsync<Wish>(ana.Id, "cola", null, CancellationToken.None);
        Assert.Null(await preferences.ReadAsync<Wish>(ana.Id, "cola", CancellationToken.None));
        Assert.Equal([(ana.Id, "cola"), (ana.Id, "cola"), (ana.Id, "cola")], told);
        await Assert.ThrowsAsync<ArgumentException>(() => preferences.KeepAsync(ana.Id, "cola", new Wish(new string('x', 30_000)), CancellationToken.None));
    }

    private sealed record Wish(string Density);
}
