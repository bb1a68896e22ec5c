using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;
using PqrsDesk.Features;
using PqrsDesk.Features.Casework;
using PqrsDesk.Features.Casework.Tagging;
using PqrsDesk.Features.Casework.Tasking;
using PqrsDesk.Features.Macros;
using PqrsDesk.Features.Queue;
using PqrsDesk.Features.Searching;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;

namespace PqrsDesk.Bench.Acting;

/// <summary>All that an agent does on a desk, each on a case of its own, and how long the server takes for it.</summary>
internal sealed class AgentActs : IAsyncDisposable
{
    private const int AtOnce = 50;
    private const int Events = 30;

    /// <summary>Cases that one may have; the desk's own limit ends a measurement sooner.</summary>
    private const int NoLimit = 100_000;
    private readonly WebDesk _desk;
    private readonly HttpClient _http;
    private readonly StaffMember _me;
    private readonly StaffMember _colleague;
    private readonly Queue<string> _fresh;
    private int _asked;

    private AgentActs(WebDesk desk, HttpClient http, StaffMember me, StaffMember colleague, Queue<string> fresh) =>
        (_desk, _http, _me, _colleague, _fresh) = (desk, http, me, colleague, fresh);

    private Actor By => Actor.Staff(_me);

    public IReadOnlyList<(string Name, Func<Task<TimeSpan>> Act)> All { get; private set; } = [];

    public static async Task<AgentActs> HireAsync(WebDesk desk)
    {
        var (me, colleague) = (await desk.HireWithAccountAsync(role: Role.Lead), await desk.HireAsync("Beto Ruiz"));
        await desk.Get<DeskWriter>().RunAsync(db => db.Staff.Where(member => member.Id == me.Id).ExecuteUpdateAsync(set => set.SetProperty(member => member.CaseLimit, NoLimit)), CancellationToken.None);
        var fresh = await desk.ReadAsync(db => db.Tickets.Where(ticket => ticket.Status == TicketStatus.Filed && ticket.OwnerId == null).OrderByDescending(ticket => ticket.Id).Select(ticket => ticket.Number).ToListAsync());
        var acts = new AgentActs(desk, await desk.StaffAsync(me), me, colleague, new(fresh));
        acts.All = await acts.ListAsync();
        return acts;
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<IReadOnlyList<(string, Func<Task<TimeSpan>>)>> ListAsync()
    {
        var long30 = await _desk.LiveLongAsync(Events);
        var area = await _desk.OpenAreaAsync("Jurídica");
        var view = await _desk.AddAsync(new SavedView { MakerId = _me.Id, Name = "Reclamos urgentes", Address = FilterAddress.Of(new TicketFilter { Kind = TicketKind.Claim, Priority = Priority.High }) });
        var macro = await _desk.AddAsync(new Macro
        {
            Name = "Pedir la factura",
            Steps = [new MacroStep.Take(), new MacroStep.Prioritize(Priority.High, "Afecta a muchos."), new MacroStep.Note("Se pidió la factura.")],
            OwnerId = _me.Id,
            ChangedAt = _desk.Clock.Now,
            ChangedBy = _me.Name,
        });
        return
        [
            ("open the queue", () => PageAsync(DeskUrls.Queue)),
            ($"open a case ({Events} events)", () => PageAsync(DeskUrls.TicketOf(long30))),
            ("filter the queue", () => PageAsync(FilterAddress.Of(new TicketFilter { Kind = TicketKind.Complaint, Due = DueFilter.Overdue }))),
            ("change the view", () => PageAsync(DeskUrls.ViewOf(view.Id))),
            ("search in the palette", FindAsync),
            ("next best case", DrawAsync),
            ("take", () => WorkAsync(new CaseAct.Take())),
            ("assign", () => WorkAsync(new CaseAct.Assign(_colleague.Id, "Lo conoce usted."))),
            ("classify", () => WorkAsync(new CaseAct.Classify("Cobro doble en la factura / Predial", null))),
            ("note", () => WorkAsync(new CaseAct.AddNote("Revisar con cartera."))),
            ("reply", () => WorkAsync(new CaseAct.Reply("Recibimos su reclamo y lo estamos revisando."))),
            ("answer", () => WorkAsync(new CaseAct.Answer("Se devolvió el valor cobrado de más."))),
            ("answer and close", () => WorkAsync(new CaseAct.AnswerAndClose(new("Se devolvió el valor cobrado de más."), null))),
            ("wait", () => WorkAsync(new CaseAct.Wait("Falta la factura."))),
            ("resume", () => WorkAsync(new CaseAct.Resume("Llegó la factura."), WaitingAsync)),
            ("put aside", () => WorkAsync(new CaseAct.Snooze(_desk.Clock.Now.AddMinutes(5), null), OwnAsync)),
            ("tag", () => ActAsync(number => _desk.Get<TagCase>().RunAsync(number, ["reincidente"], [], By, CancellationToken.None))),
            ("task", () => ActAsync(number => _desk.Get<WorkTask>().RunAsync(number, new TaskAct.Ask(area.Id, null, null, 5, "¿Hubo devolución?"), By, CancellationToken.None))),
            ("macro of three steps", () => ActAsync(async number => Of(await _desk.Get<ApplyMacro>().RunAsync(macro.Id, [new(number)], new(_me.Id, _me.AreaId, true), By, CancellationToken.None)))),
            ($"assign {AtOnce} at once", async () => (await AssignManyAsync()).Done),
            ($"take the {AtOnce} back", async () => (await AssignManyAsync()).Undone),
        ];
    }

    private async Task<TimeSpan> PageAsync(string address)
    {
        var started = Stopwatch.GetTimestamp();
        await _http.GetStringAsync(address);
        return Stopwatch.GetElapsedTime(started);
    }

    private async Task<TimeSpan> FindAsync()
    {
        var text = (++_asked % 3) switch { 0 => "alumbrado po", 1 => "María Gómez", _ => _fresh.Peek()[^6..] };
        var started = Stopwatch.GetTimestamp();
        await _desk.Get<FindQuickly>().RunAsync(text, new Reader(AllTickets: true), CancellationToken.None);
        return Stopwatch.GetElapsedTime(started);
    }

    private async Task<TimeSpan> DrawAsync()
    {
        var started = Stopwatch.GetTimestamp();
        var outcome = await _desk.Get<DrawCase>().RunAsync(_me.Id, By, CancellationToken.None);
        if (outcome is not DrawOutcome.Given given) throw new InvalidOperationException($"No case was handed out: {outcome}.");
        await _desk.Get<ReadTicket>().RunAsync(given.Number, CancellationToken.None);
        return Stopwatch.GetElapsedTime(started);
    }

    private Task<TimeSpan> WorkAsync(CaseAct act, Func<Task<string>>? which = null) =>
        ActAsync(number => _desk.Get<WorkTicket>().RunAsync(number, null, act, By, CancellationToken.None), which);

    /// <param name="which">Brings a case to where it can be done; null: one that nothing was done to.</param>
    private async Task<TimeSpan> ActAsync(Func<string, Task<Decision>> act, Func<Task<string>>? which = null)
    {
        var number = which is null ? _fresh.Dequeue() : await which();
        var started = Stopwatch.GetTimestamp();
        var decision = await act(number);
        await _desk.Get<ReadTicket>().RunAsync(number, CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(started);
        return decision.Succeeded ? took : throw new InvalidOperationException($"It was refused on {number}: {decision}.");
    }

    private async Task<string> WaitingAsync()
    {
        var number = _fresh.Dequeue();
        await _desk.WaitAsync(number, by: By);
        return number;
    }

    /// <summary>What is overdue cannot be put aside.</summary>
    private async Task<string> OwnAsync()
    {
        var number = (await _desk.FileAsync()).Number;
        await _desk.TakeAsync(number, _me);
        return number;
    }

    private async Task<(TimeSpan Done, TimeSpan Undone)> AssignManyAsync()
    {
        var numbers = _fresh.Skip(_fresh.Count - AtOnce).ToList();
        var rows = await _desk.ReadAsync(db => db.Tickets.Where(ticket => numbers.Contains(ticket.Number)).Select(ticket => new SeenRow(ticket.Number, ticket.Version)).ToListAsync());
        var change = new RowsChange.Assign(_colleague.Id);
        var (done, changed) = await ChangeAsync(rows, change);
        var back = new RowsChange.TakeBack(change, changed.ToDictionary(row => row.Number, row => row.Before), "Se deshizo.");
        var (undone, _) = await ChangeAsync([.. changed.Select(row => new SeenRow(row.Number, row.Version))], back);
        return (done, undone);
    }

    private async Task<(TimeSpan Took, IReadOnlyList<ChangedRow> Changed)> ChangeAsync(IReadOnlyList<SeenRow> rows, RowsChange change)
    {
        var started = Stopwatch.GetTimestamp();
        var outcome = await _desk.Get<ChangeRows>().RunAsync(rows, change, By, CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(started);
        if (outcome.Refusal is not null || outcome.Changed.Count != AtOnce) throw new InvalidOperationException($"{outcome.Changed.Count} of {AtOnce} were changed: {outcome.Refusal}.");
        return (took, outcome.Changed);
    }

    private static Decision Of(MacroAnswer answer) => answer.Refusal is { } refusal ? refusal : answer.Results[0].Outcome.Decision;
}
