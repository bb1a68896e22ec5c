using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Reports;

public sealed partial class ReportsPage(ReadReport read, IStringLocalizer<ReportsTexts> texts, IStringLocalizer<UiTexts> words, DeskZone zone, IJSRuntime script) : IAsyncDisposable
{
    private ReportChoice? choice;
    private ElementReference link;
    private IJSObjectReference? downloads;

    [SupplyParameterFromQuery(Name = ReportMonth.MonthParameter)]
    private string? Month { get; set; }

    private IStringLocalizer<ReportsTexts> Texts => texts;

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (downloads is not null) await downloads.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser left first, and took the script with it.
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        var asked = ReportMonth.Read(Month);
        if (Month is not null && asked is null) choice = (await read.RunAsync(null, CancellationToken.None)) with { Figures = null };
        else choice = await read.RunAsync(asked, CancellationToken.None);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (choice?.Figures is null) return;
        downloads ??= await script.InvokeAsync<IJSObjectReference>("import", "./Features/Reports/ReportsPage.razor.js");
        await downloads.InvokeVoidAsync("follow", link);
    }

    /// <summary>At the beginning of a line: Spanish writes its months small.</summary>
    private string Name(Period month)
    {
        var name = month.From.ToString(texts["Month"], CultureInfo.CurrentCulture);
        return char.ToUpper(name[0], CultureInfo.CurrentCulture) + name[1..];
    }

    private string Cut(ReportFigures figures) =>
        texts[figures.IsOver ? "Cut.Over" : "Cut.Running", zone.LocalOf(figures.ReadAt).ToString(words["Instant.Usual"], CultureInfo.CurrentCulture)];
}
