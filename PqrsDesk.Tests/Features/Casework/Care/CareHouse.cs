using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Protocols;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework.Care;

/// <summary>A desk with rules of care.</summary>
internal static class CareHouse
{
    public const string Text = "Cordial saludo. Le devolvimos el dinero. Gracias.";

    /// <summary>From here on these hold; null: what comes with the product.</summary>
    public static async Task CareAsync(this AnyDesk desk, CareDefinition? rules = null)
    {
        var keep = desk.Get<KeepProtocol>();
        Assert.Null(await keep.SaveAsync(rules ?? new(), (await keep.ReadAsync(CancellationToken.None)).Version, Samples.Someone(Role.Admin), CancellationToken.None));
    }

    /// <summary>Every answer is reviewed, and nothing else is required.</summary>
    public static CareDefinition Reviewed(ReviewRule? rule = null) => CareBook.AsksNothing.Definition with { Reviews = [rule ?? new()] };

    public static Task<Decision> CareForAsync(this AnyDesk desk, string number, CareAct act, Actor by) => desk.Get<CareForTicket>().RunAsync(number, null, act, by, CancellationToken.None);

    public static async Task ProposeAsync(this AnyDesk desk, string number, StaffMember by, string text = Text) =>
        Assert.Equal(Decision.Ok, await desk.CareForAsync(number, new CareAct.Propose(text), Actor.Staff(by)));
}
