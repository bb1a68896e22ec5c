namespace PqrsDesk.Infrastructure.Cluster;

/// <summary>What the nodes of a desk tell each other beside the data that they share. Not kept: who is away does not hear it.</summary>
public interface INodeWire
{
    /// <summary>Whether the others can be heard now; always, where there are no others.</summary>
    bool IsOpen { get; }

    /// <summary>Tells the other nodes, and not oneself.</summary>
    /// <param name="text">At most <see cref="MostBytes"/> in UTF-8.</param>
    Task SayAsync(string topic, string text, CancellationToken cancel);

    /// <summary>Calls <paramref name="hear"/> with the node and its text, in the order they were said, on the wire's thread: return at once.</summary>
    IDisposable Hear(string topic, Action<string, string> hear);

    /// <summary>Calls <paramref name="opened"/> each time the wire is open again: something may have been missed.</summary>
    IDisposable Opened(Action opened);

    /// <summary>PostgreSQL takes less than 8000 bytes, of which the node's and the topic's names are some.</summary>
    const int MostBytes = 7900;
}

/// <summary>A desk of one node.</summary>
public sealed class LonelyWire : INodeWire
{
    public bool IsOpen => true;

    public Task SayAsync(string topic, string text, CancellationToken cancel) => Task.CompletedTask;

    public IDisposable Hear(string topic, Action<string, string> hear) => Nothing.Held;

    public IDisposable Opened(Action opened) => Nothing.Held;

    private sealed class Nothing : IDisposable
    {
        public static readonly Nothing Held = new();

        public void Dispose()
        {
        }
    }
}
