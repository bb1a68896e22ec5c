using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using PqrsDesk.Infrastructure.Excel.Rows;

namespace PqrsDesk.Infrastructure.Excel;

/// <summary>Writes a list as an .xlsx file of one sheet, row by row: as with <see cref="MonthlyWorkbook"/>, no more than a buffer of it is in memory, and the target may be a web response.</summary>
public static class ListWorkbook
{
    private const int BufferSize = 128 * 1024;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    // In the order of the styles below.
    private const string HeaderStyle = "1";
    private const string TextStyle = "2";
    private const string QuotedStyle = "3";
    private const string InstantStyle = "4";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    public static async Task WriteAsync(CellList list, Stream to, CancellationToken stop)
    {
        var held = new HoldingStream(to);
        using (var file = new ZipArchive(held, ZipArchiveMode.Create, leaveOpen: true))
        {
            await AddAsync(file, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""", stop);
            await AddAsync(file, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""", stop);
            await AddAsync(file, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""", stop);
            await AddAsync(file, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{Escaped(list.Name)}" sheetId="1" r:id="rId1"/></sheets></workbook>""", stop);
            await AddAsync(file, "xl/styles.xml", Styles(new Words(list.Culture)["Format_Instant"]), stop);
            await using var sheet = file.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            await WriteSheetAsync(list, sheet, stop);
        }

        await held.FlushAsync(stop);
    }

    private static async Task WriteSheetAsync(CellList list, Stream to, CancellationToken stop)
    {
        using var buffer = new MemoryStream(BufferSize * 2);
        using var xml = XmlWriter.Create(buffer, Settings);
        string[] letters = [.. list.Columns.Select((_, at) => CellName.Letters(at + 1))];
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        WriteWidths(xml, list.Columns);
        xml.WriteStartElement("sheetData", Main);
        var line = 1;
        WriteRow(xml, line, letters, list.Columns.Select(column => (ListCell)column.Header), list.Zone, HeaderStyle);
        await foreach (var row in list.Rows.WithCancellation(stop))
        {
            if (++line > FactRows.Most)
            {
                WriteRow(xml, line, letters, [list.More], list.Zone, TextStyle);
                break;
            }

            WriteRow(xml, line, letters, row, list.Zone, TextStyle);
            if (buffer.Length < BufferSize) continue;
            await to.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), stop);
            buffer.SetLength(0);
        }

        xml.WriteEndElement();
        xml.WriteStartElement("autoFilter", Main);
        xml.WriteAttributeString("ref", $"A1:{CellName.Of(line, letters.Length)}");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Flush();
        await to.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), stop);
    }

    private static void WriteWidths(XmlWriter xml, IReadOnlyList<ListColumn> columns)
    {
        xml.WriteStartElement("cols", Main);
        for (var at = 1; at <= columns.Count; at++)
        {
            xml.WriteStartElement("col", Main);
            xml.WriteAttributeString("min", Text(at));
            xml.WriteAttributeString("max", Text(at));
            xml.WriteAttributeString("width", columns[at - 1].Width.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int line, string[] letters, IEnumerable<ListCell> cells, TimeZoneInfo zone, string style)
    {
        var number = Text(line);
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", number);
        foreach (var (at, cell) in cells.Index())
        {
            if (cell.At is { } instant) WriteNumber(xml, letters[at] + number, SerialDate.Of(instant, zone));
            else if (SafeText.Clean(cell.Text ?? "") is { Length: > 0 } text) WriteText(xml, letters[at] + number, text, style == TextStyle && SafeText.LooksLikeFormula(text) ? QuotedStyle : style);
        }

        xml.WriteEndElement();
    }

    private static void WriteNumber(XmlWriter xml, string name, double number)
    {
        StartCell(xml, name, InstantStyle);
        xml.WriteElementString("v", Main, number.ToString("R", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string name, string text, string style)
    {
        StartCell(xml, name, style);
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(SafeText.Escape(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void StartCell(XmlWriter xml, string name, string style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", name);
        xml.WriteAttributeString("s", style);
    }

    private static string Styles(string instant) => $"""
        <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="{Escaped(instant)}"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><color rgb="FFFFFFFF"/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF{Palette.Blue}"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf fontId="1" fillId="2" applyFont="1" applyFill="1" xfId="0"/><xf numFmtId="49" applyNumberFormat="1" xfId="0"/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1" xfId="0"/><xf numFmtId="164" applyNumberFormat="1" xfId="0"/></cellXfs></styleSheet>
        """;

    private static async Task AddAsync(ZipArchive file, string name, string xml, CancellationToken stop)
    {
        await using var entry = file.CreateEntry(name).Open();
        await entry.WriteAsync(Encoding.UTF8.GetBytes(Head + xml.Trim()), stop);
    }

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text) ?? "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
