using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Classifying;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Portal;

/// <summary>The house's lists, required fields and hints at the portal, over HTTP and without a script.</summary>
public sealed class PublicClassTests : IAsyncLifetime
{
    private WebDesk desk = null!;

    public async Task InitializeAsync() => desk = await WebDesk.StartAsync(new() { Settings = new Dictionary<string, string?> { ["Desk:Portal:FormsPerAddress"] = "10" } });

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Lists_are_there_only_where_the_house_has_them_and_what_is_chosen_is_filed_with_the_language()
    {
        using (var bare = await desk.OpenFormAsync())
        {
            Assert.DoesNotContain("campo-topic", bare.Page, StringComparison.Ordinal);
            Assert.DoesNotContain("campo-product", bare.Page, StringComparison.Ordinal);
        }

        await desk.BillingAsync();
        await desk.TopicAsync("Otros <b>");
        await desk.ProductAsync("Portal");
        var form = Citizen.Rosa();
        (form["Topic"], form["Product"]) = (ClassifiedHouse.Billing, "Portal");
        var (browser, number, _) = await desk.FileAsync(form);
        using var kept = browser;
        var ticket = await desk.TicketAsync(number);
        Assert.Equal((ClassifiedHouse.Billing, "Portal", "es"), (ticket.Topic, ticket.Product, ticket.Language));

        using var english = await desk.OpenFormAsync();
        await english.GoAsync(DeskUrls.LanguageOf("en-US", DeskUrls.PublicForm));
        await english.GoAsync(DeskUrls.PublicForm);
        Assert.Contains("<optgroup label=\"Facturación\">", WebUtility.HtmlDecode(english.Page), StringComparison.Ordinal);
        Assert.Contains("What is it about?", english.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Otros <b>", english.Page, StringComparison.Ordinal);
        desk.Clock.Now += FilePublicly.LeastTime;
        await english.SendAsync("radicar", Citizen.Rosa("They charged me twice.").Fields());
        var page = (await english.FollowAsync()).Page;
        var other = await desk.TicketAsync(System.Text.RegularExpressions.Regex.Match(page, @"PQRS-\d{4}-\d{6}").Value);
        Assert.Equal((null, "en"), (other.Topic, other.Language));
    }

    [Fact]
    public async Task What_is_not_on_the_list_is_refused_and_what_the_kind_needs_is_said_at_the_top_and_beside_the_field()
    {
        await desk.BillingAsync();
        await desk.ProductAsync("Portal");
        await desk.AskAsync(TicketKind.Claim, RequiredField.Product);
        await desk.AskAsync(TicketKind.Claim, RequiredField.Telephone);
        using var browser = await desk.OpenFormAsync();
        var form = Citizen.Rosa();
        form["Topic"] = "Inventado";
        await browser.SendAsync("radicar", form.Fields());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        foreach (var field in (string[])["topic", "product", "telephone"]) Assert.Contains($"id=\"campo-{field}-error\"", browser.Page, StringComparison.Ordinal);
        Assert.Contains("Para este tipo también se necesita: producto o plataforma, teléfono.", browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("quedó radicada", browser.Words, StringComparison.Ordinal);

        // Whoever files without a name, or keeps it back, is not asked for a telephone.
        (form["Topic"], form["Product"], form["Anonymous"]) = ("", "Portal", "true");
        await browser.SendAsync("radicar", form.Fields());
        Assert.Equal(HttpStatusCode.Found, browser.Status);
        using var again = await desk.OpenFormAsync();
        form.Remove("Anonymous");
        form["Reserved"] = "true";
        await again.SendAsync("radicar", form.Fields());
        Assert.Equal(HttpStatusCode.Found, again.Status);
    }

    [Fact]
    public async Task What_was_written_may_be_of_another_kind_a_hint_and_never_a_refusal()
    {
        await desk.BillingAsync();
        using var browser = await desk.OpenFormAsync();
        var form = Citizen.Rosa("Me cobraron <i>dos</i> veces en la factura.");
        (form["Kind"], form["Name"]) = ("Complaint", "");
        await browser.SendAsync("radicar", form.Fields());
        Assert.Contains("Por lo que escribió («Cobro», «factura») puede ser de otro tipo: Reclamo.", browser.Words, StringComparison.Ordinal);

        form["Name"] = "Rosa";
        await browser.SendAsync("radicar", form.Fields());
        Assert.Equal(HttpStatusCode.Found, browser.Status);
    }

    [Fact]
    public async Task The_script_asks_for_the_hint_and_not_without_end()
    {
        await desk.BillingAsync();
        using var http = desk.Client();
        var hint = await (await AskAsync("Complaint", "Me cobraron dos veces.")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Claim", hint.GetProperty("kind").GetString());
        Assert.Contains("«cobraron»", hint.GetProperty("said").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Cobros", hint.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await AskAsync("Claim", "Me cobraron dos veces.")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await AskAsync("Complaint", "Hola.")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await AskAsync("Complaint", new string('x', 100_000))).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await http.PostAsync(DeskUrls.PublicHint, JsonContent.Create(new { kind = "Claim" }))).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await AskAsync("Complaint", new string('x', 600_000))).StatusCode);

        for (var asked = 0; asked < 50; asked++) await AskAsync("Complaint", "Hola.");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync("Complaint", "Hola.")).StatusCode);

        Task<HttpResponseMessage> AskAsync(string kind, string text) =>
            http.PostAsync(DeskUrls.PublicHint, new FormUrlEncodedContent([new("Kind", kind), new("Subject", "Cuenta"), new("Description", text)]));
    }
}
