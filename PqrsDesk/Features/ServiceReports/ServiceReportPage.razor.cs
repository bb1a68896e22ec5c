using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>What the page of a report shows: the month as it reads, what of it was sent, and what is kept for the customer.</summary>
public sealed record ReportSight(
    ServiceReport Report, IReadOnlyList<ActionForm> Actions, PracticeSight Practice, SentLine? Draft, SentReport? Last, IReadOnlyList<string> Differences);

public sealed partial class ServiceReportPage(
    ReadServiceReport read, ReadSentReports sent, KeepReport keep, KeepPractice practice, SlaShelf shelf, DeskSettings settings, TimeProvider clock,
    IStringLocalizer<ServiceReportTexts> texts, IStringLocalizer<UiTexts> words, NavigationManager navigation)
{
    private const int MonthsOffered = 24;

    private ReportSight? sight;
    private IReadOnlyList<DateOnly> months = [];
    private Period? month;
    private string? problem;
    private bool leads;
    private int turn;

    [Parameter] public int Numero { get; set; }

    [SupplyParameterFromQuery(Name = DeskUrls.MonthParameter)]
    private string? Mes { get; set; }

    [CascadingParameter] private DeskZone Zone { get; set; } = DeskZone.Default;
    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private IStringLocalizer<ServiceReportTexts> Texts => texts;

    private DeskSettings Settings => settings;

    private DateOnly? Shown => month?.From;

    protected override async Task OnParametersSetAsync()
    {
        leads = (await SignedIn).User.ToActor().Is(Role.Lead);
        var today = (await shelf.BookAsync()).DateOf(clock.GetUtcNow());
        var current = Period.Month(today);
        months = [.. Enumerable.Range(0, MonthsOffered).Select(back => current.From.AddMonths(-back))];
        (month, problem, sight) = (null, null, null);
        var asked = MonthText.Read(Mes);
        if (Mes is not null && asked is null) problem = "Wrong";
        else if (asked > current.From) problem = "Ahead";
        else if (asked is { Year: < 2000 }) problem = "Wrong";
        if (problem is not null) return;

        // Without a word, the last month that is whole.
        month = Period.Month(asked ?? current.From.AddMonths(-1));
        await ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        if (await read.RunAsync(Numero, month!, CancellationToken.None) is not { } report)
        {
            navigation.NotFound();
            return;
        }

        var last = await sent.LastAsync(Numero, month!, CancellationToken.None);
        sight = new(
            report,
            await keep.ActionsAsync(Numero, month!, CancellationToken.None),
            await practice.ReadAsync(Numero, CancellationToken.None),
            await sent.DraftAsync(Numero, month!, CancellationToken.None),
            last,
            last?.Figures is { } figures ? texts.Differences(figures, report.Figures) : []);
        turn++;
    }

    private void Choose(ChangeEventArgs chosen)
    {
        if (MonthText.Read(chosen.Value as string) is { } asked) navigation.NavigateTo(AddressOf(asked));
    }

    private string AddressOf(DateOnly asked) => DeskUrls.CustomerReportOf(Numero, MonthText.Write(asked));

    private string At(DateTimeOffset at) => Zone.LocalOf(at).ToString(words["Instant.Usual"], CultureInfo.CurrentCulture);
}
