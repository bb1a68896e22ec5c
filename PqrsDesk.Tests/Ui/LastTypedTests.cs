using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Ui;

public sealed class LastTypedTests
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);
    private readonly TestClock _clock = new();
    private readonly LastTyped _typing = new();
    private readonly List<string> _taken = [];

    [Fact]
    public async Task Only_the_last_letter_is_asked_for_and_after_a_rest()
    {
        var asked = new List<string>();
        Task Type(string text) => _typing.AskAsync(Rest, _clock, _ => Task.FromResult(Noted(text)), _taken.Add);
        string Noted(string text)
        {
            asked.Add(text);
            return text;
        }

        var (first, second) = (Type("a"), Type("ab"));
        _clock.Advance(Rest - TimeSpan.FromMilliseconds(1));
        Assert.Empty(asked);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await Task.WhenAll(first, second);
        Assert.Equal(["ab"], asked);
        Assert.Equal(["ab"], _taken);
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_next_letter_or_after_the_end_counts_for_nothing()
    {
        var (slow, late) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
        var first = _typing.AskAsync(TimeSpan.Zero, _clock, _ => slow.Task, _taken.Add);
        await _typing.AskAsync(TimeSpan.Zero, _clock, _ => Task.FromResult("ab"), _taken.Add);
        slow.SetResult("a");
        await first;
        var third = _typing.AskAsync(TimeSpan.Zero, _clock, _ => late.Task, _taken.Add);
        _typing.Dispose();
        late.SetResult("abc");
        await third;
        Assert.Equal(["ab"], _taken);
    }

    [Fact]
    public async Task A_fault_of_its_own_is_not_taken_for_the_next_letter() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => _typing.AskAsync(TimeSpan.Zero, _clock, _ => Task.FromException<string>(new OperationCanceledException()), _taken.Add));
}
