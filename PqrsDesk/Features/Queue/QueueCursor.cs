using System.Buffers.Text;
using System.Globalization;
using System.Text;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Queue;

/// <summary>Where a page begins: after a row, or before it. Rows that come and go meanwhile neither repeat others nor hide them.</summary>
/// <param name="At">The row's place in the order: its deadline, or when it was filed.</param>
/// <param name="Id">Its second key, for rows of one instant.</param>
public sealed record QueueCursor(TicketOrder Order, bool Before, DateTimeOffset At, long Id)
{
    private const char Gap = '.';

    public static QueueCursor After(QueueRow row, TicketOrder order) => new(order, false, KeyOf(row, order), row.Id);

    public static QueueCursor BeforeRow(QueueRow row, TicketOrder order) => new(order, true, KeyOf(row, order), row.Id);

    /// <returns>Null when the text is no cursor, or one of a list in another order.</returns>
    public static QueueCursor? Read(string? text, TicketOrder order)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 100 || !Base64Url.IsValid(text)) return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Gap);
        return parts is [var word, var side, var ticks, var id]
            && word == Word(order)
            && side is "a" or "b"
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? new QueueCursor(order, side == "b", new DateTimeOffset(at, TimeSpan.Zero), row)
            : null;
    }

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Word(Order)}{Gap}{(Before ? "b" : "a")}{Gap}{At.UtcTicks}{Gap}{Id}")));

    private static DateTimeOffset KeyOf(QueueRow row, TicketOrder order) => order == TicketOrder.Newest ? row.FiledAt : row.QueueAt;

    private static string Word(TicketOrder order) => order == TicketOrder.Newest ? "n" : "d";
}
