using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Routing;

/// <summary>What filings are about, in the house's own words: a tree of two levels, topic (tema) and subtopic (subtema).</summary>
/// <remarks>A ticket carries the words as they were then (<see cref="Path"/>): a topic that is renamed or retired leaves the past alone.</remarks>
public sealed class Topic
{
    /// <summary>So that two of them, with what stands between, are within <see cref="Filing.TopicLimit"/>.</summary>
    public const int NameLimit = 58;

    public const string Between = " › ";

    public int Id { get; private set; }

    /// <summary>Null: of the first level.</summary>
    public int? ParentId { get; set; }
    public Topic? Parent { get; set; }
    public required string Name { get; set; }

    /// <summary>The area that answers for it; null: its parent's, or whatever the rules say.</summary>
    public int? AreaId { get; set; }
    public Area? Area { get; set; }
    public bool Active { get; set; } = true;

    /// <summary>As tickets carry it: <c>Facturación › Cobro errado</c>.</summary>
    public string Path => PathOf(Parent?.Name, Name);

    public static string PathOf(string? parent, string name) => parent is null ? name : parent + Between + name;
}
