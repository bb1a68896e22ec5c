using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Routing;

/// <summary>Three areas, five people and a tree of topics, with numbers that a test can name.</summary>
internal static class House
{
    public const int Attention = 1, Billing = 2, Works = 3;
    public const int Ana = 11, Beto = 12, Carla = 13, Dora = 14, Gone = 15;
    public const int Invoices = 21, WrongCharge = 22, Roads = 23;
    public const int Doubles = 31, OldQueue = 32;

    public static readonly DateTimeOffset Now = new(2026, 3, 3, 15, 0, 0, TimeSpan.Zero);

    public static readonly RoutingFacts Claim = new(TicketKind.Claim, null, null, null, null, null, Channel.Web, null);

    public static RoutingParts Parts(params RoutingDefinition[] rules) => new()
    {
        Rules = [.. rules.Select((rule, at) => Rule(at + 1, rule))],
        Areas =
        [
            Numbered(new Area { Name = "Atención" }, Attention), Numbered(new Area { Name = "Facturación" }, Billing), Numbered(new Area { Name = "Obras", Active = false }, Works),
        ],
        Queues = [Numbered(new WorkQueue { Name = "Cobros dobles", AreaId = Billing }, Doubles), Numbered(new WorkQueue { Name = "Antigua", AreaId = Billing, Active = false }, OldQueue)],
        Topics =
        [
            Numbered(new Topic { Name = "Facturación", AreaId = Billing }, Invoices), Numbered(new Topic { Name = "Cobro errado", ParentId = Invoices }, WrongCharge),
            Numbered(new Topic { Name = "Vías", AreaId = Works }, Roads),
        ],
        Products = [Numbered(new Product { Name = "Fibra" }, 41)],
        Staff =
        [
            Person(Ana, "Ana", Attention), Person(Beto, "Beto", Billing), Person(Carla, "Carla", Billing), Person(Dora, "Dora", Billing), Person(Gone, "Gil", Billing, active: false),
        ],
    };

    public static RoutingBook Book(params RoutingDefinition[] rules) => new(Parts(rules));

    public static RoutingRule Rule(int order, RoutingDefinition rule, bool active = true) =>
        Numbered(new RoutingRule { Order = order, Definition = rule, Active = active, ChangedAt = Now, ChangedBy = "Sam" }, 100 + order);

    public static RoutingOutcome Route(this RoutingBook book, RoutingFacts facts, RoutingAsk? ask = null, Func<int, int>? open = null) =>
        book.Route(facts, ask ?? new(), Now, open ?? (_ => 0))!;

    public static Absence Away(int who, int? standIn = null, int fromHours = -1, int toHours = 1) => new()
    {
        StaffId = who,
        From = Now.AddHours(fromHours),
        To = Now.AddHours(toHours),
        SubstituteId = standIn,
        MadeBy = "Sam",
    };

    /// <summary>As a store numbers it.</summary>
    public static T Numbered<T>(T row, int id) where T : class
    {
        typeof(T).GetProperty("Id")!.SetValue(row, id);
        return row;
    }

    private static StaffMember Person(int id, string name, int area, bool active = true) =>
        Numbered(new StaffMember { Name = name, Email = $"{id}@example.org", Role = Role.Agent, AreaId = area, Active = active }, id);
}
