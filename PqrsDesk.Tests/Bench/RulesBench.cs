using System.Diagnostics;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Bench;

public sealed class RulesBench : IBench
{
    private const int Rules = 500;
    private const int Times = 200;

    public string Name => "rules";
    public string About => $"What {Rules} rules of words, of eight terms each, suggest of one text: words, phrases and beginnings, in one pass.";
    public IReadOnlyList<string> Columns => ["text", "rules that met it", "ms each"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        var chance = new Random(7);
        var words = SearchedWords.Split(ManyWords.Usual.Words(chance, 40_000)).Where(word => word.Length >= Phrase.LeastLetters).Distinct().ToArray();
        var rules = Enumerable.Range(0, Rules).Select(n => new KeywordRule
        {
            Name = $"Regla {n}",
            Any = [.. Enumerable.Range(0, 7).Select(each => each switch { 0 or 1 or 2 => Word(), 3 or 4 => $"{Word()} {Word()}", _ => $"{Word()}*" })],
            Without = [Word() + " " + Word()],
            Kind = (TicketKind)(n % 8 + 1),
        }).ToList();
        var matcher = new KeywordMatcher(rules);
        foreach (var length in (int[])[500, 2_000, Filing.DescriptionLimit])
        {
            var text = string.Join(' ', Enumerable.Range(0, length / 4).Select(_ => chance.Next(4) == 0 ? Word() : words[chance.Next(words.Length)] + "ó"));
            if (text.Length > length) text = text[..length];
            for (var warm = 0; warm < Times; warm++) matcher.Read(text);
            var (hits, since) = (0, Stopwatch.GetTimestamp());
            await Task.Run(() =>
            {
                for (var time = 0; time < Times; time++) hits = matcher.Read(text).Hits.Count;
            });
            yield return [$"{length:N0} characters", $"{hits:N0}", $"{Stopwatch.GetElapsedTime(since).TotalMilliseconds / Times:N2}"];
        }

        string Word() => words[chance.Next(words.Length)];
    }
}
