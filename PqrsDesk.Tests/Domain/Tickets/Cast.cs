using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Testing;

namespace PqrsDesk.Domain.Tickets;

/// <summary>People, areas and promises as a real desk has them: read from one once, then shared, since nobody changes them.</summary>
internal sealed record Cast(SlaBook Book, StaffMember Ana, StaffMember Beto, StaffMember Gone, StaffMember Lead, Area First, Area Other, Area Shut)
{
    private static readonly Lazy<Task<Cast>> Read = new(ReadAsync);

    public static Task<Cast> ComeAsync() => Read.Value;

    private static async Task<Cast> ReadAsync()
    {
        await using var desk = await TestDesk.StartAsync();
        var shut = await desk.AddAsync(new Area { Name = "Archivo", Active = false });
        var gone = await desk.AddAsync(new StaffMember { Name = "Gil Antiguo", Email = "gil@example.org", Role = Role.Agent, Active = false });
        return new Cast(
            await desk.BookAsync(), await desk.HireAsync("Ana Restrepo"), await desk.HireAsync("Beto Cruz"), gone, await desk.HireAsync("Lía Vega", Role.Lead),
            (await desk.ReadAsync(db => db.Areas.FindAsync(Samples.FirstArea).AsTask()))!, await desk.OpenAreaAsync(), shut);
    }
}
