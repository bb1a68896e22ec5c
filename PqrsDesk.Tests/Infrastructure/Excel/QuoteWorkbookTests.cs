using DocumentFormat.OpenXml.Spreadsheet;
using PqrsDesk.Domain.Pricing;
using Xunit;

namespace PqrsDesk.Infrastructure.Excel;

public sealed class QuoteWorkbookTests
{
    private static readonly PriceFactors Factors = new PriceFactors().With(PriceFactor.Users, 500).With(PriceFactor.Hardware, 812_345.67m).With(PriceFactor.BandLow, 1).With(PriceFactor.BandHigh, 90_000_000).With(PriceFactor.SharedBy, 3);

    private static readonly PriceOffer[] Offers =
    [
        new(1, "Esencial", Priced.Office, 120, null),
        new(2, "=HYPERLINK(\"x\")[*]/?", Priced.Always, 7, 99.95m),
        new(3, "Esencial", Priced.Always, 15, 100),
    ];

    [Fact]
    public void The_customer_sees_prices_and_nothing_of_the_house()
    {
        using var book = Open(forHouse: false);
        Assert.Single(book.SheetNames);
        Assert.Empty(book.Errors.Select(error => error.Description));
        var words = string.Join('\n', book.Cells(book.SheetNames[0]).Select(book.Text));
        Assert.Contains("Line.Price", words, StringComparison.Ordinal);
        foreach (var secret in (string[])["Line.Floor", "Line.Profit", "Line.Penalties", "Line.People"]) Assert.DoesNotContain(secret, words, StringComparison.Ordinal);
        Assert.Equal((double)Sheet(1).Price.Amount, book.Number(book.SheetNames[0], $"C{book.RowOf(book.SheetNames[0], "Line.Price")}"));
        Assert.DoesNotContain(book.Cells(book.SheetNames[0]), cell => cell.CellFormula is not null);
    }

    [SkippableFact]
    public async Task A_spreadsheet_works_every_line_out_to_the_peso()
    {
        LibreOffice.Need();
        using var book = new OpenedWorkbook(await LibreOffice.RecalculateAsync(new MemoryStream(QuoteWorkbook.Write(Book(forHouse: true)))));
        Assert.Equal(4, book.SheetNames.Count);
        foreach (var (at, name) in book.SheetNames.Skip(1).Index())
        {
            Assert.DoesNotContain(book.Cells(name), cell => cell.DataType?.Value == CellValues.Error);
            foreach (var line in Sheet(at).Lines)
            {
                var cell = $"B{book.RowOf(name, $"Line.{line.Code}")}";
                Assert.NotNull(book.Cell(name, cell)!.CellFormula);
                Assert.True(Math.Abs((double)line.Value - book.Number(name, cell)!.Value) < 0.00001, $"{name} {line.Code}: {line.Value} became {book.Text(name, cell)} by {book.Cell(name, cell)!.CellFormula!.Text}");
            }
        }

        var offers = book.SheetNames[0];
        for (var at = 0; at < Offers.Length; at++)
            Assert.Equal((double)Sheet(at).Price.Amount, book.Number(offers, $"{(char)('B' + at)}{book.RowOf(offers, "Line.Price")}"));
    }

    private static PriceSheet Sheet(int at) => PriceWorking.Of(PriceModel.Usual, Factors, Offers[at], Priced.Year, new(40, 3, ComplianceGround.SamePlan));

    private static OpenedWorkbook Open(bool forHouse) => new(new MemoryStream(QuoteWorkbook.Write(Book(forHouse))));

    private static QuoteBook Book(bool forHouse) => new(
        "COT-2026-0001", "Mesa", [("Para", "=1+1"), ("Válida hasta", "2026-04-30")], new QuoteContent(0, PriceModel.Usual, Priced.Year, Factors, [.. Offers.Select((_, at) => Sheet(at))]), forHouse,
        key => key);
}
