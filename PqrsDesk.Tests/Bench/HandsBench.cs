using PqrsDesk.Bench.Handwork;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench;

public sealed class HandsBench : IBench
{
    public string Name => "hands";

    public string About =>
        "Ten ordinary jobs in a real browser, each on a desk of its own, from the open queue to done: the strokes of the keyboard alone, and the clicks (and strokes) of the mouse. "
        + "A key with Ctrl, Alt or Shift is one stroke; a list that has to be opened is two clicks; … are the words that a person writes or looks for, which are not counted. docs/hands.md sets others beside it.";

    public bool Usual => false;
    public IReadOnlyList<string> Columns => ["job", "strokes", "keyboard", "clicks, strokes", "mouse"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        if (Machine.Chromium is null)
        {
            yield return ["no browser here", "", "", "", ""];
            yield break;
        }

        foreach (var job in Jobs.All)
        {
            var keyboard = await DoAsync(job, job.ByKeyboardAsync);
            var mouse = await DoAsync(job, job.ByMouseAsync);
            if (keyboard.Clicks > 0) throw new InvalidOperationException($"{job.Name}: the keyboard alone did not do.");
            yield return [job.Name, $"{keyboard.Strokes}", keyboard.Did, mouse.Strokes == 0 ? $"{mouse.Clicks}" : $"{mouse.Clicks}, {mouse.Strokes}", mouse.Did];
        }
    }

    private static async Task<Hands> DoAsync(Job job, Func<Hands, string, Task> workAsync)
    {
        await using var desk = await WebDesk.StartAsync(new() { StartAt = TestClock.Tuesday });
        var me = await desk.HireWithAccountAsync();
        await desk.HireAsync("Beto Ruiz");
        var number = await job.PrepareAsync(desk, me);
        var visit = await Visit.BeginAsync(desk, new());
        try
        {
            await visit.SignInAsync(me);
            var hands = new Hands(visit.Page);
            await workAsync(hands, number);
            await Eventually.TrueAsync(() => job.IsDoneAsync(desk, number), job.Name);
            visit.MustBeCalm();
            return hands;
        }
        catch (Exception wrong)
        {
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Path.GetTempPath(), "hands.png") });
            throw new InvalidOperationException($"{job.Name}: {wrong.Message}", wrong);
        }
        finally
        {
            await visit.Page.Context.CloseAsync();
        }
    }
}
