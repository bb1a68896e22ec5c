using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace PqrsDesk.Infrastructure.Excel;

/// <summary>An .xlsx read back, cell by cell, as the file has it.</summary>
public sealed class OpenedWorkbook(Stream file) : IDisposable
{
    private readonly SpreadsheetDocument document = SpreadsheetDocument.Open(file, isEditable: false);

    public IReadOnlyList<string> SheetNames =>
        [.. Book.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!)];

    public WorkbookPart Book => document.WorkbookPart!;

    public IReadOnlyList<ValidationErrorInfo> Errors => [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document)];

    public WorksheetPart Part(string sheet) =>
        (WorksheetPart)Book.GetPartById(Book.Workbook.Descendants<Sheet>().Single(known => known.Name == sheet).Id!.Value!);

    public IReadOnlyList<Cell> Cells(string sheet) => [.. Part(sheet).Worksheet.Descendants<Cell>()];

    public Cell? Cell(string sheet, string name) =>
        Part(sheet).Worksheet.Descendants<Cell>().SingleOrDefault(cell => cell.CellReference == name);

    public CellFormat Style(Cell cell) =>
        Book.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0));

    public string FormatCode(Cell cell) =>
        Book.WorkbookStylesPart!.Stylesheet.NumberingFormats!.Elements<NumberingFormat>()
            .Single(format => format.NumberFormatId! == Style(cell).NumberFormatId!).FormatCode!.Value!;

    public string Text(string sheet, string name) => Cell(sheet, name) is { } cell ? Text(cell) : "";

    public double? Number(string sheet, string name) =>
        Cell(sheet, name) is { } cell && double.TryParse(Text(cell), CultureInfo.InvariantCulture, out var number) ? number : null;

    public string Text(Cell cell)
    {
        if (cell.InlineString is { } inline)
            return inline.InnerText;
        var value = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value == CellValues.SharedString && value.Length > 0
            ? Book.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().ElementAt(int.Parse(value, CultureInfo.InvariantCulture)).InnerText
            : value;
    }

    /// <summary>The row under a label in the first column, down to it.</summary>
    public int RowOf(string sheet, string label) =>
        Cells(sheet).Where(cell => cell.CellReference!.Value!.StartsWith('A') && char.IsDigit(cell.CellReference.Value[1]) && Text(cell) == label)
            .Select(cell => int.Parse(cell.CellReference!.Value![1..], CultureInfo.InvariantCulture)).First();

    public void Dispose() => document.Dispose();
}
