using System.Globalization;
using System.Text;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Channels.Meta;

/// <summary>A page, an Instagram account or a telephone number of the house, where it differs from the others.</summary>
/// <param name="SendAs">The number that messages are sent by: Instagram's, where it stands behind a page, by that of the page. Null: its own.</param>
/// <param name="Area">That its filings go to; null: the desk's first.</param>
public sealed record MetaAccount(string? AccessToken, Uri GraphBase, string? SendAs, string? Area, TicketKind Kind);

/// <summary>The section <c>Desk:Channels:Meta</c> of the settings, checked once at start.</summary>
public sealed record MetaSettings
{
    public const string Section = "Desk:Channels:Meta";
    private const string UsualGraph = "https://graph.facebook.com/v24.0/";

    /// <summary>Where the networks keep what people send; subdomains are meant too.</summary>
    private static readonly string[] UsualHosts = ["fbcdn.net", "fbsbx.com", "cdninstagram.com", "whatsapp.net"];

    /// <summary>What the webhook is signed with.</summary>
    public required byte[] AppSecret { get; init; }

    /// <summary>What Meta says when it asks whether the address is the house's.</summary>
    public required byte[] VerifyToken { get; init; }
    public required IReadOnlySet<MetaProduct> Products { get; init; }
    public required MetaAccount Usual { get; init; }

    /// <summary>By the number of the page, the account or the telephone number.</summary>
    public required IReadOnlyDictionary<string, MetaAccount> Accounts { get; init; }
    public required int ReopenDays { get; init; }

    /// <summary>Of what the desk writes by itself: es or en.</summary>
    public required CultureInfo Language { get; init; }
    public required IReadOnlyList<string> MediaHosts { get; init; }

    /// <summary>Bytes of one file that is fetched at most.</summary>
    public required long MediaLimit { get; init; }

    /// <summary>Whether addresses of this machine are fetched from, in the clear too: for a peer of tests, and never else.</summary>
    public required bool Loopback { get; init; }

    public MetaAccount Account(string id) => Accounts.GetValueOrDefault(id) ?? Usual;

    /// <summary>Whether anything can be sent in the name of that account.</summary>
    public bool Sends(string account) => Account(account).AccessToken is not null;

    /// <returns>Null when there is no app secret: there is no such webhook then.</returns>
    /// <exception cref="SettingException">A setting is not usable; the message is one sentence that names it.</exception>
    public static MetaSettings? Read(IConfiguration settings)
    {
        var meta = settings.GetSection(Section);
        if (string.IsNullOrWhiteSpace(meta["AppSecret"])) return null;
        if (string.IsNullOrWhiteSpace(meta["VerifyToken"])) throw new SettingException($"{Section}:VerifyToken is empty: Meta asks for it before it sends anything.");
        var loopback = Checked(meta, "Loopback", false, bool.Parse, "true or false");
        var usual = Account(meta, loopback, new(null, new(UsualGraph), null, null, TicketKind.Petition));
        var language = Text(meta, "Language") ?? "es";
        if (language is not ("es" or "en")) throw new SettingException($"{Section}:Language is \"{language}\"; it must be es or en.");
        return new()
        {
            AppSecret = Encoding.UTF8.GetBytes(meta["AppSecret"]!.Trim()),
            VerifyToken = Encoding.UTF8.GetBytes(meta["VerifyToken"]!.Trim()),
            Products = (Words(meta, "Products") is { Count: > 0 } named ? named.Select(word => Word<MetaProduct>(meta, "Products", word)) : Enum.GetValues<MetaProduct>()).ToHashSet(),
            Usual = usual,
            Accounts = meta.GetSection("Accounts").GetChildren().ToDictionary(account => account.Key, account => Account(account, loopback, usual)),
            ReopenDays = Checked(meta, "ReopenDays", 30, text => Between(text, 0, 3_650), "a number from 0 to 3650"),
            Language = CultureInfo.GetCultureInfo(language == "en" ? "en-US" : "es-CO"),
            MediaHosts = Words(meta, "MediaHosts") is { Count: > 0 } hosts ? [.. hosts.Select(host => Host(meta, host))] : UsualHosts,
            MediaLimit = Checked(meta, "MediaLimitMiB", 100, text => Between(text, 1, 2_000), "a number from 1 to 2000") * 1024L * 1024,
            Loopback = loopback,
        };
    }

    private static MetaAccount Account(IConfigurationSection section, bool loopback, MetaAccount usual) => new(
        Token(section) ?? usual.AccessToken,
        Text(section, "GraphBaseAddress") is { } address ? Graph(section, address, loopback) : usual.GraphBase,
        Text(section, "SendAs"),
        Text(section, "Area") ?? usual.Area,
        Text(section, "Kind") is { } kind ? Word<TicketKind>(section, "Kind", kind) : usual.Kind);

    /// <summary>It goes into a header: a line end in it would be one of the request.</summary>
    private static string? Token(IConfigurationSection section) =>
        Text(section, "AccessToken") is not { } token ? null
        : token.All(sign => char.IsAscii(sign) && !char.IsControl(sign) && sign != ' ') ? token
        : throw new SettingException($"{section.Path}:AccessToken has signs that no token has.");

    private static Uri Graph(IConfigurationSection section, string address, bool loopback)
    {
        if (!Uri.TryCreate(address.EndsWith('/') ? address : address + "/", UriKind.Absolute, out var uri) || uri.Query.Length + uri.Fragment.Length + uri.UserInfo.Length > 0
            || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && loopback && uri.IsLoopback)))
            throw new SettingException($"{section.Path}:GraphBaseAddress is \"{address}\"; it must be an address such as {UsualGraph}.");
        return uri;
    }

    private static string Host(IConfigurationSection meta, string host) =>
        Uri.CheckHostName(host) == UriHostNameType.Dns ? host.ToLowerInvariant() : throw new SettingException($"{meta.Path}:MediaHosts has \"{host}\"; it must be names of hosts, such as fbcdn.net.");

    private static T Word<T>(IConfigurationSection section, string name, string word)
        where T : struct, Enum =>
        Enum.TryParse<T>(word, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsAsciiDigit(word[0]) ? known
        : throw new SettingException($"{section.Path}:{name} is \"{word}\"; it must be one of {string.Join(", ", Enum.GetNames<T>())}.");

    private static List<string> Words(IConfigurationSection section, string name) =>
        [.. (section[name] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Concat(section.GetSection(name).GetChildren().Select(each => each.Value?.Trim() ?? "")).Where(word => word.Length > 0)];

    private static int Between(string text, int least, int most) =>
        int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) is var number && number >= least && number <= most ? number : throw new FormatException();

    private static T Checked<T>(IConfigurationSection section, string name, T usual, Func<string, T> read, string must)
    {
        if (Text(section, name) is not { } text) return usual;
        try
        {
            return read(text);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            throw new SettingException($"{section.Path}:{name} is \"{text}\"; it must be {must}.");
        }
    }

    private static string? Text(IConfigurationSection section, string name) => string.IsNullOrWhiteSpace(section[name]) ? null : section[name]!.Trim();
}

/// <summary>The settings, where the desk has this webhook.</summary>
public sealed record MetaHook(MetaSettings? Settings);
