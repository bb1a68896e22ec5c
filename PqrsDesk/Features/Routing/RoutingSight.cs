using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Routing;

namespace PqrsDesk.Features.Routing;

/// <summary>Something that a rule may name.</summary>
public sealed record Named(int Id, string Name);

/// <summary>The rules with all that they may name, as they are stored now.</summary>
/// <param name="Changes">The latest first.</param>
public sealed record RoutingSight(
    RoutingBook Book, IReadOnlyList<Named> Branches, IReadOnlyList<Named> Customers, IReadOnlyDictionary<int, ServiceLevel> Levels, IReadOnlyList<RoutingChange> Changes)
{
    /// <summary>Open cases of each queue.</summary>
    public IReadOnlyDictionary<int, int> QueueLoads { get; init; } = new Dictionary<int, int>();

    public IReadOnlyList<Named> Areas => [.. Book.Parts.Areas.Where(area => area.Active).OrderBy(area => area.Name, StringComparer.CurrentCulture).Select(area => new Named(area.Id, area.Name))];

    /// <summary>Those in use; a rule may still name one that is not.</summary>
    public IReadOnlyList<Named> Topics => [.. Book.Parts.Topics.Where(topic => topic.Active).Select(topic => new Named(topic.Id, Book.TopicPath(topic.Id)!)).OrderBy(topic => topic.Name, StringComparer.CurrentCulture)];
    public IReadOnlyList<Named> Products => [.. Book.Parts.Products.Where(product => product.Active).Select(product => new Named(product.Id, product.Name)).OrderBy(product => product.Name, StringComparer.CurrentCulture)];
    public IReadOnlyList<Named> Staff => [.. Book.Parts.Staff.Where(member => member.Active).Select(member => new Named(member.Id, member.Name)).OrderBy(member => member.Name, StringComparer.CurrentCulture)];

    public string AreaName(int id) => Book.Parts.Areas.FirstOrDefault(area => area.Id == id)?.Name ?? $"#{id}";

    public string QueueName(int id) => Book.Parts.Queues.FirstOrDefault(queue => queue.Id == id)?.Name ?? $"#{id}";

    public string MemberName(int id) => Book.Parts.Staff.FirstOrDefault(member => member.Id == id)?.Name ?? $"#{id}";

    public static string NameOf(IReadOnlyList<Named> choices, int id) => choices.FirstOrDefault(choice => choice.Id == id)?.Name ?? $"#{id}";
}
