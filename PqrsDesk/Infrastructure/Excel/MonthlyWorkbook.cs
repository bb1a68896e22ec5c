using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Infrastructure.Excel.Rows;

namespace PqrsDesk.Infrastructure.Excel;

/// <summary>Writes a month as an .xlsx file.</summary>
/// <remarks>
/// The small sheets and the charts are composed in memory; the file is then written entry by entry, and the rows of
/// the data sheet go straight from their source into it. The target is written forward only and asynchronously, so
/// that it may be a web response.
/// </remarks>
public static class MonthlyWorkbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="facts">Every ticket that <see cref="Cut.Concerns"/> says yes to, in the order of the rows.</param>
    /// <exception cref="InvalidOperationException">There are more facts than a sheet has rows.</exception>
    public static async Task WriteAsync(
        MonthlyReport report, IAsyncEnumerable<TicketFact> facts, Stream to, CancellationToken stop = default)
    {
        var words = new Words(report.Culture);
        var table = new FactTable(words, report.Cut, report.Fields, report.Contracts);
        using var small = SmallWorkbook.Compose(report, words, table);
        using var document = SpreadsheetDocument.Open(small, isEditable: false);
        var sheet = document.SheetNamed(table.Name);
        var head = sheet.TableDefinitionParts.Single();

        var held = new HoldingStream(to);
        using (var file = new ZipArchive(held, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var parts = new ZipArchive(small, ZipArchiveMode.Read, leaveOpen: true))
                await CopyAsync(parts.Entries.Where(part => !Is(part, sheet.Uri) && !Is(part, head.Uri)), file, stop);
            var count = await WriteRowsAsync(file, table, sheet, facts, stop);
            await using var entry = Create(file, head.Uri);
            await entry.WriteAsync(Stretched(head.Table, table.Columns.Count, count), stop);
        }
        await held.FlushAsync(stop);
    }

    private static bool Is(ZipArchiveEntry entry, Uri part) => $"/{entry.FullName}" == part.OriginalString;

    private static async Task CopyAsync(IEnumerable<ZipArchiveEntry> parts, ZipArchive file, CancellationToken stop)
    {
        foreach (var part in parts)
        {
            await using var from = part.Open();
            await using var to = file.CreateEntry(part.FullName).Open();
            await from.CopyToAsync(to, stop);
        }
    }

    private static async Task<int> WriteRowsAsync(
        ZipArchive file, FactTable table, WorksheetPart sheet, IAsyncEnumerable<TicketFact> facts, CancellationToken stop)
    {
        await using var rows = Create(file, sheet.Uri);
        return await new FactRows(table, FactTemplate.StylesIn(sheet)).WriteAsync(sheet.Worksheet, facts, rows, stop);
    }

    // The fastest level: a data sheet of a hundred thousand rows is two hundred megabytes of very even text.
    private static Stream Create(ZipArchive file, Uri part) =>
        file.CreateEntry(part.OriginalString.TrimStart('/'), CompressionLevel.Fastest).Open();

    /// <summary>The table over as many rows as there are; a table has one row at least, if an empty one.</summary>
    private static ReadOnlyMemory<byte> Stretched(Table table, int columns, int count)
    {
        var cells = $"A1:{CellName.Of(Math.Max(count, 1) + 1, columns)}";
        table.Reference = cells;
        table.AutoFilter!.Reference = cells;
        using var xml = new MemoryStream();
        table.Save(xml);
        return xml.ToArray();
    }
}
