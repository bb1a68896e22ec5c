using System.Collections.Immutable;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>Who wants to be called. One listener's fault reaches neither the caller nor the other listeners.</summary>
internal sealed class Ears<T>(ILogger log)
{
    private ImmutableArray<Listening> _all = [];

    public int Count => _all.Length;

    public IDisposable Add(Action<T> hear)
    {
        var listening = new Listening(this, hear);
        ImmutableInterlocked.Update(ref _all, all => all.Add(listening));
        return listening;
    }

    public void Call(T said)
    {
        foreach (var listening in _all)
        {
            try
            {
                listening.Hear(said);
            }
            catch (Exception wrong)
            {
                log.LogError(wrong, "A listener failed.");
            }
        }
    }

    private sealed class Listening(Ears<T> ears, Action<T> hear) : IDisposable
    {
        public Action<T> Hear => hear;

        public void Dispose() => ImmutableInterlocked.Update(ref ears._all, all => all.Remove(this));
    }
}
