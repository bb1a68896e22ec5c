namespace PqrsDesk.Domain.Kpis;

/// <summary>The indicator of a period, asked of one of its weeks with the cut at the week's own end.</summary>
/// <remarks>A ticket open and overdue at the end of two weeks is late in both, so late tickets do not add up over weeks.</remarks>
public sealed record WeekCompliance(Period Week, Timeliness Resolution);
