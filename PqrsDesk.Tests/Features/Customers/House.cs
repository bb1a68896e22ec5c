using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;

namespace PqrsDesk.Features.Customers;

/// <summary>People and organisations as these tests bring them about: by the verbs of the product.</summary>
internal static class House
{
    public static readonly Actor Lead = Samples.Someone(Role.Lead, 2, "Gloria Zuluaga");

    public static PointDetails Email(string address, PointUse? use = null) => new(PointKind.Email, address, use);

    public static PointDetails Telephone(string number, PointUse? use = null) => new(PointKind.Telephone, number, use);

    public static PointDetails Address(string street, string? municipality = null) => new(PointKind.Address, street) { Municipality = municipality };

    public static Task<int> PersonAsync(this AnyDesk desk, string name, string? document, params PointDetails[] points) =>
        desk.PersonAsync(new PartyDetails { Name = name, Document = document, Points = points });

    public static Task<int> PersonAsync(this AnyDesk desk, PartyDetails details) => desk.KeepAsync(PartyKind.Person, details);

    public static Task<int> OrganisationAsync(this AnyDesk desk, string name, string? document = null, params PointDetails[] points) =>
        desk.KeepAsync(PartyKind.Organisation, new PartyDetails { Name = name, Document = document, Points = points });

    public static async Task<int> KeepAsync(this AnyDesk desk, PartyKind kind, PartyDetails details)
    {
        var outcome = await desk.Get<KeepParties>().SaveAsync(kind, null, null, details, Lead, CancellationToken.None);
        return outcome.Id ?? throw new InvalidOperationException($"It was refused: {outcome.Refusal}.");
    }

    public static async Task<PartySight> SightAsync(this AnyDesk desk, PartyKind kind, int id) =>
        await desk.Get<ReadParty>().RunAsync(kind, id, Reader.Of(Lead), CancellationToken.None) ?? throw new InvalidOperationException($"There is no {kind} {id}.");

    public static async Task<IReadOnlyList<string>> FilingsAsync(this AnyDesk desk, PartyKind kind, int id) =>
        [.. (await desk.Get<ReadFilings>().RunAsync(kind, id, new(), null, Reader.Of(Lead), CancellationToken.None)).Lines.Select(line => line.Number)];

    public static Task<PairList> PairsAsync(this AnyDesk desk, PartyKind kind) => desk.Get<ReadPairs>().RunAsync(kind, 1, CancellationToken.None);
}
