using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Kpis;

/// <summary>Timeliness of one area at one priority. Over all cells it adds up to the period's.</summary>
public sealed record SlaCell(string Area, Priority Priority, Timeliness Resolution);
