using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Outages;

/// <summary>Incidente: an outage, the cases that it gathered, and one answer for all of them. What others do appears by itself.</summary>
public sealed partial class IncidentPage(
    ReadOutages reading, GatherCases gather, NavigationManager navigation, TimeProvider clock, IStringLocalizer<OutagesTexts> texts, IStringLocalizer<AvailabilityTexts> words, IStringLocalizer<RefusalTexts> refusals)
{
    private readonly HashSet<string> picked = [];
    private readonly HashSet<string> wanted = [];
    private IncidentSight? incident;
    private Actor? me;
    private OutageForm? form;
    private Outage? opened;
    private OutageAct? act;
    private bool answering;
    private string? said;
    private IReadOnlyList<string> lines = [];
    private Func<Task<Gathered>>? undo;
    private int? shown;

    [Parameter]
    public int Numero { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [CascadingParameter]
    private DeskZone Zone { get; set; } = DeskZone.Default;

    private IStringLocalizer<OutagesTexts> Texts => texts;
    private TimeProvider Clock => clock;

    private Outage Outage => incident!.Outage;

    protected override async Task OnParametersSetAsync()
    {
        if (shown == Numero) return;
        (shown, incident) = (Numero, null);
        me = (await SignedIn).User.ToActor();
        await WatchAsync("incident", reading.Incident(Numero), Show);
    }

    private void Show(IncidentAnswerSheet answer)
    {
        if (answer.Incident is null)
        {
            navigation.NotFound();
            return;
        }

        incident = answer.Incident;
        if (form is null) opened = incident.Outage;
        picked.IntersectWith(incident.Cases.Select(each => each.Number));
        wanted.IntersectWith(incident.Suggested.Select(each => each.Number));
    }

    private void Open(OutageActKind kind) => (said, act) = (null, OutageAct.Of(kind, Outage));

    private void Changed() => (said, form) = (texts["Changed"], null);

    private void Done() => (said, act) = (texts[$"Act.{act!.Kind}.Done"], null);

    private void Answered(AnswerProgress progress) => (said, answering, lines, undo) = (texts["AnswerAll.Done", progress.Sent, progress.Refused], false, [], null);

    private async Task JoinAsync()
    {
        IReadOnlyList<string> numbers = wanted.Count > 0 ? [.. wanted] : [.. incident!.Suggested.Select(each => each.Number)];
        var joined = await gather.JoinAsync(Numero, numbers, me!, CancellationToken.None);
        Say("Joined", joined, async () => await gather.LeaveAsync(Numero, Succeeded(joined), null, me!, CancellationToken.None));
        wanted.Clear();
    }

    private async Task TakeOutAsync()
    {
        var left = await gather.LeaveAsync(Numero, [.. picked], null, me!, CancellationToken.None);
        Say("TakenOut", left, async () => await gather.JoinAsync(Numero, Succeeded(left), me!, CancellationToken.None));
        picked.Clear();
    }

    private async Task UndoAsync()
    {
        var back = await undo!();
        Say("Undone", back, null);
    }

    private void Say(string done, Gathered what, Func<Task<Gathered>>? back) => (said, lines, undo) = (
        what.Refusal is { } refusal ? words.Say(refusal) : texts[done, what.Done],
        [.. what.Results.Where(each => each.Decision is Decision.Refused).Select(each => $"{each.Number}: {refusals.Say(((Decision.Refused)each.Decision).Refusal)}")],
        what.Done > 0 ? back : null);

    private static IReadOnlyList<string> Succeeded(Gathered what) => [.. what.Results.Where(each => each.Decision.Succeeded).Select(each => each.Number)];

    private string Why(RefusedCase refused) =>
        Enum.TryParse<RefusalCode>(refused.Code, out var code) ? refusals.Say(new Refusal(code, null, refused.Detail)) : texts["Answer.Unknown"];
}
