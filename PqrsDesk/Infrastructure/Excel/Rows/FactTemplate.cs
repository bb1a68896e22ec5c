using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PqrsDesk.Infrastructure.Excel.Rows;

/// <summary>The data sheet with its header and one sample of every kind of cell, from which the rows take their styles.</summary>
internal static class FactTemplate
{
    private const int SampleRow = 2;

    private static readonly CellKind[] Kinds = Enum.GetValues<CellKind>();

    public static void Write(IXLWorksheet sheet, FactTable table, Words words)
    {
        foreach (var (at, column) in table.Columns.Index())
        {
            sheet.Cell(1, at + 1).SetValue(table.Header(column)).Style
                .Font.SetBold().Font.SetFontColor(XLColor.White).Fill.SetBackgroundColor(XLColor.FromHtml($"#{Palette.Blue}"));
            sheet.Column(at + 1).Width = column.Width;
        }
        foreach (var (at, kind) in Kinds.Index())
        {
            var style = sheet.Cell(SampleRow, at + 1).Style;
            style.IncludeQuotePrefix = kind == CellKind.QuotedText;
            style.NumberFormat.SetFormat(Format(kind, words));
        }
        var cells = sheet.Range(1, 1, SampleRow, table.Columns.Count).CreateTable(table.Name);
        cells.Theme = XLTableTheme.TableStyleMedium2;
        sheet.SheetView.Freeze(1, 1);
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.SetRowsToRepeatAtTop(1, 1);
    }

    /// <summary>The style index that each kind of cell got when the workbook was saved.</summary>
    public static IReadOnlyDictionary<CellKind, uint> StylesIn(WorksheetPart saved)
    {
        var sample = saved.Worksheet.GetFirstChild<SheetData>()!.Elements<Row>().Single(row => row.RowIndex! == SampleRow);
        var styles = sample.Elements<Cell>().ToDictionary(cell => cell.CellReference!.Value!, cell => cell.StyleIndex?.Value ?? 0);
        return Kinds.Index().ToDictionary(kind => kind.Item, kind => styles.GetValueOrDefault(CellName.Of(SampleRow, kind.Index + 1)));
    }

    private static string Format(CellKind kind, Words words) => kind switch
    {
        CellKind.Text or CellKind.QuotedText => "@",
        CellKind.Whole => Formats.Count,
        CellKind.Days => "0.00",
        CellKind.Number => "General",
        CellKind.Money => "#,##0.00",
        CellKind.Instant => words["Format_Instant"],
        CellKind.Date => words["Format_Date"],
    };
}
