using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Routing;

/// <summary>A topic that can be chosen.</summary>
/// <param name="Parent">Its topic's name, of a subtopic.</param>
/// <param name="AreaId">Its own area, or its parent's.</param>
public sealed record TopicChoice(int Id, string Path, string? Parent, string Name, int? AreaId, string? Area);

/// <summary>What the house classifies by, as it stands: topics, products, required fields and rules of words. Made anew with each change.</summary>
public sealed class ClassificationBook
{
    private readonly KeywordMatcher _matcher;
    private readonly Dictionary<int, TopicChoice> _topics;
    private readonly Dictionary<int, string> _areas;
    private readonly bool _anyAlone;

    /// <param name="areas">Those that are open to filings.</param>
    public ClassificationBook(IEnumerable<Topic> topics, IEnumerable<Product> products, IEnumerable<KeywordRule> rules, RequiredFields required, IEnumerable<Area> areas)
    {
        _areas = areas.Where(area => area.Active).ToDictionary(area => area.Id, area => area.Name);
        Topics = [.. ChoicesOf([.. topics], _areas)];
        _topics = Topics.ToDictionary(topic => topic.Id);
        Products = [.. products.Where(product => product.Active).Select(product => product.Name).OrderBy(Ticket.Fold, StringComparer.Ordinal)];
        Required = required with { HasTopics = Topics.Count > 0, HasProducts = Products.Count > 0 };
        Rules = [.. rules.OrderBy(rule => rule.Id)];
        _matcher = new(Rules);
        _anyAlone = Rules.Any(rule => rule is { Active: true, AppliesAlone: true, TopicId: not null });
    }

    /// <summary>Of a house that has no lists.</summary>
    public static ClassificationBook Empty { get; } = new([], [], [], RequiredFields.None, []);

    /// <summary>Those that can be chosen: by name, and each topic before its subtopics.</summary>
    public IReadOnlyList<TopicChoice> Topics { get; }

    /// <summary>By name.</summary>
    public IReadOnlyList<string> Products { get; }

    public RequiredFields Required { get; }
    public IReadOnlyList<KeywordRule> Rules { get; }

    public TopicChoice? TopicOf(string? path) => path is null ? null : Topics.FirstOrDefault(topic => topic.Path == path);

    public KeywordReading Read(string subject, string description) => Read(subject + "\n" + description);

    public KeywordReading Read(string text) => _matcher.Read(text);

    public Suggestions Suggest(string subject, string description) => Rules.Count == 0 ? Suggestions.None : Suggest(Read(subject, description));

    public Suggestions Suggest(KeywordReading reading)
    {
        var hits = reading.Hits;
        var topic = Suggestion<TopicChoice>.Best(from hit in hits where hit.Rule.TopicId is { } id && _topics.ContainsKey(id) select (_topics[hit.Rule.TopicId!.Value], hit));
        var area = Suggestion<SuggestedArea>.Best(
            from hit in hits where hit.Rule.AreaId is { } id && _areas.ContainsKey(id) select (new SuggestedArea(hit.Rule.AreaId!.Value, _areas[hit.Rule.AreaId.Value]), hit));

        // A topic knows who answers for it.
        if (area is null && topic is { Value: { AreaId: { } own, Area: { } name } }) area = new(new(own, name), topic.Weight, topic.Why, topic.Alone);
        return new(
            Suggestion<TicketKind>.Best(from hit in hits where hit.Rule.Kind is not null select (hit.Rule.Kind!.Value, hit)),
            topic,
            area,
            Suggestion<Urgency>.Best(from hit in hits where hit.Rule.Urgency is not null select (hit.Rule.Urgency!.Value, hit)));
    }

    /// <summary>Puts a topic on what nobody at a form gave one, where a rule may do that by itself; the filing says why.</summary>
    public Filing Sort(Filing filing, FilledBy by)
    {
        if (!_anyAlone || by is FilledBy.Staff or FilledBy.Counter or FilledBy.Copyist || !string.IsNullOrWhiteSpace(filing.Topic)) return filing;
        return Suggest(filing.Subject, filing.Description).Topic is { Alone: true } topic ? filing with { Topic = topic.Value.Path, TopicWhy = topic.Why } : filing;
    }

    private static IEnumerable<TopicChoice> ChoicesOf(List<Topic> topics, Dictionary<int, string> areas)
    {
        var byParent = topics.Where(topic => topic.Active).OrderBy(topic => Ticket.Fold(topic.Name), StringComparer.Ordinal).ToLookup(topic => topic.ParentId);
        foreach (var top in byParent[null])
        {
            yield return Choice(top, null);
            foreach (var sub in byParent[top.Id]) yield return Choice(sub, top);
        }

        TopicChoice Choice(Topic topic, Topic? parent)
        {
            var area = topic.AreaId is { } own && areas.ContainsKey(own) ? own : parent?.AreaId is { } its && areas.ContainsKey(its) ? its : (int?)null;
            return new(topic.Id, Topic.PathOf(parent?.Name, topic.Name), parent?.Name, topic.Name, area, area is { } id ? areas[id] : null);
        }
    }
}
