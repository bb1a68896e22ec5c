using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Mail.Mime;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>What of a message becomes the words of a case, in the language of the channel.</summary>
public sealed class MetaWords(IStringLocalizer<ChannelsTexts> texts)
{
    private const int NameEnd = 4;
    private const int RoomForNumber = 30;

    /// <summary>Everything that follows in this flow of work is said in that language, whoever's request it is in.</summary>
    public static void SpeakFor(MetaSettings settings) => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (settings.Language, settings.Language);

    public string SentWord => texts["Meta.Sent"];

    public string Say(MetaNews.Message message) =>
        Texts.Cut(MailText.Tidy(string.Join('\n', message.Lines.Select(Say))), Filing.DescriptionLimit - InboundMessage.Room);

    /// <summary>As they call themselves; else by the end of what the network calls them, so that two of them are not one.</summary>
    public string NameOf(MetaNews.Message message) =>
        message.Name ?? message.Telephone ?? texts["Meta.Somebody", message.Product.ToString(), message.Person.Length > NameEnd ? message.Person[^NameEnd..] : message.Person];

    /// <summary>What a file is called that came without a name: a word, to which its number is put.</summary>
    public string NameOf(MetaFile file) => file.Name is { } name ? Texts.Cut(name.Replace('/', '-').Replace('\\', '-'), Ticket.FileNameLimit - RoomForNumber) : texts[$"Meta.{file.What}"].Value.ToLower(CultureInfo.CurrentCulture);

    private string Say(MetaLine line) => line switch
    {
        { What: null } => line.Value,
        { Value: "" } => $"[{texts[$"Meta.{line.What}"]}]",
        _ => $"[{texts[$"Meta.{line.What}"]}: {line.Value}]",
    };
}
