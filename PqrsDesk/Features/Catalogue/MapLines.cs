using System.Globalization;
using System.Net;
using System.Text;

namespace PqrsDesk.Features.Catalogue;

/// <summary>How lines and words are drawn on the map.</summary>
public static class MapLines
{
    /// <summary>Letters of one line in a box.</summary>
    private const int Wide = 19;
    private const int Most = 2;

    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A curve from column to column, and straight where it passes one.</summary>
    public static string Curve(IReadOnlyList<(double X, double Y)> points)
    {
        var path = new StringBuilder($"M{At(points[0])}");
        for (var at = 1; at < points.Count; at++)
        {
            var (from, to) = (points[at - 1], points[at]);
            var middle = (from.X + to.X) / 2;
            path.Append(at % 2 == 1 ? $"C{At((middle, from.Y))} {At((middle, to.Y))} {At(to)}" : $"L{At(to)}");
        }

        return path.ToString();
    }

    /// <summary>On its first curve, nearer to its beginning: the marks of one there and one back stand beside each other.</summary>
    public static (double X, double Y) Mark(IReadOnlyList<(double X, double Y)> points) =>
        (points[0].X + 0.384 * (points[1].X - points[0].X), points[0].Y + 0.282 * (points[1].Y - points[0].Y));

    /// <summary>Words of SVG are written by hand: the name of their element is taken by Razor. Whoever hears the map hears the titles instead.</summary>
    public static string Text(double x, double y, string said) => $"""<text aria-hidden="true" x="{Number(x)}" y="{Number(y)}">{WebUtility.HtmlEncode(said)}</text>""";

    /// <summary>A name in two lines at most; what does not fit ends in a sign that says so.</summary>
    public static IReadOnlyList<string> Wrap(string name)
    {
        var lines = new List<string>();
        foreach (var word in name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Cut(word, Wide)))
        {
            if (lines.Count > 0 && Length(lines[^1]) + 1 + Length(word) <= Wide) lines[^1] += " " + word;
            else lines.Add(word);
        }

        if (lines.Count <= Most) return lines;
        return [.. lines.Take(Most - 1), Cut(lines[Most - 1] + " " + lines[Most], Wide, always: true)];
    }

    private static string Cut(string text, int wide, bool always = false)
    {
        if (!always && Length(text) <= wide) return text;
        var cut = StringInfo.ParseCombiningCharacters(text);
        return (cut.Length < wide ? text : text[..cut[wide - 1]]).TrimEnd() + "…";
    }

    private static int Length(string text) => new StringInfo(text).LengthInTextElements;

    private static string At((double X, double Y) point) => $"{Number(point.X)} {Number(point.Y)}";
}
