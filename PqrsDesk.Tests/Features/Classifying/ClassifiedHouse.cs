using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Catalogue;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Classifying;

/// <summary>Makes a house's lists and rules by its own doors.</summary>
internal static class ClassifiedHouse
{
    public static readonly Actor Admin = Samples.Someone(Role.Admin);

    /// <returns>The number of the topic.</returns>
    public static async Task<int> TopicAsync(this AnyDesk desk, string name, int? under = null, int? areaId = null)
    {
        Assert.Null(await desk.Get<KeepTopics>().SaveAsync(new() { Name = name, ParentId = under, AreaId = areaId }, Admin, CancellationToken.None));
        return (await desk.Get<KeepTopics>().ReadAsync(CancellationToken.None)).Single(line => line.Name == name && line.ParentId == under).Id;
    }

    public static async Task ProductAsync(this AnyDesk desk, string name) => Assert.Null((await desk.Get<KeepPlatforms>().SaveAsync(new() { Name = name }, Admin, CancellationToken.None)).Fault);

    public static async Task AskAsync(this AnyDesk desk, TicketKind kind, RequiredField field, Requirement of = Requirement.Everyone) =>
        Assert.Null(await desk.Get<KeepRequired>().SaveAsync(new(kind, field, of), Admin, CancellationToken.None));

    public static async Task RuleAsync(this AnyDesk desk, RuleForm form) => Assert.Null(await desk.Get<KeepRules>().SaveAsync(form, Admin, CancellationToken.None));

    /// <summary>Facturación › Cobro errado, of an area of its own, with a rule that knows it.</summary>
    public static async Task<Area> BillingAsync(this AnyDesk desk, bool alone = false)
    {
        var area = await desk.OpenAreaAsync();
        var top = await desk.TopicAsync("Facturación", areaId: area.Id);
        var sub = await desk.TopicAsync("Cobro errado", top);
        await desk.RuleAsync(new() { Name = "Cobros", Any = "cobr*\nfactura", Kind = TicketKind.Claim, TopicId = sub, AppliesAlone = alone });
        return area;
    }

    public const string Billing = "Facturación › Cobro errado";
}
