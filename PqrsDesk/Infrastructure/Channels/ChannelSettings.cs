using System.Globalization;
using System.Text;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Channels;

/// <summary>A channel outside whose messages another program brings, signed: <c>Channels:NAME</c> of the settings.</summary>
/// <param name="Secret">What the messages are signed with.</param>
/// <param name="Way">By which way its filings are said to have come in.</param>
/// <param name="Kind">As what a conversation is filed until somebody classifies it.</param>
/// <param name="Area">That its filings go to; null: the rules of routing say.</param>
/// <param name="ReopenDays">For so many days after it was closed a case is opened again by the next message; later that is a new case.</param>
public sealed record ChannelSettings(string Name, byte[] Secret, Channel Way, TicketKind Kind, string? Area, int ReopenDays)
{
    public const int NameLimit = 40;

    /// <summary>Shorter ones can be guessed.</summary>
    private const int LeastSecret = 16;

    /// <exception cref="SettingException">A setting is not usable; the message is one sentence that names it.</exception>
    internal static ChannelSettings Read(IConfigurationSection channel)
    {
        var secret = channel["Secret"]!.Trim();
        if (channel.Key.Length > NameLimit || !channel.Key.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_')) throw new SettingException($"{channel.Path}: a channel's name has 1 to {NameLimit} letters, digits or hyphens.");
        if (secret.Length < LeastSecret) throw new SettingException($"{channel.Path}:Secret must have {LeastSecret} signs or more.");
        return new(
            channel.Key.ToLowerInvariant(),
            Encoding.UTF8.GetBytes(secret),
            Word(channel, "Way", Channel.SocialNetwork),
            Word(channel, "Kind", TicketKind.Petition),
            string.IsNullOrWhiteSpace(channel["Area"]) ? null : channel["Area"]!.Trim(),
            Days(channel, "ReopenDays", 30));
    }

    private static T Word<T>(IConfigurationSection channel, string name, T usual)
        where T : struct, Enum =>
        string.IsNullOrWhiteSpace(channel[name]) ? usual
        : Enum.TryParse<T>(channel[name], ignoreCase: true, out var word) && Enum.IsDefined(word) ? word
        : throw new SettingException($"{channel.Path}:{name} is \"{channel[name]}\"; it must be one of {string.Join(", ", Enum.GetNames<T>())}.");

    private static int Days(IConfigurationSection channel, string name, int usual) =>
        string.IsNullOrWhiteSpace(channel[name]) ? usual
        : int.TryParse(channel[name], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 3_650 ? days
        : throw new SettingException($"{channel.Path}:{name} is \"{channel[name]}\"; it must be a number from 0 to 3650.");
}

/// <summary>The channels that have a secret.</summary>
public sealed class ChannelList
{
    private readonly Dictionary<string, ChannelSettings> _channels;

    private ChannelList(Dictionary<string, ChannelSettings> channels) => _channels = channels;

    public ChannelSettings? Find(string name) => _channels.GetValueOrDefault(name.ToLowerInvariant());

    /// <exception cref="SettingException">A setting is not usable.</exception>
    public static ChannelList Read(IConfiguration settings) => new(settings.GetSection("Channels").GetChildren()
        .Where(channel => !string.IsNullOrWhiteSpace(channel["Secret"])).Select(ChannelSettings.Read).ToDictionary(channel => channel.Name));
}
