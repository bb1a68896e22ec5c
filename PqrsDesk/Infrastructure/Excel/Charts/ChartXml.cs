using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace PqrsDesk.Infrastructure.Excel.Charts;

internal static class ChartXml
{
    public static C.ChartSpace Of(Chart chart, string language)
    {
        var plot = new C.PlotArea(new C.Layout());
        foreach (var axis in Enum.GetValues<Axis>())
        {
            if (chart.On(axis, Shape.Bar).Any())
                plot.Append(Bars(chart, axis));
            if (chart.On(axis, Shape.Line).Any())
                plot.Append(Lines(chart, axis));
        }
        plot.Append(AxesXml.Of(chart));

        var drawn = new C.Chart(Title(chart.Title, language), new C.AutoTitleDeleted { Val = false }, plot);
        if (chart.Series.Count > 1)
            drawn.Append(new C.Legend(new C.LegendPosition { Val = C.LegendPositionValues.Bottom }, new C.Overlay { Val = false }));
        drawn.Append(new C.PlotVisibleOnly { Val = true }, new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap });

        return new C.ChartSpace(
            new C.Date1904 { Val = false },
            new C.EditingLanguage { Val = language },
            new C.RoundedCorners { Val = false },
            drawn,
            new C.ShapeProperties(SeriesXml.Fill("FFFFFF"), new A.Outline(SeriesXml.Fill("D9D9D9"))));
    }

    private static C.BarChart Bars(Chart chart, Axis axis)
    {
        var bars = new C.BarChart(
            new C.BarDirection { Val = chart.Lying ? C.BarDirectionValues.Bar : C.BarDirectionValues.Column },
            new C.BarGrouping { Val = chart.Stacked ? C.BarGroupingValues.Stacked : C.BarGroupingValues.Clustered },
            new C.VaryColors { Val = false });
        bars.Append(chart.On(axis, Shape.Bar).Select(series => SeriesXml.Bar(chart, series)));
        bars.Append(new C.GapWidth { Val = 60 });
        if (chart.Stacked)
            bars.Append(new C.Overlap { Val = 100 });
        bars.Append(AxisIds(axis));
        return bars;
    }

    private static C.LineChart Lines(Chart chart, Axis axis)
    {
        var lines = new C.LineChart(new C.Grouping { Val = C.GroupingValues.Standard }, new C.VaryColors { Val = false });
        lines.Append(chart.On(axis, Shape.Line).Select(series => SeriesXml.Line(chart, series)));
        lines.Append(new C.ShowMarker { Val = true });
        lines.Append(AxisIds(axis));
        return lines;
    }

    private static IEnumerable<OpenXmlElement> AxisIds(Axis axis) =>
    [
        new C.AxisId { Val = axis == Axis.Main ? AxesXml.Category : AxesXml.HiddenCategory },
        new C.AxisId { Val = axis == Axis.Main ? AxesXml.Value : AxesXml.Share },
    ];

    private static C.Title Title(string text, string language) => new(
        new C.ChartText(new C.RichText(
            new A.BodyProperties(),
            new A.ListStyle(),
            new A.Paragraph(
                new A.ParagraphProperties(new A.DefaultRunProperties { FontSize = 1200, Bold = true }),
                new A.Run(new A.RunProperties { Language = language, FontSize = 1200, Bold = true }, new A.Text(text))))),
        new C.Overlay { Val = false });
}
