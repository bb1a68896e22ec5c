using System.Globalization;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Classifying;

/// <summary>A pasted list of topics: <c>Tema › Subtema; Área</c>. Who has no such sign at hand writes <c>&gt;</c>; a tab does for the semicolon.</summary>
internal static class TopicList
{
    public const int MostLines = 1_000;

    public static (IReadOnlyList<ListedTopic> Lines, Fault? Fault) Read(string text)
    {
        var lines = new List<ListedTopic>();
        foreach (var (line, number) in text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => (line.Trim(), index + 1)))
        {
            if (line.Length == 0) continue;
            if (lines.Count == MostLines) return ([], new(ClassifyingProblem.TooManyLines, MostLines.ToString(CultureInfo.InvariantCulture)));
            var parts = line.Split([';', '\t'], 2);
            var names = parts[0].Split([Topic.Between.Trim()[0], '>']).Select(name => name.Trim()).ToList();
            var listed = new ListedTopic(number, names, parts.Length > 1 && parts[1].Trim() is { Length: > 0 } area ? area : null);
            if (names.Count > 2 || names.Exists(name => name.Length == 0)) return ([], listed.Fault(ClassifyingProblem.LineUnreadable, line));
            lines.Add(listed);
        }

        return (lines, lines.Count == 0 ? ClassifyingProblem.NameMissing : null);
    }
}

/// <param name="Number">Of the line, from 1.</param>
internal sealed record ListedTopic(int Number, IReadOnlyList<string> Names, string? Area)
{
    private const int Shown = 80;

    public Fault Fault(ClassifyingProblem problem, string? detail) =>
        new(problem, string.Create(CultureInfo.InvariantCulture, $"{Number}: {(detail is null ? null : Texts.Shorten(detail, Shown))}"));
}
