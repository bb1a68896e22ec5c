using System.Collections.Concurrent;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence;

public sealed class GroupCommitTests : IDisposable
{
    private const int Most = 4;
    private readonly ConcurrentQueue<IReadOnlyList<int>> _groups = [];
    private readonly SemaphoreSlim _gate = new(0);

    [Fact]
    public async Task What_waits_while_a_group_is_written_is_the_next_group_in_its_order_and_within_bounds()
    {
        await using var line = Line(GatedAsync);
        var first = line.RunAsync(0, CancellationToken.None);
        await Eventually.TrueAsync(() => _groups.Count == 1, "the first is being written");
        var rest = Enumerable.Range(1, 6).Select(item => line.RunAsync(item, CancellationToken.None)).ToList();
        Assert.DoesNotContain(rest.Prepend(first), answer => answer.IsCompleted);

        _gate.Release(3);
        var answers = await Task.WhenAll(rest.Prepend(first));
        Assert.Equal([0, 10, 20, 30, 40, 50, 60], answers);
        Assert.Equal([[0], [1, 2, 3, 4], [5, 6]], _groups);
    }

    [Fact]
    public async Task Who_comes_alone_waits_for_nobody_and_a_line_that_ran_dry_begins_again()
    {
        await using var line = Line(Tenfold);
        for (var item = 1; item <= 3; item++) Assert.Equal(item * 10, await line.RunAsync(item, CancellationToken.None));
        Assert.Equal([[1], [2], [3]], _groups);
    }

    [Fact]
    public async Task Who_leaves_before_the_turn_comes_is_not_written_and_who_leaves_after_it_is()
    {
        await using var line = Line(GatedAsync);
        using var early = new CancellationTokenSource();
        using var late = new CancellationTokenSource();
        var taken = line.RunAsync(1, late.Token);
        await Eventually.TrueAsync(() => _groups.Count == 1, "the first is being written");
        var left = line.RunAsync(2, early.Token);
        var stays = line.RunAsync(3, CancellationToken.None);
        await early.CancelAsync();
        await late.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.False(taken.IsCompleted);

        _gate.Release(2);
        Assert.Equal((10, 30), (await taken, await stays));
        Assert.Equal([[1], [3]], _groups);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => line.RunAsync(4, early.Token));
    }

    [Fact]
    public async Task One_that_spoils_its_group_hurts_nobody_else()
    {
        await using var line = Line(async group =>
        {
            var results = await GatedAsync(group);
            return group.Contains(3) ? throw new ArgumentException("Poison.") : results;
        });
        var answers = await TogetherAsync(line, 1, 2, 3, 4);
        _gate.Release(6);
        Assert.Equal((10, 20, 40), (await answers[0], await answers[1], await answers[3]));
        await Assert.ThrowsAsync<ArgumentException>(() => answers[2]);
        Assert.Equal([[0], [1, 2, 3, 4], [1], [2], [3], [4]], _groups);
    }

    [Fact]
    public async Task What_may_have_been_written_is_not_written_again()
    {
        await using var line = Line(async group => group.Count > 1 ? throw new CommitInDoubtException(new IOException("The cable.")) : await GatedAsync(group));
        var answers = await TogetherAsync(line, 1, 2, 3);
        _gate.Release();
        foreach (var answer in answers) await Assert.ThrowsAsync<CommitInDoubtException>(() => answer);
        Assert.Equal([[0]], _groups);
    }

    [Fact]
    public async Task Once_the_database_is_gone_the_rest_of_a_spoilt_group_is_told_so_without_another_try()
    {
        await using var line = Line(async group =>
        {
            await GatedAsync(group);
            throw group.Contains(2) && group.Count == 1 ? new CommitInDoubtException(new IOException("The cable.")) : new ArgumentException("Poison.");
        });
        var answers = await TogetherAsync(line, 1, 2, 3, 4);
        _gate.Release(4);
        await Assert.ThrowsAsync<ArgumentException>(() => answers[0]);
        foreach (var answer in answers[1..]) await Assert.ThrowsAsync<CommitInDoubtException>(() => answer);
        Assert.Equal([[0], [1, 2, 3, 4], [1], [2]], _groups);
    }

    [Fact]
    public async Task When_it_closes_the_group_under_way_is_answered_and_who_waits_is_turned_away()
    {
        var line = Line(GatedAsync);
        var taken = line.RunAsync(1, CancellationToken.None);
        await Eventually.TrueAsync(() => _groups.Count == 1, "the first is being written");
        var waits = line.RunAsync(2, CancellationToken.None);
        var closing = line.DisposeAsync().AsTask();
        _gate.Release();
        await closing;
        Assert.Equal(10, await taken);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waits);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => line.RunAsync(3, CancellationToken.None));
        Assert.Equal([[1]], _groups);
    }

    [Fact]
    public async Task However_many_come_each_is_written_once()
    {
        await using var line = Line(Tenfold);
        var answers = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(item => Task.Run(() => line.RunAsync(item, CancellationToken.None))));
        Assert.Equal(Enumerable.Range(0, 2_000).Select(item => item * 10), answers);
        Assert.Equal(Enumerable.Range(0, 2_000), _groups.SelectMany(group => group).Order());
        Assert.All(_groups, group => Assert.InRange(group.Count, 1, Most));
    }

    public void Dispose() => _gate.Dispose();

    private static GroupCommit<int, int> Line(Func<IReadOnlyList<int>, Task<IReadOnlyList<int>>> write) => new(write, DeskWriter.MayTryAgain, Most);

    /// <summary>Behind a 0 that is being written, so that they come to be one group.</summary>
    private async Task<List<Task<int>>> TogetherAsync(GroupCommit<int, int> line, params int[] items)
    {
        _ = line.RunAsync(0, CancellationToken.None);
        await Eventually.TrueAsync(() => _groups.Count == 1, "the first is being written");
        return [.. items.Select(item => line.RunAsync(item, CancellationToken.None))];
    }

    private Task<IReadOnlyList<int>> Tenfold(IReadOnlyList<int> group)
    {
        _groups.Enqueue(group);
        return Task.FromResult<IReadOnlyList<int>>([.. group.Select(item => item * 10)]);
    }

    private async Task<IReadOnlyList<int>> GatedAsync(IReadOnlyList<int> group)
    {
        var results = await Tenfold(group);
        await _gate.WaitAsync();
        return results;
    }
}
