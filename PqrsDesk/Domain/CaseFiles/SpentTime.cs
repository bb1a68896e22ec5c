namespace PqrsDesk.Domain.CaseFiles;

/// <summary>Time that was spent on a case, as a month's list finds it: a row beside the ticket, written from its log.</summary>
public sealed class SpentTime
{
    public long TicketId { get; init; }

    /// <summary>As <see cref="TimeEntry.Number"/>.</summary>
    public int Number { get; init; }
    public int? StaffId { get; init; }
    public required string By { get; init; }
    public DateOnly On { get; init; }
    public required string What { get; init; }
    public bool Timed { get; init; }
    public int Minutes { get; set; }
    public bool Corrected { get; set; }

    public static IEnumerable<SpentTime> Of(long ticketId, CaseFile? file) => (file ?? CaseFile.Empty).Times.Select(entry => new SpentTime
    {
        TicketId = ticketId,
        Number = entry.Number,
        StaffId = entry.StaffId,
        By = entry.By,
        On = entry.On,
        What = entry.What,
        Timed = entry.Timed,
        Minutes = entry.Minutes,
        Corrected = entry.Corrected,
    });
}
