namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Keeps at hand what many ask for and few change: whoever comes first reads for all, and a failed reading is not kept.</summary>
/// <remarks>
/// Whoever changes it calls <see cref="Refresh"/>. Another node may make the change: after <paramref name="trust"/> it is asked
/// for by its stamp, and read again if that is another, or if there is none. <paramref name="life"/> bounds how long an equal stamp
/// is believed, for what belongs to it and has none.
/// </remarks>
public sealed class Shelf<T>(TimeProvider clock, TimeSpan trust, Func<Task<T>> read, Func<Task<object?>>? stamp = null, TimeSpan? life = null)
{
    private readonly Lock _gate = new();
    private Task<Copy>? _copy;
    private long _askedAt;

    public async Task<T> GetAsync()
    {
        var copy = await CopyAsync();
        if (clock.GetElapsedTime(Volatile.Read(ref _askedAt)) < trust) return copy.What;
        Volatile.Write(ref _askedAt, clock.GetTimestamp());
        if (stamp is not null && (life is null || clock.GetElapsedTime(copy.ReadAt) < life) && Equals(await stamp(), copy.Stamp)) return copy.What;
        return await ReadAgainAsync();
    }

    public async Task<T> ReadAgainAsync()
    {
        Refresh();
        return (await CopyAsync()).What;
    }

    public void Refresh()
    {
        lock (_gate) _copy = null;
    }

    private Task<Copy> CopyAsync()
    {
        lock (_gate)
        {
            if (_copy is null or { IsFaulted: true } or { IsCanceled: true })
            {
                Volatile.Write(ref _askedAt, clock.GetTimestamp());
                _copy = ReadAsync();
            }

            return _copy;
        }
    }

    private async Task<Copy> ReadAsync()
    {
        // The stamp first: what comes in between is read again, and not missed.
        var stamped = stamp is null ? null : await stamp();
        return new(await read(), stamped, clock.GetTimestamp());
    }

    private sealed record Copy(T What, object? Stamp, long ReadAt);
}
