using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Routing;

/// <summary>What a <see cref="RoutingBook"/> is made of. Nothing in it is changed.</summary>
public sealed record RoutingParts
{
    public IReadOnlyList<RoutingRule> Rules { get; init; } = [];

    /// <summary>All areas, in the order of their numbers.</summary>
    public IReadOnlyList<Area> Areas { get; init; } = [];
    public IReadOnlyList<WorkQueue> Queues { get; init; } = [];
    public IReadOnlyList<Topic> Topics { get; init; } = [];
    public IReadOnlyList<Product> Products { get; init; } = [];
    public IReadOnlyList<StaffMember> Staff { get; init; } = [];
    public IReadOnlyList<AreaResponsible> Responsibles { get; init; } = [];

    /// <summary>Those that are not over.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];
}

/// <summary>The rules of routing with all that they name: whose a case is, and why.</summary>
public sealed class RoutingBook
{
    private readonly Dictionary<int, string> _topics;
    private readonly Dictionary<int, string> _products;
    private readonly Dictionary<string, int?> _areasOfTopics = new(StringComparer.Ordinal);
    private readonly Dictionary<int, StaffMember> _staff;
    private readonly ILookup<int, Absence> _absences;

    public RoutingBook(RoutingParts parts)
    {
        Parts = parts;
        Rules = [.. parts.Rules.OrderBy(rule => rule.Order)];
        var byId = parts.Topics.ToDictionary(topic => topic.Id);
        _topics = parts.Topics.ToDictionary(topic => topic.Id, topic => Topic.PathOf(ParentOf(topic)?.Name, topic.Name));
        foreach (var topic in parts.Topics) _areasOfTopics.TryAdd(_topics[topic.Id], topic.AreaId ?? ParentOf(topic)?.AreaId);
        _products = parts.Products.ToDictionary(product => product.Id, product => product.Name);
        _staff = parts.Staff.ToDictionary(member => member.Id);
        _absences = parts.Absences.ToLookup(absence => absence.StaffId);

        Topic? ParentOf(Topic topic) => topic.ParentId is { } parent ? byId.GetValueOrDefault(parent) : null;
    }

    private RoutingBook(RoutingBook book, IReadOnlyList<Area> areas)
    {
        Parts = book.Parts with { Areas = areas };
        (Rules, _topics, _products, _areasOfTopics, _staff, _absences) = (book.Rules, book._topics, book._products, book._areasOfTopics, book._staff, book._absences);
    }

    public RoutingParts Parts { get; }

    /// <summary>In their order, also those that are switched off.</summary>
    public IReadOnlyList<RoutingRule> Rules { get; }

    /// <summary>Whether some rule asks how many cases people have.</summary>
    public bool AsksForLoads => Rules.Any(rule => rule.Active && rule.Definition.Hand == RoutingHand.LeastLoaded);

    /// <summary>The same, with other rules.</summary>
    public RoutingBook With(IReadOnlyList<RoutingRule> rules) => new(Parts with { Rules = rules });

    /// <summary>The same, with the areas as they are just now.</summary>
    public RoutingBook Among(IReadOnlyList<Area> areas) => new(this, areas);

    public string? TopicPath(int id) => _topics.GetValueOrDefault(id);

    public string? ProductName(int id) => _products.GetValueOrDefault(id);

    /// <param name="open">How many open cases a member has.</param>
    /// <returns>Null where no area takes cases, or not the one that was chosen.</returns>
    public RoutingOutcome? Route(RoutingFacts facts, RoutingAsk ask, DateTimeOffset now, Func<int, int> open)
    {
        var tried = new List<RuleTried>();
        var rule = Rules.FirstOrDefault(rule => rule.Active && Takes(rule, facts, ask, tried));
        var (area, way) = AreaFor(rule, facts, ask);
        if (area is null) return null;
        var definition = rule?.Definition;
        var queue = definition?.QueueId is { } id ? Parts.Queues.FirstOrDefault(each => each.Id == id && each.Active && each.AreaId == area.Id) : null;
        var hand = definition is null ? new StandIn(null, []) : HandFor(definition, area, now, open);
        var priority = ask is { Chosen: null, PriorityGiven: false } ? definition?.Priority : null;
        return new(area, queue, hand.Member, priority, new RoutingTrace(way, area.Name)
        {
            Number = rule?.Order,
            Rule = definition?.Name,
            Matched = definition is null ? null : [.. definition.Conditions()],
            Tried = tried.Count == 0 ? null : [.. tried.Take(RoutingTrace.TriedLimit)],
            TriedMore = tried.Count > RoutingTrace.TriedLimit ? tried.Count - RoutingTrace.TriedLimit : null,
            Queue = queue?.Name,
            Hand = definition?.Hand is { } how and not RoutingHand.Nobody ? how : null,
            Owner = hand.Member?.Name,
            Away = hand.Away.Count == 0 ? null : hand.Away,
            Priority = priority,
        });
    }

    /// <summary>Whoever is there of somebody and those who stand in for them, one for another. A ring ends where it began.</summary>
    public StandIn WhoIsThere(int memberId, DateTimeOffset now)
    {
        var (away, asked, ring) = (new List<Away>(), new HashSet<int>(), false);
        for (int? next = memberId; next is { } id && !(ring = !asked.Add(id)) && _staff.TryGetValue(id, out var member);)
        {
            var absence = AbsenceOf(id, now);
            if (member.Active && absence is null) return new(member, away);
            next = absence?.SubstituteId ?? member.SubstituteId;
            away.Add(new(member.Name, next is { } other ? _staff.GetValueOrDefault(other)?.Name : null));
        }

        return new(null, away) { IsRing = ring };
    }

    /// <summary>Who stands in through the whole of an absence: whoever does at its beginning may be away before it is over.</summary>
    public IReadOnlyList<StandInSpell> Through(Absence absence)
    {
        var spells = new List<StandInSpell>();
        foreach (var at in Turns(absence))
        {
            var there = WhoIsThere(absence.StaffId, at);
            if (spells is not [.., var last] || last.StandIn.Member?.Id != there.Member?.Id || last.StandIn.IsRing != there.IsRing) spells.Add(new(at, there));
        }

        return spells;
    }

    /// <summary>Whether those who are away would, at some time of it, stand in for each other.</summary>
    public bool Rings(Absence absence) => Through(absence).Any(spell => spell.StandIn.IsRing);

    /// <summary>The instants of an absence at which somebody goes or comes back who may stand in.</summary>
    private SortedSet<DateTimeOffset> Turns(Absence absence)
    {
        var turns = new SortedSet<DateTimeOffset> { absence.From };
        var (asked, open) = (new HashSet<int> { absence.StaffId }, new Queue<int>([absence.StaffId]));
        while (open.TryDequeue(out var id))
        {
            var spells = _absences[id].Where(each => each.From < absence.To && each.To > absence.From).ToList();
            foreach (var at in spells.SelectMany(each => new[] { each.From, each.To }).Where(at => at > absence.From && at < absence.To)) turns.Add(at);
            foreach (var next in spells.Select(each => each.SubstituteId).Append(_staff.GetValueOrDefault(id)?.SubstituteId).OfType<int>())
                if (asked.Add(next)) open.Enqueue(next);
        }

        return turns;
    }

    /// <summary>Of several that cover the instant, the one that names who stands in, and of those the last that was written down; one without a number is being written.</summary>
    public Absence? AbsenceOf(int memberId, DateTimeOffset now) => _absences[memberId].Where(absence => absence.Covers(now))
        .OrderByDescending(absence => absence.SubstituteId is not null).ThenByDescending(absence => absence.Id == 0 ? int.MaxValue : absence.Id).FirstOrDefault();

    /// <summary>Whoever answers for an area and is there.</summary>
    public StandIn ResponsibleFor(int areaId, DateTimeOffset now)
    {
        var away = new List<Away>();
        foreach (var responsible in Parts.Responsibles.Where(each => each.AreaId == areaId).OrderBy(each => each.Place))
        {
            var found = WhoIsThere(responsible.StaffId, now);
            away.AddRange(found.Away);
            if (found.Member is not null) return found with { Away = away };
        }

        return new(null, away);
    }

    private bool Takes(RoutingRule rule, RoutingFacts facts, RoutingAsk ask, List<RuleTried> tried)
    {
        var definition = rule.Definition;
        RoutingCondition? missed = Missed(definition, facts)
            ?? (definition.AreaId is not { } area ? null
                : ask.Chosen is { } chosen && chosen != area ? RoutingCondition.AreaNotChosen
                : OpenArea(area) is null ? RoutingCondition.AreaOpen : null);
        if (missed is { } condition) tried.Add(new(rule.Order, definition.Name, condition));
        return missed is null;
    }

    private RoutingCondition? Missed(RoutingDefinition asked, RoutingFacts facts) =>
        !Any(asked.Kinds, facts.Kind) ? RoutingCondition.Kind
        : asked.Topics.Count > 0 && !asked.Topics.Any(topic => IsUnder(facts.Topic, _topics.GetValueOrDefault(topic))) ? RoutingCondition.Topic
        : asked.Products.Count > 0 && !asked.Products.Any(product => facts.Product is { } name && _products.GetValueOrDefault(product) == name) ? RoutingCondition.Product
        : !Any(asked.Branches, facts.BranchId) ? RoutingCondition.Branch
        : !Any(asked.Customers, facts.CustomerId) ? RoutingCondition.Customer
        : !Any(asked.ServiceLevels, facts.Level) ? RoutingCondition.ServiceLevel
        : !Any(asked.Channels, facts.Channel) ? RoutingCondition.Channel
        : asked.Languages.Count > 0 && (facts.Language is not { } language || !asked.Languages.Contains(language)) ? RoutingCondition.Language
        : null;

    private static bool Any<T>(IReadOnlyList<T> wanted, T? value) where T : struct => wanted.Count == 0 || (value is { } known && wanted.Contains(known));

    /// <summary>Whether what a ticket carries is that topic, or one under it.</summary>
    internal static bool IsUnder(string? carried, string? topic) =>
        carried is not null && topic is not null
        && (carried == topic || carried.StartsWith(topic + Topic.Between, StringComparison.Ordinal));

    private (Area? Area, RoutingWay Way) AreaFor(RoutingRule? rule, RoutingFacts facts, RoutingAsk ask)
    {
        if (ask.Chosen is { } chosen) return (OpenArea(chosen), RoutingWay.Chosen);
        if (rule?.Definition.AreaId is { } area) return (OpenArea(area), RoutingWay.Rule);
        if (AreaOfTopic(facts.Topic) is { } answers) return (answers, RoutingWay.Topic);
        if (ask.Otherwise is { } kept && OpenArea(kept) is { } same) return (same, RoutingWay.Kept);
        return (Parts.Areas.FirstOrDefault(each => each.Active), RoutingWay.First);
    }

    private Area? AreaOfTopic(string? path)
    {
        if (path is null) return null;
        if (_areasOfTopics.TryGetValue(path, out var known)) return known is { } id ? OpenArea(id) : null;

        // A subtopic that is no more has its topic's area.
        var cut = path.IndexOf(Topic.Between, StringComparison.Ordinal);
        return cut < 0 ? null : AreaOfTopic(path[..cut]);
    }

    private Area? OpenArea(int id) => Parts.Areas.FirstOrDefault(area => area.Id == id && area.Active);

    private StandIn HandFor(RoutingDefinition definition, Area area, DateTimeOffset now, Func<int, int> open) => definition.Hand switch
    {
        RoutingHand.Member when definition.MemberId is { } member => WhoIsThere(member, now),
        RoutingHand.Responsible => ResponsibleFor(area.Id, now),
        RoutingHand.LeastLoaded => LeastLoaded(area.Id, now, open),
        _ => new(null, []),
    };

    private StandIn LeastLoaded(int areaId, DateTimeOffset now, Func<int, int> open)
    {
        var members = Parts.Staff.Where(member => member.Active && member.AreaId == areaId).ToLookup(member => AbsenceOf(member.Id, now) is null);
        return new(
            members[true].OrderBy(member => open(member.Id)).ThenBy(member => member.Id).FirstOrDefault(),
            [.. members[false].OrderBy(member => member.Id).Select(member => new Away(member.Name, null))]);
    }
}
