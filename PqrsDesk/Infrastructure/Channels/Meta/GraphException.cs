using System.Globalization;
using System.Net;
using System.Text.Json;
using PqrsDesk.Infrastructure.Mail;

namespace PqrsDesk.Infrastructure.Channels.Meta;

/// <summary>What a refusal of the Graph API means for what was asked.</summary>
public enum GraphTrouble
{
    /// <summary>This message will never be taken.</summary>
    Refused,

    /// <summary>Never taken as long as the petitioner does not write first.</summary>
    WindowClosed,

    /// <summary>Never taken by this petitioner.</summary>
    Unreachable,

    /// <summary>The desk itself is not let in: nothing of one message.</summary>
    NotAllowed,

    /// <summary>Not now.</summary>
    Busy,

    /// <summary>Nobody was there.</summary>
    Away,
}

/// <summary>The Graph API refused, in the words of Meta's error object, or did not answer.</summary>
public sealed class GraphException(string message, GraphTrouble trouble, Exception? inner = null) : IOException(message, inner)
{
    public GraphTrouble Trouble => trouble;

    public Hindrance? Hindrance => HindranceOf(trouble);

    public static Hindrance? HindranceOf(GraphTrouble trouble) => trouble switch
    {
        GraphTrouble.WindowClosed => Mail.Hindrance.WindowClosed,
        GraphTrouble.NotAllowed => Mail.Hindrance.NotAllowed,
        GraphTrouble.Unreachable => Mail.Hindrance.Unreachable,
        GraphTrouble.Busy or GraphTrouble.Away => Mail.Hindrance.Busy,
        GraphTrouble.Refused => null,
    };

    internal static GraphException Of(HttpStatusCode status, JsonElement? answer)
    {
        if (answer is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
        {
            var (code, subcode) = (Number(error, "code"), Number(error, "error_subcode"));
            var transient = error.TryGetProperty("is_transient", out var said) && said.ValueKind == JsonValueKind.True;
            var trouble = TroubleOf(code, subcode);
            return new(Say(code, Text(error, "error_data", "details") ?? Text(error, "message")), trouble == GraphTrouble.Refused && (transient || IsNotNow(status)) ? GraphTrouble.Busy : trouble);
        }

        return new($"HTTP {(int)status}", status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? GraphTrouble.NotAllowed : IsNotNow(status) ? GraphTrouble.Busy : GraphTrouble.Refused);
    }

    /// <summary>By the numbers of Messenger's, Instagram's and WhatsApp's lists of errors.</summary>
    public static GraphTrouble TroubleOf(int code, int subcode) => (code, subcode) switch
    {
        (131047 or 470, _) or (10, 2018278 or 2018065 or 2534022) => GraphTrouble.WindowClosed,
        (551 or 131021 or 131026 or 131030 or 131050, _) or (100, 2018001 or 2018338) or (200, 1545041) => GraphTrouble.Unreachable,
        (0 or 3 or 10 or 102 or 190 or (>= 200 and <= 299) or 368 or 131005 or 131031 or 131042 or 131045 or 133010, _) => GraphTrouble.NotAllowed,
        (1 or 2 or 4 or 17 or 32 or 613 or 1200 or 80007 or 130429 or 131000 or 131016 or 131048 or 131056 or 131057 or 133004, _) => GraphTrouble.Busy,
        _ => GraphTrouble.Refused,
    };

    /// <summary>Some of Meta's words begin with the number already.</summary>
    public static string Say(int code, string? words) => words?.StartsWith("(#", StringComparison.Ordinal) == true ? words : string.Create(CultureInfo.InvariantCulture, $"(#{code}) {words}").TrimEnd();

    private static bool IsNotNow(HttpStatusCode status) => (int)status is 408 or 425 or 429 or >= 500;

    private static int Number(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : -1;

    private static string? Text(JsonElement of, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (of.ValueKind != JsonValueKind.Object || !of.TryGetProperty(name, out of)) return null;
        try
        {
            return of.ValueKind == JsonValueKind.String ? of.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a character.
            return null;
        }
    }
}
