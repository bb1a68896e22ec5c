using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Infrastructure.Excel.Sheets;

/// <summary>SLA: in time and late by area and priority, and once more by area alone.</summary>
internal static class SlaSheet
{
    private const int HeaderRow = 4;
    private const int First = HeaderRow + 1;
    private const int Area = 1, Priority = 2, InTime = 3, Late = 4, Total = 5, Compliance = 6;

    public static void Write(SheetPage page, MonthlyReport report, Words words, Audit audit)
    {
        page.Widths(32, 12, 12, 12, 12, 14, 4, 32, 12, 12, 14);
        page.Title(words["Sla_Title"]);
        page.Headers(HeaderRow, Area, words["Sla_Area"], words["Sla_Priority"], words["Sla_InTime"], words["Sla_Late"],
            words["Sla_Total"], words["Sla_Compliance"]);
        page.FreezeAbove(First);
        var cells = report.Parts.Sla;
        if (cells.Count == 0)
        {
            page.Text(First, Area, words["NoCases"]);
            return;
        }

        foreach (var (at, cell) in cells.Index())
            WriteCell(page, words, audit, cell, First + at);
        WriteTotal(page, words, cells, First + cells.Count);
        AreaSection.Write(page, words, cells, HeaderRow, First);
    }

    private static void WriteCell(SheetPage page, Words words, Audit audit, SlaCell cell, int row)
    {
        var (area, priority) = (CellName.Of(row, Area), CellName.Of(row, Priority));
        page.Text(row, Area, cell.Area);
        page.Text(row, Priority, words[cell.Priority]);
        page.Formula(row, InTime, audit.InTime(area, priority, inTime: true), cell.Resolution.InTime, Formats.Count);
        page.Formula(row, Late, audit.InTime(area, priority, inTime: false), cell.Resolution.Late, Formats.Count);
        WriteSums(page, row, cell.Resolution);
    }

    private static void WriteTotal(SheetPage page, Words words, IReadOnlyList<SlaCell> cells, int row)
    {
        var total = cells.Aggregate(Timeliness.None, (sum, cell) => sum + cell.Resolution);
        page.Text(row, Area, words["Total"]);
        page.Formula(row, InTime, Sum(InTime), total.InTime, Formats.Count);
        page.Formula(row, Late, Sum(Late), total.Late, Formats.Count);
        WriteSums(page, row, total);
        page.TotalRow(row, Area, Compliance);

        string Sum(int column) => $"SUM({CellName.Of(First, column)}:{CellName.Of(row - 1, column)})";
    }

    private static void WriteSums(SheetPage page, int row, Timeliness timeliness)
    {
        page.Formula(row, Total, $"{CellName.Of(row, InTime)}+{CellName.Of(row, Late)}", timeliness.Total, Formats.Count);
        ComplianceCell.Write(page, row, Compliance, InTime, Late, timeliness);
    }
}
