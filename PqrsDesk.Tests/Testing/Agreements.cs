using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features;
using PqrsDesk.Features.Contracting;
using PqrsDesk.Features.RuleChanges;

namespace PqrsDesk.Testing;

/// <summary>Platforms, levels of service and contracts, made by the product's own verbs.</summary>
public static class Agreements
{
    public static Actor Lead { get; } = Samples.Someone(Role.Lead, name: "Luz Marina");
    public static Actor Admin { get; } = Samples.Someone(Role.Admin, name: "Zoe Admin");

    /// <summary>High 60 and 480 minutes, medium 120 and 960, low 240 and 1920, in the office's hours.</summary>
    public static PlanDefinition Professional { get; } = new("Profesional", "office", new Dictionary<Priority, Target>
    {
        [Priority.High] = new(60, 480, 60),
        [Priority.Medium] = new(120, 960, 120),
        [Priority.Low] = new(240, 1920),
    })
    {
        PercentByClass = PlanTimes.UsualPercents,
        AvailabilityPercent = 99.5m,
        OurCommitments = ["Responder en los tiempos pactados."],
        TheirCommitments = ["Nombrar a quien responda por ellos."],
    };

    public static Task<Product> LaunchAsync(this AnyDesk desk, string name = "Portal de pagos", CriticalityClass? criticality = null) =>
        desk.AddAsync(new Product { Name = name, Kind = ProductKind.Platform, Criticality = criticality });

    public static async Task<SupportPlan> OfferAsync(this AnyDesk desk, PlanDefinition? plan = null, SupportPlan? before = null)
    {
        var (key, problem) = await desk.Get<KeepPlans>().SaveAsync(new(before?.Key, before?.Version ?? 0, plan ?? Professional), Admin, CancellationToken.None);
        if (problem is not null) throw new InvalidOperationException($"The plan was refused: {problem}.");
        return await desk.ReadAsync(db => db.SupportPlans.AsNoTracking().SingleAsync(each => each.Key == key && each.IsCurrent));
    }

    public static ContractDraft Draft(int customer, SupportPlan plan, params int[] products) => new()
    {
        CustomerId = customer,
        Products = products,
        PlanId = plan.Id,
        From = new(2026, 3, 1),
        Until = new(2026, 12, 31),
        Price = Money.Pesos(1_500_000),
        Surcharge = Money.Pesos(120_000),
    };

    /// <summary>Drafts and signs.</summary>
    public static async Task<Contract> AgreeAsync(this AnyDesk desk, ContractDraft draft, ApplyTo to = ApplyTo.NewOnly)
    {
        var sign = desk.Get<SignContract>();
        var made = await sign.DraftAsync(draft, Lead, CancellationToken.None);
        if (made.Problem is not null) throw new InvalidOperationException($"The draft was refused: {made.Problem}.");
        var signed = await sign.RunAsync(made.Contract!.Id, made.Contract.Version, to, Lead);
        if (signed.Problem is not null) throw new InvalidOperationException($"It was not signed: {signed.Problem}.");
        return await desk.ContractAsync(made.Contract.Id);
    }

    public static Task<Contract> ContractAsync(this AnyDesk desk, int id) => desk.ReadAsync(db => db.Contracts.AsNoTracking()
        .Include(contract => contract.Products).Include(contract => contract.Plan).Include(contract => contract.Steps).AsSplitQuery().SingleAsync(contract => contract.Id == id));

    /// <summary>A claim of high priority.</summary>
    public static Filing About(Product product, int? customer) => Samples.Filing with { CustomerId = customer, Product = product.Name, PriorityOverride = Priority.High, PriorityReason = "Contrato." };
}
