using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Features;

public static class DeskMidnight
{
    /// <summary>The end of the desk's day: a term that ends today is due a second before it.</summary>
    public static DateTimeOffset Midnight(this SlaBook book, DateTimeOffset now) =>
        book.Calendar(book.LegalCalendarVersionId).StartOf(book.DateOf(now).AddDays(1));
}
