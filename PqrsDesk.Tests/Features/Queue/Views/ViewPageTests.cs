using Bunit;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Queue.Views;

/// <summary>Views, columns and groups as an agent sees them on the queue's page.</summary>
public sealed class ViewPageTests : QueuePageTest
{
    private ViewReader Reader => new(ana.Id, ana.AreaId, ana.Role);

    [Fact]
    public async Task What_is_filtered_is_saved_under_a_name_changed_and_saved_again()
    {
        await desk.FileAsync();
        var page = Open(FilterAddress.Of(new() { Kind = TicketKind.Claim }));
        await PressAsync(page, () => page.Find("[data-view-save]"));
        await page.InvokeAsync(() => page.Find("#vista-nombre").InputAsync(new() { Value = "Mis reclamos" }));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());

        page.WaitForAssertion(() => Assert.Equal("Mis reclamos", Words(page.Find("h1"))));
        var view = Assert.Single(await desk.Get<ViewShelf>().OfAsync(Reader));
        Assert.EndsWith(DeskUrls.ViewOf(view.Id), Address, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-view-change]"));

        await PressAsync(page, () => page.Find(".filter-chip button"));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-view-change]")));
        await PressAsync(page, () => page.Find("[data-view-change]"));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-view-change]")));
        Assert.Equal(new TicketFilter(), FilterAddress.Read((await desk.Get<ViewShelf>().FindAsync(view.Id, Reader))!.Address));
    }

    [Fact]
    public async Task A_name_that_is_missing_is_said_beside_the_field()
    {
        var page = Open();
        await PressAsync(page, () => page.Find("[data-view-save]"));

        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());

        page.WaitForAssertion(() => Assert.Contains("Escriba un nombre", Words(page.Find(".field-error")), StringComparison.Ordinal));
        Assert.Empty(page.FindAll("dialog input[name=alcance]"));
    }

    [Fact]
    public async Task A_deleted_view_can_come_back()
    {
        var view = await SavedAsync("Reclamos", new() { Kind = TicketKind.Claim });
        var page = Open();
        await PressAsync(page, () => page.Find("[data-views]"));
        page.WaitForElement("dialog [data-delete]");

        await PressAsync(page, () => page.Find("dialog [data-delete]"));
        page.WaitForAssertion(() => Assert.Contains("Se eliminó la vista Reclamos.", Words(page.Find(".notice")), StringComparison.Ordinal));
        Assert.Empty(await desk.Get<ViewShelf>().OfAsync(Reader));
        await PressAsync(page, () => page.FindAll(".notice button").Single(button => Words(button) == "Deshacer"));

        page.WaitForAssertion(() => Assert.Contains("Volvió la vista", Words(page.Find(".notice")), StringComparison.Ordinal));
        Assert.NotNull(await desk.Get<ViewShelf>().FindAsync(view.Id, Reader));
    }

    [Theory]
    [InlineData("/?vista=4711")]
    [InlineData("/?vista=mia")]
    public void A_view_that_is_not_there_is_said_in_words(string address)
    {
        var page = Open(address);

        Assert.Contains("no existe, o no es para usted", Words(page.Find(".empty")), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("tr[data-row]"));
    }

    [Fact]
    public async Task Somebody_elses_private_view_is_not_there()
    {
        var luis = await desk.HireAsync("Luis Peña");
        var view = (await desk.Get<KeepViews>().SaveAsync(new("De Luis", ViewReach.Private, null), "/", new(luis.Id, null, Role.Agent), default)).View!;

        var page = Open(DeskUrls.ViewOf(view.Id));

        Assert.DoesNotContain("De Luis", page.Markup, StringComparison.Ordinal);
        Assert.Contains("no existe, o no es para usted", Words(page.Find(".empty")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_address_says_and_nobody_understands_is_told_and_stays_text()
    {
        var page = Open($"/?tipo={Uri.EscapeDataString(Hostile)}");

        Assert.StartsWith("tipo=<script>", page.Find(".queue-strange code").TextContent, StringComparison.Ordinal);
        AssertNoElements((IRenderedComponent<Microsoft.AspNetCore.Components.IComponent>)page);
    }

    [Fact]
    public async Task A_hostile_name_stays_text()
    {
        await SavedAsync(Hostile, new());
        var page = Open();
        await PressAsync(page, () => page.Find("[data-views]"));

        page.WaitForAssertion(() => Assert.Equal(Hostile, page.Find(".view-list a").TextContent));
        AssertNoElements((IRenderedComponent<Microsoft.AspNetCore.Components.IComponent>)page);
    }

    [Fact]
    public async Task Columns_are_chosen_and_ordered_and_remembered()
    {
        await desk.FileAsync(Samples.Filing with { Topic = "Facturación" });
        var page = Open();

        await page.InvokeAsync(() => page.Find("[data-column=Topic] input").ChangeAsync(new() { Value = true }));
        page.WaitForAssertion(() => Assert.Contains("Facturación", Words(page.Find("tr[data-row] .c-topic")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("[data-column=Due] [data-move='-1']").ClickAsync(new()));
        page.WaitForAssertion(() => Assert.Equal("c-age number", page.FindAll("thead th")[^1].ClassName));
        await page.InvokeAsync(() => page.Find("[data-column=Number] input").ChangeAsync(new() { Value = false }));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".c-number")));

        var again = Open();
        Assert.Empty(again.FindAll(".c-number"));
        Assert.NotNull(again.Find("tr[data-row] .c-topic"));
        Assert.Equal(again.FindAll("thead th").Count, again.Find("tr[data-row]").Children.Length);
    }

    [Fact]
    public async Task Every_column_has_a_head_and_a_cell()
    {
        await desk.FileAsync();
        var all = QueueLayout.Usual.With(Enum.GetValues<QueueColumn>());

        var page = Open(DeskUrls.QueueWith(LayoutAddress.Parameters(all)));

        Assert.Equal(Enum.GetValues<QueueColumn>().Length + 1, page.FindAll("thead th").Count);
        Assert.Equal(
            page.FindAll("thead th").Select(head => head.ClassName!.Split(' ')[0]),
            page.Find("tr[data-row]").Children.Select(cell => cell.ClassName!.Split(' ')[0]));
        Assert.DoesNotContain("[", Words(page.Find("thead")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_have_their_names_and_counts_fold_and_follow_what_happens()
    {
        var claim = (await desk.FileAsync()).Number;
        await desk.FileAsync(Samples.Filing with { Kind = TicketKind.Petition });
        await desk.FileAsync(Samples.Filing with { Kind = TicketKind.Petition });
        var page = Open("/?agrupar=Kind&densidad=Compact");

        Assert.Equal(["Petición 2", "Reclamo 1"], page.FindAll(".group-fold").Select(Words));
        Assert.Equal("3 casos abiertos", Words(page.Find(".title-hint")));
        Assert.NotNull(page.Find(".page-fill.compact"));

        await PressAsync(page, () => page.FindAll(".group-fold")[0]);
        page.WaitForAssertion(() => Assert.Equal(claim, Assert.Single(page.FindAll("tr[data-row]")).GetAttribute("data-row")));
        Assert.Equal("false", page.FindAll(".group-fold")[0].GetAttribute("aria-expanded"));

        await desk.AnswerAsync(claim, by: Samples.Someone(Role.Lead));
        await SeeAsync(page, () => page.FindAll(".group-fold").Count == 1 && page.FindAll("tr[data-row]").Count == 0);
    }

    [Fact]
    public async Task Several_values_and_all_but_some_are_chosen_and_shown_as_chips()
    {
        await desk.FileAsync();
        var page = Open();
        await page.InvokeAsync(() => page.Find("[data-choices=tipo] input[value=Claim]").ChangeAsync(new() { Value = true }));
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".filter-chip")));
        await page.InvokeAsync(() => page.Find("[data-choices=tipo] input[value=Complaint]").ChangeAsync(new() { Value = true }));
        page.WaitForAssertion(() => Assert.Equal("Queja o Reclamo", Words(page.Find(".filter-value"))));
        Assert.Single(page.FindAll("tr[data-row]"));

        await page.InvokeAsync(() => page.Find("[data-choices=tipo] select").ChangeAsync(new() { Value = "not" }));

        page.WaitForAssertion(() => Assert.Equal("no es Queja o Reclamo", Words(page.Find(".filter-value"))));
        Assert.Empty(page.FindAll("tr[data-row]"));
        Assert.Equal(new TicketFilter { Kind = Choices.Of<TicketKind>([TicketKind.Complaint, TicketKind.Claim], not: true) }, FilterAddress.Read(Address));
    }

    [Fact]
    public async Task Those_like_a_case_are_asked_for_by_its_number()
    {
        var number = (await desk.FileAsync()).Number;
        var page = Open();

        await page.InvokeAsync(() => page.Find("#parecidos").ChangeAsync(new() { Value = "PQRS-1999-1" }));
        page.WaitForAssertion(() => Assert.Contains("No hay un caso", Words(page.Find(".field-error")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#parecidos").ChangeAsync(new() { Value = number }));
        page.WaitForAssertion(() => Assert.Contains("no se conocen parecidos", Words(page.Find(".field-error")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_English_no_word_of_it_stays_Spanish()
    {
        Speak("en-US");
        await desk.FileAsync();

        var page = Open("/?agrupar=Owner");

        Assert.Equal("Without an owner 1", Words(page.Find(".group-fold")));
        Assert.Contains("Group by", Words(page.Find("#vista")), StringComparison.Ordinal);
        Assert.Contains("Conditions", Words(page.Find("#filtros")), StringComparison.Ordinal);
    }

    private async Task<SavedView> SavedAsync(string name, TicketFilter filter) =>
        (await desk.Get<KeepViews>().SaveAsync(new(name, ViewReach.Private, null), FilterAddress.Of(filter), Reader, CancellationToken.None)).View!;
}
