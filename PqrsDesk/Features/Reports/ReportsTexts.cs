namespace PqrsDesk.Features.Reports;

public sealed class ReportsTexts;
