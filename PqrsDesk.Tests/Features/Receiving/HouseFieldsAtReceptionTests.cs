using Bunit;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Receiving;

public sealed class HouseFieldsAtReceptionTests : PageTest
{
    [Fact]
    public async Task Whoever_takes_a_call_down_asks_for_them_too()
    {
        await Desk.AddFieldAsync(new() { Name = "Ruta", Type = FieldType.OneOf, Options = "Norte\nSur", Kinds = { TicketKind.Complaint }, Need = FieldNeed.Always });
        var page = Render<ReceptionPage>();
        See(page, () => page.Find("#recepcion-kind"));
        Assert.Empty(page.FindAll("#campo-1"));
        await page.InvokeAsync(() => page.Find("#recepcion-name").InputAsync("María Íñiguez"));
        await page.InvokeAsync(() => page.Find("#recepcion-kind [value=Complaint]").ChangeAsync("Complaint"));
        await page.InvokeAsync(() => page.Find("#recepcion-words").InputAsync("El bus no paró."));
        await page.InvokeAsync(() => page.Find("#recepcion-constancia [value=ReadOut]").ChangeAsync("ReadOut"));
        await page.InvokeAsync(() => page.Find("form.reception-form").SubmitAsync());
        See(page, () => Assert.Contains("Ruta", Words(page.Find(".field-error")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#campo-1").ChangeAsync("Norte"));
        await page.InvokeAsync(() => page.Find("form.reception-form").SubmitAsync());
        See(page, () => page.Find(".constancia"));
        Assert.Equal("Norte", Assert.Single((await Desk.TicketAsync("PQRS-2026-000001")).CaseFile!.Fields).Value);
        Assert.Empty(page.FindAll("#campo-1"));
    }
}
