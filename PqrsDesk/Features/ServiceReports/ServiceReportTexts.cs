namespace PqrsDesk.Features.ServiceReports;

/// <summary>The monthly report of a customer: the sheet, its letter, and what leads do to it.</summary>
public sealed class ServiceReportTexts;
