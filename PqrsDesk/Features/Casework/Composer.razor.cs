using Microsoft.AspNetCore.Components;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Casework;

/// <summary>Where a person writes: to the petitioner, or to colleagues, and the two cannot be taken for each other.</summary>
public sealed partial class Composer : IDisposable
{
    /// <summary>More than the domain takes, so that the person sees that it is too long instead of losing the end.</summary>
    private const int Most = 40_000;

    private TypedBox? box;
    private ElementReference waiting;
    private ElementReference preview;
    private Decision? last;
    private bool noting;
    private bool asking;
    private bool attaching;
    private bool previewing;
    private bool focus;
    private ComposerDraft? heard;
    private IReadOnlyList<Choice> causes = [];

    [Parameter, EditorRequired]
    public TicketSight Ticket { get; set; } = default!;

    [Parameter, EditorRequired]
    public ComposerDraft Draft { get; set; } = default!;

    /// <summary>Who writes; what they did themselves is no news to them.</summary>
    [Parameter]
    public int? MemberId { get; set; }

    /// <summary>Does it, and says what came of it.</summary>
    [Parameter, EditorRequired]
    public Func<CaseAct, int, Task<Decision>> Send { get; set; } = default!;

    /// <summary>The catalogue of why a case waits, asked for when it is needed.</summary>
    [Parameter, EditorRequired]
    public Func<CancellationToken, Task<IReadOnlyList<Choice>>> Causes { get; set; } = default!;

    /// <summary>What is begun was begun, sent or taken away.</summary>
    [Parameter]
    public Action OnDraft { get; set; } = () => { };

    /// <summary>A step is wanted that the answer waits for.</summary>
    [Parameter]
    public EventCallback<Domain.Care.CareStep> OnStep { get; set; }

    private bool CanWait => Ticket.Status is TicketStatus.Filed or TicketStatus.InProgress;

    private CaseAct.Answer Whole => new(Draft.Reply, Draft.Files.Stored);

    /// <summary>What the browser keeps of a box is one person's, on one case.</summary>
    private string Kept(string box) => $"{MemberId}:{Ticket.Number}:{box}";

    private string ReplyKey => Ticket.Status switch
    {
        TicketStatus.AwaitingPetitioner => "Send.ReplyWhileWaiting",
        TicketStatus.Answered => "Send.ReplyAfterwards",
        _ => "Send.Reply",
    };

    protected override void OnParametersSet()
    {
        if (heard == Draft) return;
        if (heard is not null) heard.Inserted -= TakeIn;
        heard = Draft;
        heard.Inserted += TakeIn;
    }

    public void Dispose()
    {
        if (heard is not null) heard.Inserted -= TakeIn;
    }

    /// <summary>Whoever inserts goes on writing there.</summary>
    private void TakeIn() => _ = InvokeAsync(() =>
    {
        (noting, previewing, focus) = (false, false, true);
        Begin();
        StateHasChanged();
    });

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!focus) return;
        focus = false;
        if (asking) await waiting.FocusAsync();
        else if (previewing) await preview.FocusAsync();
        else if (box is not null && (noting || Ticket.Status <= TicketStatus.Answered)) await box.FocusAsync();
    }

    private async Task SendAsync(CaseAct act)
    {
        last = await Send(act, Meanwhile().Count > 0 ? Draft.Seen!.Value : Math.Max(Ticket.Version, Draft.Seen ?? 0));
        if (last is Decision.Stale stale)
        {
            Draft.Seen = stale.Since.Max(line => line.Sequence);
        }
        else if (last.Succeeded)
        {
            Draft.Settle();
            if (act is CaseAct.AddNote) Draft.Note = "";
            else
            {
                Draft.Files.Keep();
                (Draft.Reply, Draft.Waiting, Draft.Cause, Draft.Seen, asking, attaching, previewing) = ("", "", "", null, false, false, false);
            }

            focus = true;
            OnDraft();
        }
    }

    /// <summary>The first letter: from here on, what others do is said before it is sent.</summary>
    private void Begin()
    {
        if (Draft.Reply.Length == 0) Draft.Seen = null;
        else Draft.Seen ??= Ticket.Version;
        OnDraft();
    }

    private void Discard()
    {
        Draft.Clear();
        focus = true;
    }

    private void TakeNote() => Draft.Seen = Ticket.Version;

    /// <summary>What others did since the reply was begun. A deadline that passed by itself is nobody's doing.</summary>
    private List<TimelineLine> Meanwhile() => Draft.Seen is not { } seen || noting ? [] :
    [
        .. Ticket.Timeline.Where(line => line.Sequence > seen
            && (line.ByStaffId is null || line.ByStaffId != MemberId)
            && !line.Event.HappensByItself),
    ];

    private void TurnTo(bool note)
    {
        if (noting != note) last = null;
        (noting, asking, previewing, focus) = (note, false, false, true);
    }

    /// <summary>What the reply asks is what is waited for; where it asks nothing, or something of that was said already, it is asked.</summary>
    private Task WaitAsync() =>
        Draft is { Waiting: "", Cause: "" } && Questions.Asked(Draft.Reply, Filing.ReasonLimit) is { } asked
            ? SendAsync(new CaseAct.ReplyAndWait(Draft.Reply, asked, null, Draft.Files.Stored))
            : AskAsync();

    private async Task AskAsync()
    {
        causes = await Causes(CancellationToken.None);
        (asking, focus) = (true, true);
    }

    private static string Flag(bool on) => on ? "true" : "false";
}
