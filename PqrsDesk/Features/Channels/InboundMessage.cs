using System.Globalization;
using System.Text.Json.Serialization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Channels;
using PqrsDesk.Infrastructure.Mail.Mime;

namespace PqrsDesk.Features.Channels;

/// <summary>A message that a program brings from a channel outside.</summary>
/// <param name="Conversation">What the channel calls the conversation: its messages belong to one case.</param>
/// <param name="Message">What the channel calls the message: it counts once.</param>
/// <param name="SentAt">When the sender says it was sent. It is told in the text, and decides nothing.</param>
/// <param name="Subject">Of the case, if this message begins one; left out, the beginning of the text.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record InboundMessage(string? Conversation, string? Message, DateTimeOffset? SentAt, InboundSender? From, string? Subject, string? Text)
{
    /// <summary>So much is left for the sender's time.</summary>
    internal const int Room = 100;
    private const int SubjectLength = 80;

    /// <summary>Null when it can be taken.</summary>
    public Refusal? Refuse() =>
        string.IsNullOrWhiteSpace(Text) ? new(RefusalCode.TextMissing, nameof(Text))
        : Text.Length > Filing.DescriptionLimit - Room ? new(RefusalCode.TextTooLong, nameof(Text), (Filing.DescriptionLimit - Room).ToString(CultureInfo.InvariantCulture))
        : null;

    /// <summary>Messages can come in another order than they were sent in: the history has theirs, and the text says the other.</summary>
    internal string Told => SentAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"{Text!.Trim()}\n\n[{SentWord}: {at:yyyy-MM-dd HH:mm:ss zzz}]") : Text!.Trim();

    /// <summary>In the language that the channel's cases are written in.</summary>
    [JsonIgnore]
    internal string SentWord { get; init; } = "Enviado";

    internal string? SenderName => From is null ? null : First(From.Name, From.Id, From.Telephone, From.Email);

    internal Filing ToFiling(ChannelSettings channel, string told) => new()
    {
        Kind = channel.Kind,
        Subject = First(Subject) is { } given ? Texts.Cut(given, Filing.SubjectLimit) : Texts.Cut(Text!.Trim().ReplaceLineEndings(" "), SubjectLength),
        Description = told,
        Channel = channel.Way,
        AreaId = default,
    };

    internal PetitionerDetails ToPetitioner() => SenderName is { } name
        ? new() { Name = Texts.Cut(name, Contact.NameLimit), Document = First(From!.Document), Email = First(From.Email), Telephone = First(From.Telephone) }
        : new() { Anonymous = true };

    private static string? First(params string?[] given) => given.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))?.Trim();
}

/// <summary>Who wrote, as far as the channel says. Without a name, number or address it is nobody: an anonymous petition.</summary>
/// <param name="Id">What the channel calls the person.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record InboundSender(string? Id = null, string? Name = null, string? Document = null, string? Email = null, string? Telephone = null);
