using System.Globalization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Routing;

/// <summary>What somebody can do at least so well. Null: anything.</summary>
public sealed record SkillSet
{
    public IReadOnlyList<TicketKind>? Kinds { get; init; }
    public IReadOnlyList<Channel>? Channels { get; init; }
    public IReadOnlyList<int>? Areas { get; init; }
    public IReadOnlyList<int>? Queues { get; init; }
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>As tickets carry them, with the subtopics.</summary>
    public IReadOnlyList<string>? Topics { get; init; }

    /// <summary>What a case asks of whoever is handed it.</summary>
    public static SkillLevel Needed(Ticket ticket) =>
        ticket.FlaggedAt is not null ? SkillLevel.Expert : ticket.Priority == Priority.High ? SkillLevel.Able : SkillLevel.Learning;

    /// <param name="skills">Those of the member.</param>
    /// <param name="level">What is known less well is left out.</param>
    public static SkillSet Of(StaffMember member, IReadOnlyList<AgentSkill> skills, SkillLevel level, RoutingBook book)
    {
        var topics = Values(SkillKind.Topic, Number)?.Select(book.TopicPath).OfType<string>().ToList();
        return new()
        {
            Kinds = Values(SkillKind.Kind, value => (TicketKind)Number(value)),
            Channels = Values(SkillKind.Channel, value => (Channel)Number(value)),

            // Who says nothing of areas works in their own.
            Areas = Values(SkillKind.Area, Number) ?? (member.AreaId is { } own ? [own] : null),
            Queues = Values(SkillKind.Queue, Number),
            Languages = Values(SkillKind.Language, value => value),
            Topics = topics is null ? null : [.. book.Parts.Topics.Select(topic => book.TopicPath(topic.Id)!).Where(path => topics.Exists(topic => RoutingBook.IsUnder(path, topic)))],
        };

        List<T>? Values<T>(SkillKind kind, Func<string, T> read) =>
            skills.Any(skill => skill.Kind == kind) ? [.. skills.Where(skill => skill.Kind == kind && skill.Level >= level).Select(skill => read(skill.Value))] : null;
    }

    /// <summary>Whether a case is for them. What nobody has said of it yet, its topic or its language, keeps it from nobody.</summary>
    public bool Fits(Ticket ticket) =>
        (Kinds is null || Kinds.Contains(ticket.Kind))
        && (Channels is null || Channels.Contains(ticket.Channel))
        && (Areas is null || Areas.Contains(ticket.AreaId))
        && (Queues is null || (ticket.WorkQueueId is { } queue && Queues.Contains(queue)))
        && (Languages is null || ticket.Language is null || Languages.Contains(ticket.Language))
        && (Topics is null || ticket.Topic is null || Topics.Contains(ticket.Topic));

    /// <summary>Of what they can do, what a case that fits asks for.</summary>
    public IReadOnlyList<SkillMatch> Matches(Ticket ticket, RoutingBook book)
    {
        List<SkillMatch> matches = [];
        if (Topics is not null && ticket.Topic is { } topic) matches.Add(new(SkillKind.Topic, topic));
        if (Kinds is not null) matches.Add(new(SkillKind.Kind, ticket.Kind.ToString()));
        if (Areas is not null && book.Parts.Areas.FirstOrDefault(area => area.Id == ticket.AreaId) is { } place) matches.Add(new(SkillKind.Area, place.Name));
        if (Queues is not null && book.Parts.Queues.FirstOrDefault(queue => queue.Id == ticket.WorkQueueId) is { } list) matches.Add(new(SkillKind.Queue, list.Name));
        if (Languages is not null && ticket.Language is { } language) matches.Add(new(SkillKind.Language, language));
        if (Channels is not null) matches.Add(new(SkillKind.Channel, ticket.Channel.ToString()));
        return matches;
    }

    private static int Number(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
