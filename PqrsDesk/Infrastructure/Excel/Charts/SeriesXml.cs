using System.Globalization;
using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace PqrsDesk.Infrastructure.Excel.Charts;

internal static class SeriesXml
{
    public static C.BarChartSeries Bar(Chart chart, Series series)
    {
        var bar = new C.BarChartSeries(
            Index(chart, series), Order(chart, series), Name(series),
            new C.ChartShapeProperties(Fill(series.Colour)),
            new C.InvertIfNegative { Val = false });
        if (chart.Lying)
            bar.Append(Labels(chart.ValueFormat));
        bar.Append(Category(chart.Categories), Values(chart, series));
        return bar;
    }

    public static C.LineChartSeries Line(Chart chart, Series series) => new(
        Index(chart, series), Order(chart, series), Name(series),
        new C.ChartShapeProperties(Stroke(series)),
        series.Dashed ? new C.Marker(new C.Symbol { Val = C.MarkerStyleValues.None }) : Marker(series.Colour),
        Category(chart.Categories), Values(chart, series),
        new C.Smooth { Val = false });

    public static A.SolidFill Fill(string colour) => new(new A.RgbColorModelHex { Val = colour });

    private static C.Index Index(Chart chart, Series series) => new() { Val = Position(chart, series) };

    private static C.Order Order(Chart chart, Series series) => new() { Val = Position(chart, series) };

    private static uint Position(Chart chart, Series series) => (uint)chart.Series.ToList().IndexOf(series);

    private static C.SeriesText Name(Series series) => new(new C.StringReference(
        new C.Formula(series.NameCell),
        new C.StringCache(new C.PointCount { Val = 1 }, Point(0, series.Name))));

    private static A.Outline Stroke(Series series)
    {
        var line = new A.Outline(Fill(series.Colour)) { Width = 28_575, CapType = A.LineCapValues.Round };
        if (series.Dashed)
            line.Append(new A.PresetDash { Val = A.PresetLineDashValues.Dash });
        line.Append(new A.Round());
        return line;
    }

    private static C.Marker Marker(string colour) => new(
        new C.Symbol { Val = C.MarkerStyleValues.Circle },
        new C.Size { Val = 6 },
        new C.ChartShapeProperties(Fill(colour), new A.Outline(Fill("FFFFFF"))));

    private static C.DataLabels Labels(string format) => new(
        new C.NumberingFormat { FormatCode = format, SourceLinked = false },
        new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = true }, new C.ShowCategoryName { Val = false },
        new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false });

    private static C.CategoryAxisData Category(Categories categories) => categories.Dates is { } dates
        ? new(new C.NumberReference(new C.Formula(categories.Cells), Numbers([.. dates.Select(date => (double?)date)], categories.Format!)))
        : new(new C.StringReference(new C.Formula(categories.Cells), Texts(categories.Texts)));

    private static C.Values Values(Chart chart, Series series) => new(new C.NumberReference(
        new C.Formula(series.Cells),
        Numbers(series.Values, series.Axis == Axis.Shares ? Formats.Share : chart.ValueFormat)));

    private static C.NumberingCache Numbers(IReadOnlyList<double?> values, string format)
    {
        var cache = new C.NumberingCache(new C.FormatCode(format), new C.PointCount { Val = (uint)values.Count });
        for (var at = 0; at < values.Count; at++)
        {
            if (values[at] is { } value)
                cache.Append(new C.NumericPoint(new C.NumericValue(value.ToString("R", CultureInfo.InvariantCulture))) { Index = (uint)at });
        }
        return cache;
    }

    private static C.StringCache Texts(IReadOnlyList<string> texts) =>
        new([new C.PointCount { Val = (uint)texts.Count }, .. texts.Select((text, at) => (OpenXmlElement)Point(at, text))]);

    private static C.StringPoint Point(int at, string text) => new(new C.NumericValue(text)) { Index = (uint)at };
}
