using System.Text;
using Bunit;
using ClosedXML.Excel;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework.Fields;
using PqrsDesk.Features.Queue.Views;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Queue;

/// <summary>Cases are found, shown, saved as a view and taken away by what the house's own fields say.</summary>
public sealed class HouseFieldQueueTests : QueuePageTest
{
    [Fact]
    public async Task A_value_is_filtered_by_and_stands_in_a_column_of_its_own()
    {
        await desk.AddFieldAsync(new() { Name = $"Ruta {Strange}", Type = FieldType.OneOf, Options = $"{Strange}\nSur" });
        await desk.AddFieldAsync(new() { Name = "Valor", Type = FieldType.Money });
        var (north, south) = ((await desk.FileAsync()).Number, (await desk.FileAsync()).Number);
        await FillAsync(north, Strange, "1250.5");
        await FillAsync(south, "Sur", "7");
        var filter = new TicketFilter { Fields = FieldChoices.With(null, 1, Strange) };
        Services.GetRequiredService<NavigationManager>().NavigateTo(FilterAddress.Of(filter) + "&campos=1,2,99");
        var page = Render<QueuePage>();

        page.WaitForAssertion(() => Assert.Equal([north], page.FindAll("[data-row]").Select(row => row.GetAttribute("data-row"))), TimeSpan.FromSeconds(20));
        Assert.Equal([Strange, "$ 1.250,50"], page.FindAll("[data-row] .c-field").Select(cell => cell.TextContent));
        Assert.Equal([$"Ruta {Strange}", "Valor"], page.FindAll("th.c-field").Select(head => head.TextContent));
        Assert.Equal("c-due number", page.FindAll("thead th")[^1].ClassName);
        Assert.Contains(Strange, page.Find(".queue-chips .filter-value").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("script, img, b"));

        // "No es" turns it round, and a saved view keeps filter and column.
        await page.InvokeAsync(() => page.Find("[data-choices='campo.1'] select").ChangeAsync("not"));
        page.WaitForAssertion(() => Assert.Equal([south], page.FindAll("[data-row]").Select(row => row.GetAttribute("data-row"))), TimeSpan.FromSeconds(20));
        var view = (await desk.Get<KeepViews>().SaveAsync(new("Rutas", Domain.Views.ViewReach.Private, null), new Uri(Services.GetRequiredService<NavigationManager>().Uri).PathAndQuery, new(ana.Id, ana.AreaId, ana.Role), CancellationToken.None)).View!;
        Assert.Equal(filter with { Fields = FieldChoices.With(null, 1, Choices.Of([Strange], not: true)) }, FilterAddress.Read(view.Address));
    }

    [Fact]
    public async Task A_tag_and_a_number_are_written_into_the_filter()
    {
        await desk.AddFieldAsync(new() { Name = "Valor", Type = FieldType.Money });
        var number = (await desk.FileAsync()).Number;
        await desk.FileAsync();
        await FillAsync(number, "1250.5");
        var page = Render<QueuePage>();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-row]").Count), TimeSpan.FromSeconds(20));

        await page.InvokeAsync(() => page.Find("[data-choices='campo.1'] .choices-add input").InputAsync("1.250,50"));
        await page.InvokeAsync(() => page.Find("[data-choices='campo.1'] .choices-add button").ClickAsync(new()));
        page.WaitForAssertion(() => Assert.Equal([number], page.FindAll("[data-row]").Select(row => row.GetAttribute("data-row"))), TimeSpan.FromSeconds(20));
        Assert.Equal("$ 1.250,50", page.Find(".queue-chips .filter-value").TextContent);
        await page.InvokeAsync(() => page.Find("[data-choices=etiqueta] .choices-add input").InputAsync(Strange));
        await page.InvokeAsync(() => page.Find("[data-choices=etiqueta] .choices-add input").KeyDownAsync("Enter"));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-row]")), TimeSpan.FromSeconds(20));
    }

    private async Task FillAsync(string number, params string[] values) => Assert.Equal(
        Decision.Ok, await desk.Get<FillFields>().RunAsync(number, null, values.Index().ToDictionary(each => each.Index + 1, each => (string?)each.Item), Samples.Someone(), CancellationToken.None));

    private const string Strange = "<b>Ñ</b>\u202E=1+1 🙂 x";
}

public sealed class HouseFieldExportTests
{
    [Fact]
    public async Task The_list_goes_out_with_the_fields_and_the_months_workbook_too()
    {
        await using var desk = await WebDesk.StartAsync(new() { StartAt = TestClock.Tuesday });
        await desk.AddFieldAsync(new() { Name = "Tema", Type = FieldType.Text });
        await desk.AddFieldAsync(new() { Name = "Valor", Type = FieldType.Money });
        var number = (await desk.FileAsync()).Number;
        await desk.Get<FillFields>().RunAsync(number, null, new Dictionary<int, string?> { [1] = "=1+1", [2] = "1250.5" }, Samples.Someone(), CancellationToken.None);
        using var http = await desk.StaffAsync(Role.Manager);

        var csv = await http.GetStringAsync(DeskUrls.QueueCsv);
        Assert.EndsWith("Tema;Valor", csv.Split("\r\n")[0], StringComparison.Ordinal);
        Assert.EndsWith("'=1+1;1250.5", csv.Split("\r\n")[1], StringComparison.Ordinal);
        using var month = new XLWorkbook(await http.GetStreamAsync(DeskUrls.ReportFileOf(2026, 3)));
        var facts = month.Worksheet("Datos");
        var heads = facts.Row(1).CellsUsed().Select(cell => cell.GetString()).ToList();
        Assert.Equal(["Tema (2)", "Valor"], heads[^2..]);
        Assert.Equal(("=1+1", false, 1250.5), (facts.Cell(2, heads.Count - 1).GetString(), facts.Cell(2, heads.Count - 1).HasFormula, facts.Cell(2, heads.Count).GetDouble()));
    }
}
