using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PqrsDesk.Infrastructure.Excel.Charts;
using PqrsDesk.Infrastructure.Excel.Rows;
using PqrsDesk.Infrastructure.Excel.Sheets;

namespace PqrsDesk.Infrastructure.Excel;

/// <summary>The whole workbook but for the rows of the data sheet: small, and so composed in memory.</summary>
internal static class SmallWorkbook
{
    public static MemoryStream Compose(MonthlyReport report, Words words, FactTable table)
    {
        using var book = new XLWorkbook();
        book.Properties.Title = $"{report.Desk} {report.Period.From.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";
        book.Properties.Author = report.Desk;
        var summary = new SheetPage(book.AddWorksheet(words["Sheet_Summary"]));
        FactTemplate.Write(book.AddWorksheet(words["Sheet_Facts"]), table, words);
        var trend = new SheetPage(book.AddWorksheet(words["Sheet_Trend"]));
        var pareto = new SheetPage(book.AddWorksheet(words["Sheet_Pareto"]));
        var sla = new SheetPage(book.AddWorksheet(words["Sheet_Sla"]));
        var contracts = report.Contracts.Count > 0 ? new SheetPage(book.AddWorksheet(words["Sheet_Contracts"])) : null;
        var dictionary = new SheetPage(book.AddWorksheet(words["Sheet_Dictionary"]));

        var audit = new Audit(
            table, words,
            summary.Cell(SummarySheet.FromRow, SummarySheet.DateColumn),
            summary.Cell(SummarySheet.ToRow, SummarySheet.DateColumn));
        SummarySheet.Write(summary, report, words, audit);
        TrendSheet.Write(trend, report, words, audit);
        ParetoSheet.Write(pareto, report, words, audit);
        SlaSheet.Write(sla, report, words, audit);
        if (contracts is not null) ContractsSheet.Write(contracts, report, words, audit);
        DictionarySheet.Write(dictionary, report, words, table);

        var file = new MemoryStream();
        book.SaveAs(file);
        Finish(file, [summary, trend, pareto, sla, .. contracts is null ? (SheetPage[])[] : [contracts], dictionary], words.Culture.TwoLetterISOLanguageName);
        file.Position = 0;
        return file;
    }

    /// <summary>Adds what ClosedXML cannot: charts, and the results of formulas that count rows it never sees.</summary>
    private static void Finish(MemoryStream file, IReadOnlyList<SheetPage> pages, string language)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: true);
        // ClosedXML names the repeated rows without the $ that spreadsheets expect, and they are not repeated.
        foreach (var name in document.WorkbookPart!.Workbook.Descendants<DefinedName>().Where(name => name.Name == "_xlnm.Print_Titles"))
            name.Text = name.Text.Replace("!1:1", "!$1:$1", StringComparison.Ordinal);
        foreach (var page in pages)
        {
            var part = document.SheetNamed(page.Name);
            foreach (var cell in part.Worksheet.Descendants<Cell>().Where(cell => cell.CellFormula is not null))
                SetResult(cell, page.Results[cell.CellReference!.Value!]);
            Drawings.Add(part, page.Charts, language);
        }
    }

    private static void SetResult(Cell cell, object result)
    {
        cell.DataType = result is string ? CellValues.String : null;
        cell.CellValue = new CellValue(result is double number ? number.ToString("R", CultureInfo.InvariantCulture) : (string)result);
    }

    public static WorksheetPart SheetNamed(this SpreadsheetDocument document, string name)
    {
        var book = document.WorkbookPart!;
        var sheet = book.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == name);
        return (WorksheetPart)book.GetPartById(sheet.Id!.Value!);
    }
}
