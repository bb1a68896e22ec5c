using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using PqrsDesk.Domain.Kpis;
using Xunit;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace PqrsDesk.Infrastructure.Excel;

public sealed class WorkbookChartTests
{
    private static readonly IReadOnlyList<TicketFact> Tickets = [.. Facts.Desk(1_500, Reports.ReadAt)];

    [Theory]
    [InlineData("Resumen", 4)]
    [InlineData("Tendencia", 4)]
    [InlineData("Pareto", 1)]
    [InlineData("SLA", 1)]
    public async Task Each_sheet_has_its_native_charts(string sheet, int count)
    {
        using var book = new OpenedWorkbook(await Reports.WriteAsync(Tickets));

        Assert.Equal(count, Charts(book, sheet).Count);
    }

    [Fact]
    public async Task What_a_chart_remembers_is_what_its_cells_hold()
    {
        using var book = new OpenedWorkbook(await Reports.WriteAsync(Tickets));
        var series = new[] { "Resumen", "Tendencia", "Pareto", "SLA" }
            .SelectMany(sheet => Charts(book, sheet))
            .SelectMany(chart => chart.Descendants<C.Values>())
            .ToList();

        Assert.Equal(17, series.Count);
        Assert.All(series, values =>
        {
            var cells = Names(values.NumberReference!.Formula!.Text).Select(cell => book.Number(cell.Sheet, cell.Name)).ToList();
            var points = values.NumberReference.NumberingCache!.Elements<C.NumericPoint>()
                .ToDictionary(point => (int)point.Index!.Value, point => double.Parse(point.NumericValue!.Text, CultureInfo.InvariantCulture));
            Assert.Equal(cells, Enumerable.Range(0, cells.Count).Select(at => points.TryGetValue(at, out var value) ? value : (double?)null));
            Assert.NotEmpty(points);
        });
    }

    [Fact]
    public async Task The_name_of_a_series_is_its_header()
    {
        using var book = new OpenedWorkbook(await Reports.WriteAsync(Tickets));
        var names = Charts(book, "Pareto").Single().Descendants<C.SeriesText>().Select(text => text.StringReference!).ToList();

        Assert.Equal(["Casos", "% acumulado", "Línea del 80 %"], names.Select(name => name.StringCache!.Descendants<C.NumericValue>().Single().Text));
        Assert.All(names, name =>
        {
            var cell = Names(name.Formula!.Text).Single();
            Assert.Equal(book.Text(cell.Sheet, cell.Name), name.StringCache!.Descendants<C.NumericValue>().Single().Text);
        });
    }

    [Fact]
    public async Task The_pareto_is_bars_with_lines_on_an_axis_of_shares()
    {
        using var book = new OpenedWorkbook(await Reports.WriteAsync(Tickets));
        var plot = Charts(book, "Pareto").Single().Descendants<C.PlotArea>().Single();

        Assert.Single(plot.Elements<C.BarChart>());
        Assert.Equal(2, plot.Elements<C.LineChart>().Single().Elements<C.LineChartSeries>().Count());
        Assert.Equal(1, plot.Elements<C.ValueAxis>().Last().Scaling!.MaxAxisValue!.Val!.Value);
        Assert.NotEqual(AxesOf(plot.GetFirstChild<C.BarChart>()!), AxesOf(plot.GetFirstChild<C.LineChart>()!));
    }

    private static IReadOnlyList<C.ChartSpace> Charts(OpenedWorkbook book, string sheet) =>
        [.. book.Part(sheet).DrawingsPart!.ChartParts.Select(part => part.ChartSpace)];

    private static IReadOnlyList<uint> AxesOf(DocumentFormat.OpenXml.OpenXmlElement chart) =>
        [.. chart.Elements<C.AxisId>().Select(axis => axis.Val!.Value)];

    /// <summary>The single cells of 'Sheet'!$A$1:$A$9.</summary>
    private static IEnumerable<(string Sheet, string Name)> Names(string reference)
    {
        var (sheet, cells) = (reference.Split('!')[0].Trim('\''), reference.Split('!')[1].Replace("$", "").Split(':'));
        var column = cells[0].TrimEnd([.. "0123456789"]);
        var (first, last) = (int.Parse(cells[0][column.Length..], CultureInfo.InvariantCulture), int.Parse(cells[^1][column.Length..], CultureInfo.InvariantCulture));
        return Enumerable.Range(first, last - first + 1).Select(row => (sheet, $"{column}{row}"));
    }
}
