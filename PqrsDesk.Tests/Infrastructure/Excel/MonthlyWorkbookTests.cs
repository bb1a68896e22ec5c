using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;
using Xunit;
using static PqrsDesk.Domain.Kpis.Facts;

namespace PqrsDesk.Infrastructure.Excel;

public sealed class MonthlyWorkbookTests
{
    private static readonly IReadOnlyList<TicketFact> Tickets = [.. Desk(1_500, Reports.ReadAt)];

    [Theory]
    [InlineData("es-CO", "Resumen", "Datos", "Tendencia", "Pareto", "SLA", "Diccionario")]
    [InlineData("en-US", "Summary", "Data", "Trend", "Pareto", "SLA", "Dictionary")]
    public async Task The_file_is_valid_and_its_sheets_are_in_the_language_of_the_report(string culture, params string[] sheets)
    {
        using var book = new OpenedWorkbook(await Reports.WriteAsync(Tickets, culture));

        Assert.Equal(sheets, book.SheetNames);
        Assert.Empty(book.Errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
    }

    [Fact]
    public async Task Every_total_is_the_screens()
    {
        var report = Reports.Of(Tickets);
        using var book = new OpenedWorkbook(await Reports.WriteAsync(Tickets, report));

        Assert.All(KpiTraits.All.Index(), kpi =>
        {
            Assert.Equal(Rounded(report.Month[kpi.Item]), Rounded(book.Number("Resumen", $"B{9 + kpi.Index}")));
            Assert.Equal(Rounded(report.Previous[kpi.Item]), Rounded(book.Number("Resumen", $"E{9 + kpi.Index}")));
            Assert.Equal(Rounded(report.SameMonthLastYear[kpi.Item]), Rounded(book.Number("Resumen", $"G{9 + kpi.Index}")));
        });
        Assert.Equal(report.Month.Flow.Received, book.Number("Pareto", $"B{4 + report.Parts.Topics.Count}"));
        var slaTotal = 5 + report.Parts.Sla.Count;
        Assert.Equal(report.Month.Resolution.InTime, book.Number("SLA", $"C{slaTotal}"));
        Assert.Equal(report.Month.Resolution.Late, book.Number("SLA", $"D{slaTotal}"));
        Assert.Equal(report.Trend.Select(month => (double?)month.Backlog), Enumerable.Range(4, 13).Select(row => book.Number("Tendencia", $"E{row}")));
    }

    [Fact]
    public async Task The_data_sheet_has_one_row_for_each_ticket_of_the_month()
    {
        var cut = new Cut(Reports.June, Bogota, Reports.ReadAt);
        using var book = new OpenedWorkbook(await Reports.WriteAsync(Tickets));

        var numbers = book.Cells("Datos").Where(cell => cell.CellReference!.Value!.StartsWith('A') && char.IsDigit(cell.CellReference.Value[1]))
            .Skip(1).Select(book.Text);
        Assert.Equal(Tickets.Where(cut.Concerns).Select(fact => fact.FilingNumber), numbers);
    }

    [Fact]
    public async Task Dates_and_numbers_are_typed_and_local()
    {
        var fact = Answered(new DateTimeOffset(2026, 6, 11, 3, 30, 59, 900, TimeSpan.Zero), Local(2026, 6, 12, 12)) with { PausedMinutes = 45 };
        using var book = new OpenedWorkbook(await Reports.WriteAsync([fact]));

        var filed = book.Cell("Datos", "L2")!;
        Assert.Null(filed.DataType);
        Assert.Equal(new DateTime(2026, 6, 10, 22, 30, 59), DateTime.FromOADate(double.Parse(filed.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("dd/mm/yyyy hh:mm", book.FormatCode(filed));
        Assert.Equal("dd/mm/yyyy", book.FormatCode(book.Cell("Datos", "M2")!));
        Assert.Equal("Sí", book.Text("Datos", "T2"));
        Assert.Equal("No", book.Text("Datos", "V2"));
        Assert.Equal(45, book.Number("Datos", "AA2"));
        Assert.Null(book.Cell("Datos", "AA2")!.DataType);
        Assert.Null(book.Cell("Datos", "P2"));
    }

    [Fact]
    public async Task The_data_sheet_is_a_frozen_filtered_table_over_all_its_rows()
    {
        var cut = new Cut(Reports.June, Bogota, Reports.ReadAt);
        using var book = new OpenedWorkbook(await Reports.WriteAsync(Tickets));
        var sheet = book.Part("Datos");
        var table = sheet.TableDefinitionParts.Single().Table;
        var area = $"A1:AF{1 + Tickets.Count(cut.Concerns)}";

        var pane = sheet.Worksheet.Descendants<Pane>().Single();
        Assert.Equal((1.0, 1.0), (pane.VerticalSplit!.Value, pane.HorizontalSplit!.Value));
        Assert.Equal("B2", pane.TopLeftCell);
        Assert.Equal("Datos!$1:$1", book.Book.Workbook.Descendants<DefinedName>().Single(name => name.Name == "_xlnm.Print_Titles").Text);
        Assert.Equal(area, table.Reference);
        Assert.Equal(area, table.AutoFilter!.Reference);
        Assert.Equal(
            book.Cells("Datos").Take(32).Select(book.Text),
            table.TableColumns!.Elements<TableColumn>().Select(column => column.Name!.Value!));
        Assert.Equal(32, sheet.Worksheet.Descendants<Column>().Sum(column => (int)(column.Max! - column.Min!) + 1));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1", "\n=1")]
    public async Task Text_that_looks_like_a_formula_stays_text(string typed, string? kept = null)
    {
        var facts = new[] { Filed(Local(2026, 6, 3)) with { Subject = typed, Area = typed, Topic = typed } };
        using var book = new OpenedWorkbook(await Reports.WriteAsync(facts));

        var subject = book.Cell("Datos", "I2")!;
        Assert.Equal(kept ?? typed, book.Text(subject));
        Assert.Equal(CellValues.InlineString, subject.DataType!.Value);
        Assert.True(book.Style(subject).QuotePrefix!.Value);
        Assert.Null(subject.CellFormula);
        var topic = book.Cell("Pareto", "A4")!;
        Assert.Equal(kept ?? typed, book.Text(topic));
        Assert.True(book.Style(topic).QuotePrefix!.Value);
        Assert.Empty(book.Errors);
    }

    [Theory]
    [InlineData("a\0b\u0001c\uFFFFd", "abcd")]
    [InlineData("uno\r\ndos", "uno\ndos")]
    [InlineData("<b>&\"'</b>", "<b>&\"'</b>")]
    [InlineData("bien 😀", "bien 😀")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("  espacios  ", "  espacios  ")]
    public async Task What_xml_cannot_carry_is_taken_out_and_the_rest_is_kept(string typed, string kept)
    {
        using var book = new OpenedWorkbook(await Reports.WriteAsync([Filed(Local(2026, 6, 3)) with { Subject = typed }]));

        Assert.Equal(kept, book.Text("Datos", "I2"));
        Assert.Empty(book.Errors);
    }

    [Fact]
    public async Task Half_a_character_is_taken_out()
    {
        using var book = new OpenedWorkbook(await Reports.WriteAsync([Filed(Local(2026, 6, 3)) with { Subject = "roto \uD83D fin" }]));

        Assert.Equal("roto  fin", book.Text("Datos", "I2"));
    }

    [Fact]
    public async Task A_text_longer_than_a_cell_is_cut_between_whole_characters()
    {
        var typed = new string('a', 32_766) + "😀" + "cola";
        using var book = new OpenedWorkbook(await Reports.WriteAsync([Filed(Local(2026, 6, 3)) with { Subject = typed }]));

        Assert.Equal(new string('a', 32_766), book.Text("Datos", "I2"));
    }

    [Fact]
    public async Task An_empty_month_is_a_valid_file_with_blank_shares()
    {
        using var book = new OpenedWorkbook(await Reports.WriteAsync([]));

        Assert.Empty(book.Errors.Select(error => error.Description));
        Assert.Equal(0, book.Number("Resumen", "B9"));
        Assert.Equal("", book.Text("Resumen", "B14"));
        Assert.Equal("Sin dato", book.Text("Resumen", "H14"));
        Assert.Equal("A1:AF2", book.Part("Datos").TableDefinitionParts.Single().Table.Reference);
    }

    [Fact]
    public async Task The_light_has_a_word_and_a_colour_for_each_word()
    {
        Assert.Equal("Verde", await LightOf(inTime: 9, late: 1));
        Assert.Equal("Amarillo", await LightOf(inTime: 87, late: 13));
        Assert.Equal("Rojo", await LightOf(inTime: 1, late: 1));

        using var book = new OpenedWorkbook(await Reports.WriteAsync(Tickets));
        var rules = book.Part("Resumen").Worksheet.Descendants<ConditionalFormatting>()
            .Where(format => format.SequenceOfReferences!.InnerText!.StartsWith("H14", StringComparison.Ordinal))
            .SelectMany(format => format.Elements<ConditionalFormattingRule>());
        Assert.Equal(["\"Amarillo\"", "\"Rojo\"", "\"Verde\""], rules.Select(rule => rule.GetFirstChild<Formula>()!.Text).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("es-CO", "Contratos", "Datos")]
    [InlineData("en-US", "Contracts", "Data")]
    public async Task Contracts_have_a_sheet_of_their_own_and_a_column_in_each_row(string culture, string sheet, string data)
    {
        var (facts, report) = Reports.Contracted(Tickets, culture: culture);
        using var book = new OpenedWorkbook(await Reports.WriteAsync(facts, report));

        Assert.Empty(book.Errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
        Assert.Equal(sheet, book.SheetNames[^2]);
        Assert.Equal(("C-2026-0001", "Aguas del Valle", "Oro"), (book.Text(sheet, "A5"), book.Text(sheet, "B5"), book.Text(sheet, "C5")));
        Assert.Equal(new DateTime(2026, 12, 31), DateTime.FromOADate(book.Number(sheet, "E5")!.Value));
        Assert.Equal((report.Contracts[0].Received, 8, 2, 0.8), (book.Number(sheet, "F5"), book.Number(sheet, "G5"), book.Number(sheet, "H5"), book.Number(sheet, "I5")));

        // 12.5 of 10 hours; 150 minutes beyond at 90 000 an hour. Of no promise there is no share, and what was over uses nothing.
        Assert.Null(book.Number(sheet, "L5"));
        Assert.Equal((10, 12.5, 1.25, 225_000, "COP"), (book.Number(sheet, "M5"), book.Number(sheet, "N5"), book.Number(sheet, "O5"), book.Number(sheet, "S5"), book.Text(sheet, "T5")));
        Assert.Equal(((double?)null, 7, (double?)null), (book.Number(sheet, "P5"), book.Number(sheet, "Q5"), book.Number(sheet, "R5")));
        Assert.All("MNOPQRS", column => Assert.Null(book.Number(sheet, $"{column}6")));
        Assert.Equal((8, 4, 3, 0), (book.Number(sheet, "G7"), book.Number(sheet, "H7"), book.Number(sheet, "J7"), book.Number(sheet, "K7")));

        var cut = new Cut(Reports.June, Bogota, Reports.ReadAt);
        var said = book.Cells(data).Where(cell => cell.CellReference!.Value!.StartsWith("AE", StringComparison.Ordinal)).Skip(1).Select(book.Text).Where(text => text.Length > 0);
        Assert.Equal(facts.Where(cut.Concerns).Where(fact => fact.ContractId is not null).Select(fact => fact.ContractId == 1 ? "C-2026-0001" : "C-2026-0001*"), said);
    }

    [Fact]
    public async Task A_web_response_can_take_it()
    {
        var report = Reports.Of(Tickets);
        using var file = new MemoryStream();
        await MonthlyWorkbook.WriteAsync(report, Tickets.ToAsyncEnumerable(), new AsyncOnlyStream(file));

        file.Position = 0;
        using var book = new OpenedWorkbook(file);
        Assert.Equal(report.Month.Flow.Received, book.Number("Resumen", "B9"));
    }

    [Fact]
    public async Task Each_indicator_and_each_column_has_its_entry_in_the_dictionary()
    {
        using var book = new OpenedWorkbook(await Reports.WriteAsync(Tickets));
        var entries = book.Cells("Diccionario").Where(cell => cell.CellReference!.Value!.StartsWith('A')).Select(book.Text).ToHashSet();

        var indicators = KpiTraits.All.Index().Select(kpi => book.Text("Resumen", $"A{9 + kpi.Index}"));
        Assert.All(indicators.Concat(book.Cells("Datos").Take(32).Select(book.Text)), name => Assert.Contains(name, entries));
        Assert.Contains("Filtro", entries);
    }

    // A spreadsheet keeps fifteen digits.
    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 12) : null;

    private static async Task<string> LightOf(int inTime, int late)
    {
        var filed = Local(2026, 6, 1);
        var facts = Enumerable.Repeat(Answered(filed, filed.AddDays(1)), inTime)
            .Concat(Enumerable.Repeat(Answered(filed, filed.AddDays(9), breached: filed.AddDays(5)), late));
        using var book = new OpenedWorkbook(await Reports.WriteAsync([.. facts]));
        return book.Text("Resumen", "H14");
    }
}
