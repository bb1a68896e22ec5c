namespace PqrsDesk.Infrastructure.Excel;

public sealed class WorkbookTexts;
