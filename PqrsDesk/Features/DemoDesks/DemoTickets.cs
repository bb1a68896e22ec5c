using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>Some 400 tickets over thirteen months that end now: always the same ones, at the same distance from now.</summary>
internal sealed class DemoTickets(
    SlaBook book, RoutingBook routing, IReadOnlyList<Area> areas, IReadOnlyList<Contact> contacts, IReadOnlyList<Customer> customers, IReadOnlyList<StaffMember> staff,
    IReadOnlyList<PauseCause> causes, DateTimeOffset now)
{
    private const int Seed = 1755;
    private const int Past = 312;
    private const int Lately = 24;

    // What nobody has touched came in lately; what somebody holds is some days old; what waits may be older.
    private static readonly (Stage Stage, int Count, double Days)[] Fresh =
        [(Stage.Untouched, 9, 0.7), (Stage.Held, 17, 6), (Stage.Waiting, 13, 18), (Stage.Lived, 8, 4)];
    private static readonly Channel[] Channels =
        [Channel.Web, Channel.Web, Channel.Web, Channel.Email, Channel.Email, Channel.Telephone, Channel.Telephone, Channel.InPerson, Channel.Chat, Channel.SocialNetwork, Channel.SuggestionBox, Channel.Post, Channel.MobileApp];

    private readonly Random _chance = new(Seed);

    /// <param name="number">Writes the radicado: the tickets come in the order of their filing.</param>
    public List<Ticket> Make(Func<DateOnly, string> number)
    {
        var life = new DemoLife(_chance, book, staff, causes, now);
        var tickets = new List<Ticket>();
        var given = new Dictionary<int, int>();
        foreach (var plan in Plans().OrderBy(plan => plan.FiledAt))
        {
            var filed = Moment.Of(plan.FiledAt, book.Zone, Actor.Petitioner(plan.Filing.PetitionerName ?? "Anónimo"));
            var level = customers.FirstOrDefault(customer => customer.Id == plan.Filing.CustomerId)?.ServiceLevel;

            // What came in lately was routed by the desk's rules; before, whoever filed it chose the area.
            var routed = plan.Stage == Stage.Untouched ? routing.Route(RoutingFacts.Of(plan.Filing, level), new RoutingAsk(), plan.FiledAt, given.GetValueOrDefault) : null;
            var filing = routed?.Of(plan.Filing) ?? plan.Filing;
            var terms = book.Choose(PolicyFacts.Of(filing, level))!;
            var ticket = Ticket.File(number(filed.On), filing, routed?.Area ?? areas[plan.Area], terms, book, filed, routed?.Trace);
            if (routed?.Owner is { } owner)
            {
                given[owner.Id] = given.GetValueOrDefault(owner.Id) + 1;
                ticket.Hand(owner, routed, book, filed);
            }

            switch (plan.Stage)
            {
                case Stage.Held: life.Hold(ticket); break;
                case Stage.Waiting: life.Wait(ticket); break;
                case Stage.Lived: life.Live(ticket); break;
            }

            ticket.CatchUp(now, book);
            tickets.Add(ticket);
        }

        DemoCare.Make(tickets, staff, book, now);
        DemoJudgements.Make(tickets, book, now);
        DemoRelations.Make(tickets, staff.First(member => member.Role == Role.Lead), book, now);
        DemoHandling.PutAside(tickets, staff, book, now);
        DemoHandling.PlanOne(tickets, staff, book, now);
        return tickets;
    }

    private IEnumerable<Plan> Plans()
    {
        for (var i = 0; i < Past; i++) yield return Ordinary(FiledAt(20 + _chance.NextDouble() * 375), Stage.Lived);
        for (var i = 0; i < Lately; i++) yield return Ordinary(FiledAt(_chance.NextDouble() * 20), Stage.Lived);
        foreach (var (stage, count, days) in Fresh)
            for (var i = 0; i < count; i++)
                yield return Ordinary(stage == Stage.Untouched ? now.AddDays(-_chance.NextDouble() * days) : FiledAt(_chance.NextDouble() * days), stage);
        foreach (var plan in AboutToRunOut()) yield return plan;
    }

    /// <summary>Whatever the hour, some clocks must be near their end: those of critical customers run day and night.</summary>
    private IEnumerable<Plan> AboutToRunOut()
    {
        var critical = contacts.Where(contact => customers.Any(customer => customer.Id == contact.CustomerId && customer.ServiceLevel == ServiceLevel.Critical)).ToList();
        int[] minutesLeft = [3, 9, 17, 28, 41, 55, 80, 130, 190, -12, -47];
        foreach (var left in minutesLeft)
        {
            var (area, filing) = Urgent(critical);
            var target = book.Choose(PolicyFacts.Of(filing, ServiceLevel.Critical))!.For(filing.Priority);
            yield return new Plan(now.AddMinutes(left - target.ResolutionMinutes), area, filing, Stage.Held);
        }

        // And some were answered today, also on a Sunday.
        foreach (var hoursAgo in (int[])[4, 5, 7, 9])
        {
            var (area, filing) = Urgent(critical);
            yield return new Plan(now.AddHours(-hoursAgo), area, filing, Stage.Lived);
        }
    }

    private (int Area, Filing Filing) Urgent(List<Contact> critical)
    {
        var story = DemoStories.Pick(_chance);
        while (story.Kind is TicketKind.Suggestion or TicketKind.Compliment) story = DemoStories.Pick(_chance);
        var filing = FilingOf(story, critical[_chance.Next(critical.Count)]);
        return (story.Area, filing with { Urgency = Urgency.High, Impact = Impact.High, PriorityOverride = null, PriorityReason = null });
    }

    private Plan Ordinary(DateTimeOffset filedAt, Stage stage)
    {
        var story = DemoStories.Pick(_chance);
        var filing = FilingOf(story, _chance.Next(12) == 0 ? null : contacts[_chance.Next(contacts.Count)]);

        // Nobody has sorted what nobody has touched: there the rules have something to suggest.
        return new Plan(filedAt, story.Area, stage == Stage.Untouched ? filing with { Topic = null, Product = null } : filing, stage);
    }

    private Filing FilingOf(DemoStory story, Contact? contact)
    {
        var filing = new Filing
        {
            Kind = story.Kind,
            Subject = story.Subject,
            Description = story.Description,
            Topic = story.TopicPath,
            Product = story.Product,
            Channel = Channels[_chance.Next(Channels.Length)],
            AreaId = areas[story.Area].Id,
            Urgency = (Urgency)_chance.Next(1, 4),
            Impact = (Impact)_chance.Next(1, 4),
            TouchesSecurity = story.Kind == TicketKind.Report,
            PetitionerId = contact?.Id,
            PetitionerName = contact?.Name,
            CustomerId = contact?.CustomerId,
        };
        return _chance.Next(15) == 0 && filing.Priority == Priority.Medium
            ? filing with { PriorityOverride = Priority.High, PriorityReason = "Afecta a una persona de especial protección." }
            : filing;
    }

    /// <summary>So many days ago, in office hours more often than not.</summary>
    private DateTimeOffset FiledAt(double daysAgo)
    {
        var day = book.DateOf(now.AddDays(-daysAgo)).ToDateTime(TimeOnly.MinValue);
        var local = day.AddMinutes(_chance.Next(10) == 0 ? _chance.Next(24 * 60) : 8 * 60 + _chance.Next(9 * 60));
        var at = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, book.Zone), TimeSpan.Zero).AddSeconds(_chance.Next(60));
        return at < now ? at : now.AddMinutes(-_chance.Next(2, 90));
    }

    private enum Stage
    {
        Untouched,
        Held,
        Waiting,
        Lived,
    }

    private sealed record Plan(DateTimeOffset FiledAt, int Area, Filing Filing, Stage Stage);
}
