using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Testing;

namespace PqrsDesk.Features.Outages;

/// <summary>A desk with something that can fail.</summary>
internal static class OutageDesk
{
    public const string App = "App móvil";

    public static async Task<Product> PlatformAsync(this AnyDesk desk, string name = App, bool isPublic = false)
    {
        var product = await desk.AddAsync(new Product { Name = name, Kind = ProductKind.Platform });
        if (isPublic) await desk.AddAsync(new PlatformWatch { ProductId = product.Id, IsPublic = true });
        return product;
    }

    /// <summary>One that began half an hour ago.</summary>
    public static async Task<int> FailAsync(this AnyDesk desk, Product product, DateTimeOffset now, bool joins = false, string? publicText = null)
    {
        var said = await desk.Get<KeepOutages>().RecordAsync(
            product.Id, new OutageDetails(now.AddMinutes(-30), null, OutageReach.Full, null, "No abre en Android") { JoinsFilings = joins, PublicText = publicText }, Samples.Someone(), CancellationToken.None);
        return said.Id ?? throw new InvalidOperationException($"It was refused: {said.Refusal}.");
    }

    public static async Task<string> FileAboutAsync(this AnyDesk desk, string product = App, string? language = null) =>
        (await desk.FileAsync(Samples.Filing with { Product = product, Subject = "La app no abre", Language = language })).Number;

    public static async Task JoinAsync(this AnyDesk desk, int outage, params string[] numbers)
    {
        var joined = await desk.Get<GatherCases>().JoinAsync(outage, numbers, Samples.Someone(), CancellationToken.None);
        if (joined.Done != numbers.Length) throw new InvalidOperationException("Not all joined.");
    }

    public static Task<Outage> OutageAsync(this AnyDesk desk, int id) =>
        desk.ReadAsync(db => db.Outages.AsNoTracking().Include(outage => outage.Updates).SingleAsync(outage => outage.Id == id));
}
