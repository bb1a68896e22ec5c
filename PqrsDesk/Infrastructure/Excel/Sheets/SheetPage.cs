using ClosedXML.Excel;
using PqrsDesk.Infrastructure.Excel.Charts;

namespace PqrsDesk.Infrastructure.Excel.Sheets;

/// <summary>A small sheet while it is written: cells at once, charts and results of formulas when the file is finished.</summary>
internal sealed class SheetPage
{
    /// <summary>In points, of one line of text.</summary>
    private const double LineHeight = 15;

    private readonly IXLWorksheet sheet;
    private readonly Dictionary<string, object> results = [];
    private readonly List<Chart> charts = [];

    public SheetPage(IXLWorksheet sheet)
    {
        this.sheet = sheet;
        sheet.ShowGridLines = false;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.FitToPages(1, 0);
    }

    public string Name => sheet.Name;

    public IReadOnlyList<Chart> Charts => charts;

    /// <summary>What each formula gives, by cell: a number or a text.</summary>
    public IReadOnlyDictionary<string, object> Results => results;

    public void Widths(params double[] widths)
    {
        for (var at = 0; at < widths.Length; at++)
            sheet.Column(at + 1).Width = widths[at];
    }

    /// <summary>So many rows and columns on one page, with the charts that lie on them.</summary>
    public void PrintOnOnePage(int rows, int columns, bool upright)
    {
        sheet.PageSetup.PrintAreas.Add(1, 1, rows, columns);
        sheet.PageSetup.PageOrientation = upright ? XLPageOrientation.Portrait : XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(1, 1);
    }

    public void FreezeAbove(int row) => sheet.SheetView.FreezeRows(row - 1);

    public void Title(string text)
    {
        Text(1, 1, text);
        sheet.Cell(1, 1).Style.Font.SetBold().Font.SetFontSize(16).Font.SetFontColor(Ink(Palette.Blue));
    }

    public void Heading(int row, int column, string text)
    {
        Text(row, column, text);
        sheet.Cell(row, column).Style.Font.SetBold().Font.SetFontSize(12).Font.SetFontColor(Ink(Palette.Blue));
    }

    public void Headers(int row, int column, params string[] texts)
    {
        if (texts.Index().Any(text => text.Item.Length > sheet.Column(column + text.Index).Width - 1))
            sheet.Row(row).Height = 2 * LineHeight;
        for (var at = 0; at < texts.Length; at++)
        {
            Text(row, column + at, texts[at]);
            sheet.Cell(row, column + at).Style
                .Font.SetBold().Font.SetFontColor(XLColor.White).Fill.SetBackgroundColor(Ink(Palette.Blue))
                .Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Center)
                .Alignment.SetHorizontal(at == 0 ? XLAlignmentHorizontalValues.Left : XLAlignmentHorizontalValues.Center);
        }
    }

    /// <summary>Text in as many lines as the width of its column asks for.</summary>
    public void Wrapped(int row, int column, string text)
    {
        Text(row, column, text);
        sheet.Cell(row, column).Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        // Nothing here can measure a font: a little more than the characters need.
        var lines = Math.Ceiling(text.Length * 1.1 / sheet.Column(column).Width);
        sheet.Row(row).Height = Math.Max(sheet.Row(row).Height, lines * LineHeight);
    }

    public void Text(int row, int column, string text)
    {
        var clean = SafeText.Clean(text);
        var cell = sheet.Cell(row, column).SetValue(clean);
        cell.Style.IncludeQuotePrefix = SafeText.LooksLikeFormula(clean);
        cell.Style.Alignment.SetWrapText(false);
    }

    public void Number(int row, int column, double? value, string format)
    {
        var cell = sheet.Cell(row, column);
        if (value is { } known)
            cell.SetValue(known);
        cell.Style.NumberFormat.SetFormat(format);
        cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
    }

    /// <summary>A date or number that names its row, to the left like a word.</summary>
    public void Lead(int row, int column, double number, string format)
    {
        Number(row, column, number, format);
        sheet.Cell(row, column).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
    }

    /// <param name="result">What the formula gives; null where it gives an empty text.</param>
    public void Formula(int row, int column, string formula, double? result, string format)
    {
        Number(row, column, null, format);
        sheet.Cell(row, column).FormulaA1 = formula;
        results[CellName.Of(row, column)] = result is { } known ? known : "";
    }

    public void WordFormula(int row, int column, string formula, string result)
    {
        sheet.Cell(row, column).FormulaA1 = formula;
        sheet.Cell(row, column).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
        results[CellName.Of(row, column)] = result;
    }

    /// <summary>Colours a cell by the word in it.</summary>
    public void ColourWhen(int row, int column, string word, string fill, string ink) =>
        sheet.Cell(row, column).AddConditionalFormat().WhenEquals($"\"{word}\"")
            .Fill.SetBackgroundColor(Ink(fill)).Font.SetFontColor(Ink(ink)).Font.SetBold();

    public void TotalRow(int row, int column, int width) =>
        sheet.Range(row, column, row, column + width - 1).Style
            .Font.SetBold().Fill.SetBackgroundColor(Ink(Palette.Pale))
            .Border.SetTopBorder(XLBorderStyleValues.Thin).Border.SetTopBorderColor(Ink(Palette.Grey));

    public void Add(Chart chart) => charts.Add(chart);

    /// <summary>The cell from any other sheet.</summary>
    public string Cell(int row, int column) => $"'{Name}'!{CellName.Fixed(row, column)}";

    /// <summary>Some rows of a column from any other sheet.</summary>
    public string Cells(int column, int firstRow, int count) =>
        $"'{Name}'!{CellName.Fixed(firstRow, column)}:{CellName.Fixed(firstRow + count - 1, column)}";

    private static XLColor Ink(string colour) => XLColor.FromHtml($"#{colour}");
}
