using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Infrastructure.Excel.Rows;

/// <summary>Writes the data sheet row by row; no more than one buffer of it is ever in memory.</summary>
/// <param name="styles">The workbook's style index of each kind of cell.</param>
internal sealed class FactRows(FactTable table, IReadOnlyDictionary<CellKind, uint> styles)
{
    /// <summary>Excel's rows, less the header.</summary>
    public const int Most = 1_048_575;

    private const int BufferSize = 256 * 1024;

    private static readonly IReadOnlyList<OpenXmlAttribute> Bare = [];
    private static readonly OpenXmlAttribute KeepSpaces = new("xml:space", "http://www.w3.org/XML/1998/namespace", "preserve");

    private readonly Row row = new();
    private readonly Cell cell = new();
    private readonly CellValue value = new();
    private readonly InlineString inline = new();
    private readonly Text text = new();
    private readonly string[] letters = [.. table.Columns.Select((_, at) => CellName.Letters(at + 1))];
    private readonly Dictionary<CellKind, string> styleTexts =
        styles.ToDictionary(style => style.Key, style => style.Value.ToString(CultureInfo.InvariantCulture));

    // Reused for every cell: number cells have two attributes, text cells three.
    private readonly List<OpenXmlAttribute> numberAttributes = [default, default];
    private readonly List<OpenXmlAttribute> textAttributes = [default, default, new("t", "", "inlineStr")];

    /// <summary>Copies the template's sheet with the facts below its header; returns how many there were.</summary>
    public async Task<int> WriteAsync(Worksheet template, IAsyncEnumerable<TicketFact> facts, Stream to, CancellationToken stop)
    {
        // OpenXmlWriter cannot write asynchronously, and a web response takes nothing else.
        using var buffer = new MemoryStream(BufferSize * 2);
        using var xml = OpenXmlWriter.Create(buffer);
        var count = 0;
        xml.WriteStartDocument();
        xml.WriteStartElement(template);
        foreach (var child in template.ChildElements.Where(child => child is not SheetDimension))
        {
            if (child is not SheetData sheet)
            {
                xml.WriteElement(child);
                continue;
            }
            xml.WriteStartElement(sheet);
            xml.WriteElement(sheet.Elements<Row>().First());
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
        xml.Close();
        await DrainAsync(buffer, to, stop);
        return count;
    }

    private void Write(OpenXmlWriter xml, TicketFact fact, int line)
    {
        var number = line.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement(row, Bare);
        for (var at = 0; at < letters.Length; at++)
        {
            var column = table.Columns[at];
            var content = column.Read(fact);
            if (content.Text is { Length: > 0 } typed)
                WriteText(xml, typed, letters[at] + number);
            else if (content.Number is { } known)
                WriteNumber(xml, known, letters[at] + number, column.Kind);
        }
        xml.WriteEndElement();
    }

    private void WriteNumber(OpenXmlWriter xml, double number, string name, CellKind kind)
    {
        numberAttributes[0] = new OpenXmlAttribute("r", "", name);
        numberAttributes[1] = new OpenXmlAttribute("s", "", styleTexts[kind]);
        xml.WriteStartElement(cell, numberAttributes);
        xml.WriteStartElement(value, Bare);
        xml.WriteString(number.ToString("R", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteText(OpenXmlWriter xml, string typed, string name)
    {
        var clean = SafeText.Clean(typed);
        if (clean.Length == 0)
            return;
        var kind = SafeText.LooksLikeFormula(clean) ? CellKind.QuotedText : CellKind.Text;
        textAttributes[0] = new OpenXmlAttribute("r", "", name);
        textAttributes[1] = new OpenXmlAttribute("s", "", styleTexts[kind]);
        xml.WriteStartElement(cell, textAttributes);
        xml.WriteStartElement(inline, Bare);
        xml.WriteStartElement(text, char.IsWhiteSpace(clean[0]) || char.IsWhiteSpace(clean[^1]) ? [KeepSpaces] : Bare);
        xml.WriteString(SafeText.Escape(clean));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static async Task DrainAsync(MemoryStream buffer, Stream to, CancellationToken stop)
    {
        await to.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), stop);
        buffer.SetLength(0);
    }
}
