using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.DemoDesks;

/// <summary><c>Desk:Demo:Traffic=true</c>: a trickle of life for demonstrations. Somebody files, somebody takes, somebody answers.</summary>
public sealed class DemoTraffic(IDbContextFactory<DeskDb> desk, FilingDoor filings, TicketDoor door, DeskSettings settings, IDuty duty, TimeProvider clock, ILogger<DemoTraffic> log)
    : DutyRounds(duty, clock, log)
{
    private readonly Random _chance = new();

    protected override TimeSpan Every => TimeSpan.FromSeconds(6);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) =>
        settings is not { Demo: true, DemoTraffic: true } ? Task.CompletedTask
        : _chance.Next(5) switch { 0 or 1 => FileAsync(stop), 2 or 3 => WorkAsync(stop), _ => HearAsync(stop) };

    private async Task FileAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var story = DemoStories.Pick(_chance);
        var contact = await db.Contacts.AsNoTracking().Where(c => !c.Reserved).OrderBy(c => c.Id).Skip(_chance.Next(100)).FirstAsync(cancel);
        var filing = new Filing
        {
            Kind = story.Kind,
            Subject = story.Subject,
            Description = story.Description,
            Topic = _chance.Next(3) == 0 ? null : story.TopicPath,
            Product = story.Product,
            Channel = (Channel)_chance.Next(1, 7),
            AreaId = default,
            Urgency = (Urgency)_chance.Next(1, 4),
            Impact = (Impact)_chance.Next(1, 4),
        };
        var petitioner = new PetitionerDetails { Name = contact.Name, Document = contact.Document, Email = contact.Email, Telephone = contact.Telephone };
        await filings.FileAsync(new FilingRequest(filing, new AreaChoice.Routed(), petitioner, Actor.Petitioner(contact.Name), []), cancel);
    }

    /// <summary>Takes what nobody has; of what somebody has, answers or asks.</summary>
    private async Task WorkAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var open = await db.Tickets.AsNoTracking().Where(t => t.Status < TicketStatus.AwaitingPetitioner).OrderBy(t => t.QueueAt).Take(30)
            .Select(t => new { t.Number, t.OwnerId, t.AreaId }).ToListAsync(cancel);
        if (open.Count == 0) return;
        var ticket = open[_chance.Next(open.Count)];
        var team = await db.Staff.AsNoTracking().Where(m => m.Role == Role.Agent && m.Active && (ticket.OwnerId == null ? m.AreaId == ticket.AreaId : m.Id == ticket.OwnerId)).ToListAsync(cancel);
        if (team.Count == 0) return;
        var member = team[_chance.Next(team.Count)];
        var causes = await db.PauseCauses.AsNoTracking().Where(cause => cause.Active).ToListAsync(cancel);
        await door.ChangeAsync(ticket.Number, null, Actor.Staff(member), (t, book, now) =>
            t.OwnerId is null ? t.TakeFor(member, book, now)
            : _chance.Next(3) == 0 ? t.Wait("Falta información del peticionario.", book, now, causes.FirstOrDefault())
            : DemoCare.Answer(t, DemoStories.Answers[_chance.Next(DemoStories.Answers.Length)], null, book, now), cancel);
    }

    private async Task HearAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var waiting = await db.Tickets.AsNoTracking().Where(t => t.Status == TicketStatus.AwaitingPetitioner).OrderBy(t => t.ChangedAt)
            .Select(t => new { t.Number, t.PetitionerName }).FirstOrDefaultAsync(cancel);
        if (waiting is null) return;
        await door.ChangeAsync(waiting.Number, null, Actor.Petitioner(waiting.PetitionerName ?? "Peticionario"),
            (t, book, now) => t.Hear(DemoStories.Responses[_chance.Next(DemoStories.Responses.Length)], book, now), cancel);
    }
}

public static class DemoDesksSetup
{
    public static IServiceCollection AddDemoDesks(this IServiceCollection services) =>
        services.AddSingleton<IDemoPart, DemoCaseFiles>().AddSingleton<IDemoPart, DemoContracts>().AddSingleton<IDemoPart, DemoQuotes>().AddSingleton<IDemoPart, DemoOutages>()
            .AddSingleton<FillDemoDesk>().AddHostedService<DemoTraffic>();
}
