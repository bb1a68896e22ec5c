using System.Diagnostics;
using PqrsDesk.Domain.Answers;

namespace PqrsDesk.Bench;

public sealed class ClarityBench : IBench
{
    private const int Times = 100;

    public string Name => "clarity";
    public string About => "The advice about an answer of so many words, against a petition with ten questions.";
    public IReadOnlyList<string> Columns => ["words", "advice", "ms each"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        var chance = new Random(5);
        var jargon = new JargonList(ShippedJargon.Terms);
        var asked = string.Join(" ", Enumerable.Range(0, 10).Select(_ => $"¿{ManyWords.Usual.Words(chance, 40)}?"));
        foreach (var words in (int[])[200, 1_000, 4_000])
        {
            var text = string.Join(' ', ManyWords.Usual.Words(chance, words * 8).Split(' ').Take(words).Select((word, at) => at % 20 == 19 ? $"{word}." : at % 97 == 0 ? $"{word} allegado" : word));
            var (report, facts) = (ClarityReport.Empty, new ClarityFacts(asked, true, jargon));
            for (var warm = 0; warm < Times; warm++) report = Clarity.Read(text, facts);
            var since = Stopwatch.GetTimestamp();
            await Task.Run(() =>
            {
                for (var time = 0; time < Times; time++) report = Clarity.Read(text, facts);
            });
            yield return [$"{report.Words:N0}", $"{report.Advice.Count}", $"{Stopwatch.GetElapsedTime(since).TotalMilliseconds / Times:N2}"];
        }
    }
}
