using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PqrsDesk.Infrastructure.Excel;

/// <summary>The file is no workbook that can be read.</summary>
public sealed class SheetException(string why, Exception? inner = null) : Exception(why, inner);

/// <summary>Reads the first sheet of an .xlsx file row by row, as texts: of the file no more than a row and its table of texts is in memory.</summary>
public static class SheetReader
{
    /// <summary>Columns that are looked at; what stands further right is not of a list.</summary>
    private const int MostColumns = 200;

    /// <summary>Letters of the table of texts at most: a small file can unfold to anything.</summary>
    private const int MostText = 64 * 1024 * 1024;

    /// <returns>The rows that have something in them, with their numbers.</returns>
    /// <exception cref="SheetException">It is no workbook.</exception>
    public static IEnumerable<(int Number, IReadOnlyList<string> Cells)> Rows(Stream file)
    {
        using var document = Open(file);
        var book = document.WorkbookPart ?? throw new SheetException("There is no workbook in it.");
        var sheet = book.Workbook?.Descendants<Sheet>().FirstOrDefault(sheet => sheet.Id?.Value is not null) ?? throw new SheetException("There is no sheet in it.");
        if (book.GetPartById(sheet.Id!.Value!) is not WorksheetPart part) throw new SheetException("The first sheet holds no cells.");
        var texts = Texts(book);
        using var reader = OpenXmlReader.Create(part);
        while (Next(reader))
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement) continue;
            var row = (Row)Load(reader);
            var cells = Cells(row, texts);
            if (cells.Exists(cell => cell.Length > 0)) yield return ((int)(row.RowIndex?.Value ?? 0), cells);
        }
    }

    private static SpreadsheetDocument Open(Stream file)
    {
        try
        {
            return SpreadsheetDocument.Open(file, isEditable: false);
        }
        catch (Exception wrong) when (IsOfFile(wrong))
        {
            throw new SheetException(wrong.Message, wrong);
        }
    }

    private static bool Next(OpenXmlReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception wrong) when (IsOfFile(wrong))
        {
            throw new SheetException(wrong.Message, wrong);
        }
    }

    private static OpenXmlElement Load(OpenXmlReader reader)
    {
        try
        {
            return reader.LoadCurrentElement() ?? new Row();
        }
        catch (Exception wrong) when (IsOfFile(wrong))
        {
            throw new SheetException(wrong.Message, wrong);
        }
    }

    private static List<string> Texts(WorkbookPart book)
    {
        var texts = new List<string>();
        if (book.SharedStringTablePart is not { } table) return texts;
        var letters = 0L;
        using var reader = OpenXmlReader.Create(table);
        while (Next(reader))
        {
            if (reader.ElementType != typeof(SharedStringItem) || !reader.IsStartElement) continue;
            var text = Load(reader).InnerText;
            if ((letters += text.Length) > MostText) throw new SheetException("Its texts are too long.");
            texts.Add(text);
        }

        return texts;
    }

    private static List<string> Cells(Row row, List<string> texts)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var at = ColumnOf(cell.CellReference?.Value) ?? cells.Count;
            if (at >= MostColumns) break;
            while (cells.Count < at) cells.Add("");
            if (cells.Count == at) cells.Add(TextOf(cell, texts));
        }

        return cells;
    }

    private static string TextOf(Cell cell, List<string> texts)
    {
        if (cell.DataType?.Value == CellValues.InlineString) return cell.InlineString?.InnerText ?? "";
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value == CellValues.SharedString)
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count ? texts[at] : "";

        // Long numbers, as those of documents, may be written with an exponent.
        return (cell.DataType is null || cell.DataType.Value == CellValues.Number) && value.Contains('E', StringComparison.OrdinalIgnoreCase) && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.##########", CultureInfo.InvariantCulture)
            : value;
    }

    private static int? ColumnOf(string? reference)
    {
        if (reference is null) return null;
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter)) column = column * 26 + (char.ToUpperInvariant(letter) - 'A' + 1);
        return column is > 0 and <= 16_384 ? column - 1 : null;
    }

    private static bool IsOfFile(Exception wrong) => wrong is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or IOException or ArgumentException or InvalidOperationException or KeyNotFoundException;
}
