using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>Three levels of service and four contracts of the demo desk: one nearly used up, one that ends soon, one on a critical platform.</summary>
public sealed class DemoContracts(IDbContextFactory<DeskDb> desk, DeskWriter writer, SignContract sign, FilingDoor filings, TicketDoor door, SlaShelf shelf, TimeProvider clock) : IDemoPart
{
    private static readonly Actor Signer = new(ActorKind.Staff, null, "PqrsDesk", Role.Lead);

    public async Task AddAsync(CancellationToken cancel)
    {
        var today = (await shelf.BookAsync()).DateOf(clock.GetUtcNow());
        var plans = await writer.RunAsync(db => Task.FromResult(Plans(clock.GetUtcNow()).Select(plan => db.Add(plan).Entity).ToList()), cancel);
        await using var db = await desk.CreateDbContextAsync(cancel);
        var customers = await db.Customers.AsNoTracking().OrderBy(customer => customer.Id).Take(4).ToListAsync(cancel);
        var areas = await db.Areas.AsNoTracking().Where(area => area.Active).OrderBy(area => area.Id).ToListAsync(cancel);
        var products = await db.Products.AsNoTracking().ToDictionaryAsync(product => product.Name, product => product.Id, cancel);
        if (customers.Count < 4) return;
        var year = new DateOnly(today.Year, 1, 1);

        var used = await AgreeAsync(Of(customers[0], plans[1], year, year.AddYears(1).AddDays(-1), 3_200_000, 120_000, products["Portal ciudadano"], products["App móvil"]) with { IncludedHours = 10, IncludedCases = 20 }, cancel);
        await AgreeAsync(Of(customers[1], plans[0], today.AddMonths(-11), today.AddDays(24), 900_000, 90_000, products["Factura mensual"]) with { IncludedCases = 12, CaseSurcharge = Money.Pesos(45_000) }, cancel);
        await AgreeAsync(Of(customers[2], plans[2], year, year.AddYears(2).AddDays(-1), 9_800_000, 210_000, products["Identidad digital"], products["Pasarela de pagos"]) with { IncludedHours = 60 }, cancel);
        await AgreeAsync(Of(customers[3], plans[1], year, year.AddYears(1).AddDays(-1), 2_400_000, 120_000, products["Gestor documental"]), cancel);

        // Two cases on which 85 % of the month's hours went.
        foreach (var (subject, minutes) in ((string, int)[])[("El portal rechaza los adjuntos de los radicados", 300), ("La aplicación no muestra los recibos del trimestre", 210)])
        {
            var filed = await filings.FileAsync(new Filing
            {
                Kind = TicketKind.Claim,
                Subject = subject,
                Description = "Ocurre desde ayer en la tarde con los usuarios de la organización.",
                Channel = Channel.Email,
                AreaId = areas[0].Id,
                CustomerId = used.CustomerId,
                Product = subject.Contains("portal", StringComparison.Ordinal) ? "Portal ciudadano" : "App móvil",
            }, new PetitionerDetails { Name = "Mesa de ayuda de la organización", Email = "mesa@example.org" }, Actor.Desk, [], cancel);
            if (filed.Receipt is { } receipt)
                await door.ChangeAsync(receipt.Number, null, Signer, (ticket, book, now) => ticket.SpendTime(minutes, "Diagnóstico y corrección", now.On, false, book, now), cancel);
        }
    }

    private async Task<Contract> AgreeAsync(ContractDraft draft, CancellationToken cancel)
    {
        var made = await sign.DraftAsync(draft, Signer, cancel);
        if (made.Contract is not { } contract) throw new InvalidOperationException($"The demo desk could not draft a contract: {made.Problem}.");
        await sign.RunAsync(contract.Id, contract.Version, ApplyTo.NewOnly, Signer);
        return contract;
    }

    private static ContractDraft Of(Customer customer, SupportPlan plan, DateOnly from, DateOnly until, decimal price, decimal surcharge, params int[] products) => new()
    {
        CustomerId = customer.Id,
        PlanId = plan.Id,
        Products = products,
        From = from,
        Until = until,
        Price = Money.Pesos(price),
        Surcharge = Money.Pesos(surcharge),
    };

    private static IEnumerable<SupportPlan> Plans(DateTimeOffset now)
    {
        yield return Plan("basico", "Básico", "office", now, null, [Channel.Email, Channel.Web, Channel.Api], (240, 2400), (480, 4800), (960, 9600));
        yield return Plan("profesional", "Profesional", "office", now, 99.5m, [], (60, 480), (120, 960), (240, 1920));
        yield return Plan("critico", "Crítico", "always", now, 99.9m, [], (30, 240), (60, 480), (240, 1440));
    }

    private static SupportPlan Plan(
        string key, string name, string calendar, DateTimeOffset now, decimal? availability, IReadOnlyList<Channel> channels, (int First, int Resolution) high, (int First, int Resolution) medium, (int First, int Resolution) low) => new()
        {
            Key = key,
            Version = 1,
            IsCurrent = true,
            MadeAt = now,
            MadeBy = "PqrsDesk",
            Definition = new(name, calendar, new Dictionary<Priority, Target>
            {
                [Priority.High] = new(high.First, high.Resolution, high.First),
                [Priority.Medium] = new(medium.First, medium.Resolution, medium.First),
                [Priority.Low] = new(low.First, low.Resolution, low.First),
            })
            {
                PercentByClass = PlanTimes.UsualPercents,
                AvailabilityPercent = availability,
                Channels = channels,
                OurCommitments = ["Responder y resolver en los tiempos pactados.", "Avisar los mantenimientos con tres días hábiles.", "Entregar el informe del servicio cada mes."],
                TheirCommitments = ["Nombrar una persona de contacto y un suplente.", "Reportar con los datos para reproducir la falla.", "Mantener al día los pagos del contrato."],
            },
        };
}
