namespace PqrsDesk.Domain.Tickets;

/// <summary>The limits of what people write, asked the same way by every verb.</summary>
internal static class Texts
{
    public const int MessageLimit = 20_000;

    public static Refusal? TooLong(string? text, int limit, string? field) =>
        text?.Length > limit ? new(RefusalCode.TextTooLong, field, limit.ToString(System.Globalization.CultureInfo.InvariantCulture)) : null;

    public static Refusal? Message(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? new(RefusalCode.TextMissing, field) : TooLong(text, MessageLimit, field);

    /// <summary>No longer than a limit, and no letter of two parts is cut in half: a store that is strict would not take it.</summary>
    public static string Cut(string text, int limit) =>
        text.Length <= limit ? text : text[..(limit > 0 && char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];

    /// <summary>As <see cref="Cut"/>, and a sign says that it went on.</summary>
    public static string Shorten(string text, int limit) => text.Length <= limit ? text : Cut(text, limit - 1).TrimEnd() + "…";

    public static Refusal? Reason(string? text, string field = "Reason") =>
        string.IsNullOrWhiteSpace(text) ? new(RefusalCode.ReasonMissing, field) : TooLong(text, Filing.ReasonLimit, field);
}
