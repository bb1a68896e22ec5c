using System.Net.Mail;

namespace PqrsDesk.Infrastructure.Mail;

/// <summary>A file that goes with a letter.</summary>
/// <param name="Path">Where its bytes are; null where <see cref="Content"/> has them.</param>
public sealed record LetterFile(string Name, string ContentType, string? Path)
{
    /// <summary>Of a file that is on no disk.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    public async Task<ReadOnlyMemory<byte>> BytesAsync(CancellationToken cancel) => Path is { } place ? await File.ReadAllBytesAsync(place, cancel) : Content;
}

/// <summary>A picture that travels inside a letter, so that nothing is fetched when it is read.</summary>
/// <param name="Of">The address that it leads to, as the letter's words name it.</param>
/// <param name="Alt">What it is, for who does not see it.</param>
public sealed record LetterPicture(string Of, string Alt, byte[] Png)
{
    public const string Id = "qr@desk";
}

/// <summary>The part of a letter that is drawn.</summary>
/// <param name="Around">The letter's words, with <see cref="Place"/> where the drawing stands.</param>
/// <param name="Html">Safe to show, without anything that is fetched.</param>
public sealed record LetterMessage(string Around, string Html)
{
    /// <summary>No letter that anybody types.</summary>
    public const string Place = "\uE000";
}

/// <summary>A message as it is to be sent.</summary>
public sealed record Letter
{
    public required MailAddress From { get; init; }
    public required string ToAddress { get; init; }
    public required string? ToName { get; init; }
    public required string? ReplyTo { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }

    /// <summary>What a person wrote in it, drawn, for the page: safe markup. Null: the page says what the text says.</summary>
    public LetterMessage? Message { get; init; }
    public required string Language { get; init; }
    public required string MessageId { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The messages of the conversation before it, oldest first.</summary>
    public required IReadOnlyList<string> Before { get; init; }

    /// <summary>No person wrote it: no machine should answer it.</summary>
    public required bool IsAutomatic { get; init; }
    public IReadOnlyList<LetterFile> Files { get; init; } = [];

    /// <summary>Shown on the page of it, below the paragraph that names its address.</summary>
    public LetterPicture? Picture { get; init; }
}
