using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Catalogue;

/// <summary>Makes a catalogue by its own doors.</summary>
internal static class CatalogueHouse
{
    public static readonly Actor Lead = Samples.Someone(Role.Lead, name: "Gloria Zuluaga");

    /// <returns>Its number.</returns>
    public static async Task<int> PlatformAsync(this AnyDesk desk, string name, ProductKind kind = ProductKind.Platform, int? parent = null)
    {
        var (id, fault) = await desk.Get<KeepPlatforms>().SaveAsync(new() { Name = name, Kind = kind, ParentId = parent }, Lead, CancellationToken.None);
        Assert.Null(fault);
        return id!.Value;
    }

    public static async Task DependsAsync(this AnyDesk desk, int product, int on, string note = "") =>
        Assert.Null(await desk.Get<KeepDependencies>().AddAsync(product, on, note, Lead, CancellationToken.None));

    public static async Task<PlatformSight> SightAsync(this AnyDesk desk, int id) => (await desk.Get<ReadPlatform>().RunAsync(id, CancellationToken.None))!;
}
