using System.Net;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Portal;

/// <summary>The house's own fields as a citizen without a script fills them in.</summary>
public sealed class PublicFieldsTests
{
    private const string Script = "<script>alert(1)</script>";

    [Fact]
    public async Task Citizens_are_asked_for_what_is_public_of_the_kind_they_choose_and_nothing_else()
    {
        await using var desk = await WebDesk.StartAsync();
        await desk.AddFieldAsync(new() { Name = $"Cuenta {Script}", Kinds = { TicketKind.Claim }, Need = FieldNeed.Always, Public = true });
        await desk.AddFieldAsync(new() { Name = "Ruta", Type = FieldType.ManyOf, Options = "Norte\nSur", Public = true, When = (await desk.FieldsAsync())[0].Key });
        await desk.AddFieldAsync(new() { Name = "Interno", Need = FieldNeed.Always });
        using var browser = await desk.OpenFormAsync();
        Assert.DoesNotContain("Interno", browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Script, browser.Page, StringComparison.Ordinal);
        Assert.Contains("Solo si el tipo es Reclamo.", browser.Words, StringComparison.Ordinal);
        Assert.Contains($"Solo si hay un dato en «Cuenta {Script}».", browser.Words, StringComparison.Ordinal);

        await browser.SendAsync("radicar", Citizen.Rosa().Fields());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        var key = (await desk.FieldsAsync())[0].Key;
        Assert.Contains($"href=\"{DeskUrls.PublicForm}#campo-propio-{key}\"", browser.Page, StringComparison.Ordinal);
        Assert.Contains($"id=\"campo-propio-{key}-error\"", browser.Page, StringComparison.Ordinal);

        await browser.SendAsync("radicar", [.. Citizen.Rosa().Fields(), ("Propio.1", Script), ("Propio.2", "Norte"), ("Propio.2", "Sur"), ("Propio.3", "no es mío"), ("Propio.999999999999", "x"), ("Propio.x", "y")]);
        await browser.FollowAsync();
        Assert.Equal([Script, "Norte\nSur"], (await desk.TicketAsync("PQRS-2026-000001")).CaseFile!.Fields.Select(entry => entry.Value));
    }

    [Fact]
    public async Task What_is_typed_stays_when_the_form_has_to_be_mended_and_a_field_of_another_kind_refuses_nobody()
    {
        await using var desk = await WebDesk.StartAsync();
        await desk.AddFieldAsync(new() { Name = "Cuenta", Kinds = { TicketKind.Claim }, Need = FieldNeed.Always, Public = true });
        await desk.AddFieldAsync(new() { Name = "Valor", Type = FieldType.Money, Public = true });
        using var browser = await desk.OpenFormAsync();
        await browser.SendAsync("radicar", [.. Citizen.Rosa().Fields(), ("Propio.1", "\"7\" & <b>"), ("Propio.2", "mucho")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("value=\"&quot;7&quot; &amp; &lt;b&gt;\"", browser.Page, StringComparison.Ordinal);
        var suggestion = Citizen.Rosa();
        suggestion["Kind"] = "Suggestion";
        await browser.SendAsync("radicar", [.. suggestion.Fields(), ("Propio.1", "7"), ("Propio.2", "1.250,50")]);
        await browser.FollowAsync();
        Assert.Equal(["1250.5"], (await desk.TicketAsync("PQRS-2026-000001")).CaseFile!.Fields.Select(entry => entry.Value));
    }
}
