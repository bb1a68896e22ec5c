using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PqrsDesk.Infrastructure.Mail;

namespace PqrsDesk.Infrastructure.Channels.Meta;

/// <summary>A network of Meta. Numbers are stored, and are those of <see cref="Carrier"/>.</summary>
public enum MetaProduct
{
    Messenger = 2,
    Instagram = 3,
    WhatsApp = 4,
}

/// <summary>What the desk calls a network, its conversations and its messages.</summary>
public static class MetaNames
{
    /// <summary>A dot: no channel of the settings can have that name.</summary>
    public const string Prefix = "meta.";

    public static string Channel(this MetaProduct product) => Prefix + product.ToString().ToLowerInvariant();

    public static MetaProduct? ProductOf(string channel) =>
        channel.StartsWith(Prefix, StringComparison.Ordinal) && Enum.TryParse<MetaProduct>(channel[Prefix.Length..], ignoreCase: true, out var product) ? product : null;

    public static Carrier Carrier(this MetaProduct product) => (Carrier)product;

    public static MetaProduct? Product(this Carrier carrier) => Enum.IsDefined((MetaProduct)carrier) ? (MetaProduct)carrier : null;

    /// <summary>One person and one page or number.</summary>
    public static string Conversation(string account, string person) => Id(string.Create(CultureInfo.InvariantCulture, $"{account}:{person}"));

    public static (string Account, string Person) Of(string conversation) =>
        conversation.Split(':', 2) is [var account, var person] ? (account, person) : (conversation, "");

    /// <summary>Instagram's names of messages can be longer than the desk keeps: then a hash of it.</summary>
    public static string Id(string id) => id.Length <= Channels.Conversation.IdLimit ? id : "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
