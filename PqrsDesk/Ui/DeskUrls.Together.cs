using System.Globalization;

namespace PqrsDesk.Ui;

// What people are told, and whom they can call by name.
public static partial class DeskUrls
{
    public const string Notices = "/avisos";

    /// <summary>Marks it as read, and goes where it leads.</summary>
    public const string Notice = "/avisos/{numero:long}";
    public const string Mentionable = "/casos/{radicado}/mencionables.json";
    public const string KindParameter = "clase";

    /// <summary>The cases that whoever looks follows.</summary>
    public static string Followed => QueueWith((QueueParameter.Following, "true"));

    public static string MentionableOf(string radicado) => $"{TicketOf(radicado)}/mencionables.json";

    public static string NoticeOf(long id) => string.Create(CultureInfo.InvariantCulture, $"/avisos/{id}");

    /// <param name="all">Also what was read.</param>
    /// <param name="before">The last of the page before.</param>
    public static string NoticesOf(bool all = false, string? kind = null, long? before = null) =>
        With(Notices, [(MailViewParameter, all ? "todos" : null), (KindParameter, kind), (BeforeParameter, before?.ToString(CultureInfo.InvariantCulture))]);
}
