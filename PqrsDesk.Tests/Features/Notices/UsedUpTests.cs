using Bunit;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Notices;

/// <summary>What is told of used-up hours names what the next one costs, where it costs something.</summary>
public sealed class UsedUpTests : PageTest
{
    [Theory]
    [InlineData(NoticeThing.ContractHoursAll, 80_000, 0, "agotó las horas incluidas hasta el martes, 31 de marzo de 2026: cada hora que siga tiene un recargo de 80.000 COP.")]
    [InlineData(NoticeThing.ContractCasesAll, 80_000, 0, "agotó los casos incluidos hasta el martes, 31 de marzo de 2026.")]
    [InlineData(NoticeThing.ContractHoursAll, 0, 15_000, "agotó las horas incluidas hasta el martes, 31 de marzo de 2026.")]
    [InlineData(NoticeThing.ContractCasesAll, 0, 15_000, "agotó los casos incluidos hasta el martes, 31 de marzo de 2026: cada caso que siga tiene un recargo de 15.000 COP.")]
    public async Task The_surcharge_is_named_and_left_out_at_nothing(NoticeThing thing, int hour, int one, string words)
    {
        var customer = await Desk.WinCustomerAsync(ServiceLevel.Standard);
        var contract = await Desk.AgreeAsync(Agreements.Draft(customer.Id, await Desk.OfferAsync(), (await Desk.LaunchAsync()).Id) with { IncludedHours = 10, IncludedCases = 3, Surcharge = Money.Pesos(hour), CaseSurcharge = Money.Pesos(one) });
        await Desk.AddAsync(new Notice { StaffId = Me.Id, TicketId = null, Sequence = 0, Kind = NoticeKind.Service, Thing = thing, ThingId = contract.Id, On = new(2026, 3, 31), Words = contract.Number, At = Desk.Clock.Now });
        var page = Render<NoticesPage>();
        See(page, () => Assert.Equal($"El contrato {contract.Number} {words}", Words(page.Find(".notice-words"))));
    }
}
