using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework;

/// <summary>Everything that made a deadline what it is.</summary>
/// <param name="Policy">Null where the law promised it and no policy.</param>
/// <param name="Rule">The rule of law behind a legal term.</param>
/// <param name="EffectiveOn">The effective filing date, where the term counts from it and it is not the filing's own.</param>
/// <param name="Until">Of a clock that stands still: when it stopped, or now.</param>
public sealed record DeadlineWorking(
    DeadlineUnit Unit, int Amount, int ExtendedBy, bool IsPaused, DateTimeOffset StartedAt, DateTimeOffset? DueAt, DateOnly? LastDay, DateOnly CountsFrom, DateTimeOffset Until,
    IReadOnlyList<Stretch> Pauses, BusinessCalendar Calendar, string CalendarName, (string Name, int Version)? Policy,
    LegalRule? Rule, DateOnly FiledOn, DateOnly? EffectiveOn)
{
    /// <summary>The policy, where it follows from a contract.</summary>
    public PolicyDefinition? OfContract { get; init; }
}

/// <summary>Reads why a deadline is due when it is: asked only when somebody wants to know.</summary>
public sealed class ReadWorking(IDbContextFactory<DeskDb> desk, SlaShelf shelf, TimeProvider clock)
{
    /// <returns>Null when there is no such deadline, or it is an instant that came from elsewhere.</returns>
    public async Task<DeadlineWorking?> RunAsync(long deadlineId, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await db.Deadlines.AsNoTracking().SingleOrDefaultAsync(d => d.Id == deadlineId, cancel) is not { CalendarVersionId: { } version } deadline) return null;
        var ticket = await db.Tickets.Where(t => t.Id == deadline.TicketId).Select(t => new { t.EffectiveFiledOn, t.FiledOn, t.Kind, t.PolicyVersionId }).SingleAsync(cancel);
        var pauses = await db.Pauses.AsNoTracking().Where(pause => pause.TicketId == deadline.TicketId).OrderBy(pause => pause.From).ToListAsync(cancel);
        var book = await shelf.BookAsync();
        var until = deadline.SettledAt ?? clock.GetUtcNow();
        var isLegal = deadline.Kind is DeadlineKind.LegalAnswer or DeadlineKind.Completion;
        var policy = !isLegal && ticket.PolicyVersionId is { } promised ? book.Terms(promised).Policy : null;
        var calendar = deadline.Unit.OverInWords(book.Calendar(version));
        var rule = deadline.Kind == DeadlineKind.LegalAnswer ? book.Law.RuleOf(deadline, ticket.Kind) : null;
        return new DeadlineWorking(
            deadline.Unit, deadline.Amount, deadline.ExtendedBy, deadline.IsPaused, Whole(deadline.StartedAt), deadline.DueAt is { } due ? Whole(due) : null, deadline.LastDay,
            deadline.CountsFrom ?? ticket.EffectiveFiledOn, Whole(until),
            [.. pauses.Where(pause => deadline.Kind.StoppedBy(pause.Reason)).Select(pause => pause.UpTo(until)).Where(hole => !hole.IsEmpty).Select(hole => new Stretch(Whole(hole.From), Whole(hole.To)))],
            calendar, calendar.Definition.Name, policy is null ? null : (policy.Definition.Name, policy.Version),
            rule, ticket.FiledOn, rule is not null && deadline.Unit.IsTerm() && deadline.CountsFrom is null && ticket.EffectiveFiledOn != ticket.FiledOn ? ticket.EffectiveFiledOn : null)
        {
            OfContract = policy?.Definition is { ContractId: not null } agreed ? agreed : null,
        };
    }

    /// <summary>To the second: people read it.</summary>
    private static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerSecond));
}
