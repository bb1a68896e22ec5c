using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Spreadsheet;
using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Infrastructure.Excel.Rows;

/// <summary>Writes the data sheet row by row; no more than one buffer of it is ever in memory.</summary>
/// <remarks>
/// The frame of the sheet is the OpenXml library's own, but its rows are written with XmlWriter: the library's
/// OpenXmlWriter takes more than twice the time for the same three million cells.
/// </remarks>
/// <param name="styles">The workbook's style index of each kind of cell.</param>
internal sealed class FactRows(FactTable table, IReadOnlyDictionary<CellKind, uint> styles)
{
    /// <summary>Excel's rows, less the header.</summary>
    public const int Most = 1_048_575;

    private const int BufferSize = 256 * 1024;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    private readonly string[] letters = [.. table.Columns.Select((_, at) => CellName.Letters(at + 1))];
    private readonly Dictionary<CellKind, string> styleTexts =
        styles.ToDictionary(style => style.Key, style => style.Value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Copies the template's sheet with the facts below its header; returns how many there were.</summary>
    public async Task<int> WriteAsync(Worksheet template, IAsyncEnumerable<TicketFact> facts, Stream to, CancellationToken stop)
    {
        using var buffer = new MemoryStream(BufferSize * 2);
        using var xml = XmlWriter.Create(buffer, Settings);
        var count = 0;
        xml.WriteStartElement("x", "worksheet", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relationships);
        foreach (var child in template.ChildElements.Where(child => child is not SheetDimension))
        {
            if (child is not SheetData sheet)
            {
                child.WriteTo(xml);
                continue;
            }
            Start(xml, "sheetData");
            sheet.Elements<Row>().First().WriteTo(xml);
            await foreach (var fact in facts.WithCancellation(stop))
            {
                if (++count > Most)
                    throw new InvalidOperationException($"An Excel sheet holds {Most} cases, and this month has more.");
                Write(xml, fact, count + 1);
                if (buffer.Length >= BufferSize)
                    await DrainAsync(buffer, to, stop);
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.Flush();
        await DrainAsync(buffer, to, stop);
        return count;
    }

    private void Write(XmlWriter xml, TicketFact fact, int line)
    {
        var number = line.ToString(CultureInfo.InvariantCulture);
        Start(xml, "row");
        xml.WriteAttributeString("r", number);
        for (var at = 0; at < letters.Length; at++)
        {
            var column = table.Columns[at];
            var content = column.Read(fact);
            if (content.Text is { } typed)
                WriteText(xml, SafeText.Clean(typed), letters[at] + number);
            else if (content.Number is { } known)
                WriteNumber(xml, known, letters[at] + number, column.Kind);
        }
        xml.WriteEndElement();
    }

    private void WriteNumber(XmlWriter xml, double number, string name, CellKind kind)
    {
        StartCell(xml, name, kind);
        Start(xml, "v");
        xml.WriteString(number.ToString("R", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteText(XmlWriter xml, string text, string name)
    {
        if (text.Length == 0)
            return;
        StartCell(xml, name, SafeText.LooksLikeFormula(text) ? CellKind.QuotedText : CellKind.Text);
        xml.WriteAttributeString("t", "inlineStr");
        Start(xml, "is");
        Start(xml, "t");
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
            xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(SafeText.Escape(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void StartCell(XmlWriter xml, string name, CellKind kind)
    {
        Start(xml, "c");
        xml.WriteAttributeString("r", name);
        xml.WriteAttributeString("s", styleTexts[kind]);
    }

    private static void Start(XmlWriter xml, string name) => xml.WriteStartElement("x", name, Main);

    private static async Task DrainAsync(MemoryStream buffer, Stream to, CancellationToken stop)
    {
        await to.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), stop);
        buffer.SetLength(0);
    }
}
