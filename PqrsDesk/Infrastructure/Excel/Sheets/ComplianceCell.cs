using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Infrastructure.Excel.Sheets;

internal static class ComplianceCell
{
    /// <summary>In time among both, counted from its own row. Of nothing the cell stays empty: a chart would draw "" as nought.</summary>
    public static void Write(SheetPage page, int row, int column, int inTimeColumn, int lateColumn, Timeliness timeliness)
    {
        if (timeliness.Total == 0)
        {
            page.Number(row, column, null, Formats.Share);
            return;
        }
        var (inTime, late) = (CellName.Of(row, inTimeColumn), CellName.Of(row, lateColumn));
        page.Formula(row, column, $"IF({inTime}+{late}=0,\"\",{inTime}/({inTime}+{late}))", timeliness.Compliance, Formats.Share);
    }
}
