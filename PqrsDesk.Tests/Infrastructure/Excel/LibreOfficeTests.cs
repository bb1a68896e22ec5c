using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using PqrsDesk.Domain.Kpis;
using Xunit;
using static PqrsDesk.Domain.Kpis.Facts;

namespace PqrsDesk.Infrastructure.Excel;

public sealed class LibreOfficeTests
{
    private static readonly string[] HostileNames =
        ["Ventas*", "ventas", "Ventas", "=1+1", ">5", "_x0041_", "\"Comillas\"", "O'Higgins", "Área & <otra>", "?", "enero 2026"];

    public static TheoryData<string> Months => ["usual", "hostile", "empty", "running", "contracted"];

    [SkippableTheory]
    [MemberData(nameof(Months))]
    public async Task It_opens_calculates_without_error_and_agrees(string month)
    {
        LibreOffice.Need();
        var facts = FactsOf(month);
        var report = Reports.Of(facts, period: month == "running" ? Period.Month(2026, 7) : null);
        if (month == "contracted") (facts, report) = Reports.Contracted(facts, "=C-1?");
        var file = await Reports.WriteAsync(facts, report);
        using var written = new OpenedWorkbook(new MemoryStream(file.ToArray()));
        using var calculated = new OpenedWorkbook(await LibreOffice.RecalculateAsync(file));

        Assert.Equal(written.SheetNames, calculated.SheetNames);
        foreach (var sheet in written.SheetNames)
        {
            var ours = written.Cells(sheet).Where(cell => cell.CellFormula is not null).ToList();
            var theirs = calculated.Cells(sheet).ToDictionary(cell => cell.CellReference!.Value!);
            Assert.DoesNotContain(theirs.Values, cell => cell.DataType?.Value == CellValues.Error);
            Assert.All(ours, cell => Same(written.Text(cell), theirs.TryGetValue(cell.CellReference!.Value!, out var other) ? calculated.Text(other) : "", $"{sheet}!{cell.CellReference}"));
        }
        Assert.Equal(report.Month.Flow.Received, calculated.Number("Resumen", "B9"));
        Assert.NotNull(calculated.Cell("Resumen", "B9")!.CellFormula);
    }

    [SkippableFact]
    public async Task A_total_that_the_rows_do_not_bear_out_comes_out_otherwise()
    {
        LibreOffice.Need();
        var facts = Desk(300, Reports.ReadAt).ToList();
        var report = Reports.Of(facts);
        facts.Remove(facts.First(new Cut(Reports.June, Bogota, Reports.ReadAt).Received));
        using var calculated = new OpenedWorkbook(await LibreOffice.RecalculateAsync(await Reports.WriteAsync(facts, report)));

        Assert.Equal(report.Month.Flow.Received - 1, calculated.Number("Resumen", "B9"));
    }

    private static IReadOnlyList<TicketFact> FactsOf(string month) => month switch
    {
        "usual" or "running" or "contracted" => [.. Desk(800, Reports.ReadAt)],
        "hostile" => [.. Desk(400, Reports.ReadAt, days: 60).Select((fact, at) => fact with
        {
            Area = HostileNames[at % HostileNames.Length],
            Topic = HostileNames[at * 7 % HostileNames.Length],
            Subject = HostileNames[at * 3 % HostileNames.Length],
        })],
        "empty" => [],
        _ => throw new ArgumentOutOfRangeException(nameof(month)),
    };

    private static void Same(string written, string calculated, string cell)
    {
        if (double.TryParse(written, CultureInfo.InvariantCulture, out var expected))
            Assert.True(double.TryParse(calculated, CultureInfo.InvariantCulture, out var actual) && Math.Abs(expected - actual) < 1e-6, $"{cell}: {written} became {calculated}");
        else
            Assert.True(written == calculated, $"{cell}: {written} became {calculated}");
    }
}
