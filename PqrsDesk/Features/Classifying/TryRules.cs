using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Classifying;

/// <summary>How often a suggestion would have been made, and how often it is what the case has.</summary>
public sealed record Agreement(string Of, int Said, int Agreed);

/// <param name="Cases">How many were looked at.</param>
/// <param name="Targets">Kind, topic and area, each by its name in the texts.</param>
/// <param name="Rules">Each rule that met a case, by its topic, or by its kind where it has none.</param>
public sealed record Trial(int Cases, IReadOnlyList<Agreement> Targets, IReadOnlyList<Agreement> Rules);

/// <summary>The rules as they are, over a text or over what came lately.</summary>
public sealed class TryRules(ClassificationShelf shelf, IDbContextFactory<DeskDb> desk)
{
    public const int Lately = 100;

    public async Task<(KeywordReading Reading, Suggestions Suggested)> RunAsync(string text)
    {
        var book = await shelf.BookAsync();
        var reading = book.Read(text);
        return (reading, book.Suggest(reading));
    }

    /// <summary>Against what the newest cases have now, which staff had the last word on.</summary>
    public async Task<Trial> OverLatestAsync(CancellationToken cancel)
    {
        var book = await shelf.BookAsync();
        await using var db = await desk.CreateDbContextAsync(cancel);
        var cases = await db.Tickets.OrderByDescending(t => t.FiledAt).ThenByDescending(t => t.Id).Take(Lately)
            .Select(t => new { t.Kind, t.Topic, t.AreaId, t.Subject, First = db.Events.Where(line => line.TicketId == t.Id && line.Sequence == 1).Select(line => line.Event).First() })
            .ToListAsync(cancel);
        var (kinds, topics, areas) = (new Count(), new Count(), new Count());
        var rules = new Dictionary<string, Count>();
        foreach (var each in cases)
        {
            var reading = book.Read(each.Subject, TicketDocument.DescriptionOf(each.First));
            var suggested = book.Suggest(reading);
            if (suggested.Kind is { } kind) kinds.Add(kind.Value == each.Kind);
            if (suggested.Topic is { } topic && each.Topic is not null) topics.Add(topic.Value.Path == each.Topic);
            if (suggested.Area is { } area) areas.Add(area.Value.Id == each.AreaId);
            foreach (var hit in reading.Hits)
            {
                var chosen = book.Topics.FirstOrDefault(choice => choice.Id == hit.Rule.TopicId);
                if (!rules.TryGetValue(hit.Rule.Name, out var count)) rules[hit.Rule.Name] = count = new();
                if (chosen is not null ? each.Topic is not null : hit.Rule.Kind is not null) count.Add(chosen is not null ? chosen.Path == each.Topic : hit.Rule.Kind == each.Kind);
            }
        }

        return new(cases.Count, [kinds.As("Kind"), topics.As("Topic"), areas.As("Area")],
            [.. rules.Select(rule => rule.Value.As(rule.Key)).OrderByDescending(rule => rule.Said).ThenBy(rule => rule.Of, StringComparer.Ordinal)]);
    }

    private sealed class Count
    {
        private int _said;
        private int _agreed;

        public void Add(bool agreed)
        {
            _said++;
            if (agreed) _agreed++;
        }

        public Agreement As(string of) => new(of, _said, _agreed);
    }
}
