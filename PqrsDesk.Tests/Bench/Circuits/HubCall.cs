namespace PqrsDesk.Bench.Circuits;

/// <summary>What a page and its circuit say to each other: SignalR's messages, of which the first item is the kind.</summary>
internal static class HubCall
{
    public const int Invocation = 1;
    public const int Completion = 3;
    public const int Close = 7;

    private const int PingKind = 6;

    /// <summary>The result of a completion: an error, nothing, a value.</summary>
    public const int Failed = 1;
    public const int Nothing = 2;

    public static byte[] Handshake { get; } = [.. """{"protocol":"blazorpack","version":1}"""u8, 0x1e];

    public static byte[] Ping { get; } = HubFrames.Frame(new PackWriter().Array(1).Value(PingKind).Written);

    /// <param name="id">Null when no completion is wanted.</param>
    public static byte[] Of(string? id, string target, params ReadOnlySpan<object?> arguments)
    {
        var pack = new PackWriter().Array(5).Value(Invocation).EmptyMap().Value(id).Value(target).Array(arguments.Length);
        foreach (var argument in arguments) pack.Value(argument);
        return HubFrames.Frame(pack.Written);
    }
}
