using PqrsDesk.Domain.Tickets;
using Xunit;

namespace PqrsDesk.Features.Queue;

public sealed class QueueCursorTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 3, 17, 0, 0, 123, 456, TimeSpan.Zero);

    [Theory]
    [InlineData(TicketOrder.Due, false)]
    [InlineData(TicketOrder.Due, true)]
    [InlineData(TicketOrder.Newest, false)]
    [InlineData(TicketOrder.Newest, true)]
    public void What_was_written_is_read_again(TicketOrder order, bool before)
    {
        var cursor = new QueueCursor(order, before, Noon, 42);

        Assert.Equal(cursor, QueueCursor.Read(cursor.ToString(), order));
    }

    [Fact]
    public void It_needs_no_escaping_in_an_address()
    {
        var text = new QueueCursor(TicketOrder.Due, false, Ticket.Never, long.MaxValue).ToString();

        Assert.Equal(text, Uri.EscapeDataString(text));
    }

    [Fact]
    public void A_cursor_of_another_order_is_none() =>
        Assert.Null(QueueCursor.Read(new QueueCursor(TicketOrder.Due, false, Noon, 1).ToString(), TicketOrder.Newest));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("not base64 at all!")]
    [InlineData("ZC5hLjE")] // d.a.1
    [InlineData("ZC5hLi0xLjE")] // d.a.-1.1
    [InlineData("ZC5jLjEuMQ")] // d.c.1.1
    [InlineData("ZC5hLjk5OTk5OTk5OTk5OTk5OTk5OTkuMQ")] // d.a.9999999999999999999.1
    public void Anything_else_is_none(string? text) => Assert.Null(QueueCursor.Read(text, TicketOrder.Due));
}
