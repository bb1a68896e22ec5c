using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Macros;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Outages;

/// <summary>What a person wrote for all cases of an incident.</summary>
public sealed record AnswerWish(string? Spanish, string? English, IncidentAct Act);

/// <summary>How far an answer has come.</summary>
public sealed record AnswerProgress(int Sent, int Refused, int All);

/// <summary>One answer for all cases of an incident: written once, sent to each as its own reply by the same verbs as a single one.</summary>
/// <remarks>
/// That a case was answered is written in the transaction of its reply: a stop between two batches leaves no case answered twice,
/// and those that are left are found by the next round.
/// </remarks>
public sealed class AnswerIncident(IDbContextFactory<DeskDb> desk, DeskWriter writer, TicketDoor door, SlaShelf shelf, TopicInterceptor topics, DeskSettings settings, TimeProvider clock, ILogger<AnswerIncident> log)
{
    /// <summary>As many as the door has in memory at once: their rows are saved with them.</summary>
    private const int Batch = 50;

    /// <summary>Keeps what is to be sent, and to whom: the cases of the incident that are open or answered then.</summary>
    /// <returns>Number of the answer, or why there is none.</returns>
    public async Task<(int? Id, AvailabilityRefusal? Refusal)> BeginAsync(int outageId, AnswerWish wish, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Agent)) return (null, AvailabilityProblem.RoleTooLow);
        if (IncidentAnswer.Refuse(wish.Spanish, wish.English) is { } refusal) return (null, refusal);
        return await writer.RunAsync<(int? Id, AvailabilityRefusal? Refusal)>(async db =>
        {
            var outage = await db.Outages.AsNoTracking().SingleOrDefaultAsync(each => each.Id == outageId, cancel);
            if (outage is null) return (null, AvailabilityProblem.OutageUnknown);
            if (outage.IsVoid) return (null, AvailabilityProblem.OutageVoided);
            var cases = await db.OutageCases.Where(row => row.OutageId == outageId && row.LeftAt == null).Join(db.Tickets, row => row.TicketId, ticket => ticket.Id, (row, ticket) => ticket)
                .Where(ticket => ticket.Status <= TicketStatus.Answered).Select(ticket => ticket.Id).ToListAsync(cancel);
            if (cases.Count == 0) return (null, AvailabilityProblem.NoCases);
            var answer = new IncidentAnswer
            {
                OutageId = outageId,
                Spanish = wish.Spanish!.Trim(),
                English = string.IsNullOrWhiteSpace(wish.English) ? null : wish.English.Trim(),
                Act = wish.Act,
                At = clock.GetUtcNow(),
                ById = by.StaffId,
                By = by.Name,
                ByRole = by.Role,
            };
            db.IncidentAnswers.Add(answer);
            await db.SaveChangesAsync(cancel);
            db.AnsweredCases.AddRange(cases.Select(id => new AnsweredCase { AnswerId = answer.Id, TicketId = id }));
            await topics.TellAsync(db, [LiveTopic.Outages], cancel);
            return (answer.Id, null);
        }, cancel, said => said.Refusal is null);
    }

    /// <summary>Sends it to those that are left.</summary>
    /// <param name="most">Batches; for tests, which stop in between.</param>
    public async Task<AnswerProgress> RunAsync(int answerId, CancellationToken cancel, IProgress<AnswerProgress>? progress = null, int most = int.MaxValue)
    {
        IncidentAnswer answer;
        IncidentFacts facts;
        await using (var db = await desk.CreateDbContextAsync(cancel))
        {
            answer = await db.IncidentAnswers.AsNoTracking().SingleAsync(each => each.Id == answerId, cancel);
            facts = (await FactsAsync(db, answer.OutageId, cancel))!;
        }

        for (var batch = 0; batch < most; batch++)
        {
            var left = await LeftAsync(answerId, cancel);
            if (left.Count == 0) return await FinishAsync(answerId, cancel);
            await SendAsync(answer, facts, left, cancel);
            progress?.Report(await CountAsync(answerId, cancel));
        }

        return await CountAsync(answerId, cancel);
    }

    /// <summary>Those that a stop left unfinished. What was begun a moment ago is somebody's who is still at it.</summary>
    public async Task SweepAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        var before = asOf - TimeSpan.FromMinutes(1);
        List<int> unfinished;
        await using (var db = await desk.CreateDbContextAsync(cancel))
            unfinished = await db.IncidentAnswers.Where(answer => answer.FinishedAt == null && answer.At < before).OrderBy(answer => answer.At).Select(answer => answer.Id).ToListAsync(cancel);
        foreach (var id in unfinished)
        {
            try
            {
                await RunAsync(id, cancel);
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                // One that cannot go on must not hold back those that were begun after it.
                log.LogError(wrong, "The answer {Answer} for the cases of an incident did not go on.", id);
            }
        }
    }

    /// <summary>What one case would be sent, and why it would be refused; nothing is kept.</summary>
    /// <returns>Null when there is no such case.</returns>
    public async Task<(string Text, Decision Decision)?> PreviewAsync(int outageId, AnswerWish wish, string number, Actor by, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var ticket = await db.Tickets.Include(t => t.Deadlines).Include(t => t.Pauses).AsSplitQuery().SingleOrDefaultAsync(t => t.Number == number, cancel);
        if (ticket is null || await FactsAsync(db, outageId, cancel) is not { } facts) return null;
        await MergedCases.MeetAsync(db, [ticket], cancel);
        var book = await shelf.BookForAsync(ticket);
        var now = Moment.Of(clock.GetUtcNow(), book.Zone, by);
        var answer = new IncidentAnswer { OutageId = outageId, Spanish = wish.Spanish ?? "", English = string.IsNullOrWhiteSpace(wish.English) ? null : wish.English, Act = wish.Act, At = now.At, ById = by.StaffId, By = by.Name, ByRole = by.Role };
        var text = TextFor(answer, facts, ticket, await AreasAsync(db, cancel), now);
        return (text, Do(answer.Act, text, ticket, book, now));
    }

    private async Task SendAsync(IncidentAnswer answer, IncidentFacts facts, List<long> left, CancellationToken cancel) => await door.ChangeManyAsync(
        left.ConvertAll(id => new SeenTicket(id)),
        answer.Actor,
        async db =>
        {
            // After the cases are locked: whoever else sends the same answer waits, and finds here that it was sent.
            var rows = await db.AnsweredCases.Where(row => row.AnswerId == answer.Id && left.Contains(row.TicketId)).ToDictionaryAsync(row => row.TicketId, cancel);
            var areas = await AreasAsync(db, cancel);
            return (ticket, book, now) =>
            {
                if (!rows.TryGetValue(ticket.Id, out var row) || row.Sent is not null) return Decision.Ok;
                var decision = Do(answer.Act, TextFor(answer, facts, ticket, areas, now), ticket, book, now);
                row.Sent = decision.Succeeded;
                if (decision is Decision.Refused { Refusal: var why }) (row.Refused, row.Detail) = (why.Code.ToString(), why.Detail is { } detail ? Texts.Cut(detail, AnsweredCase.DetailLimit) : null);
                return decision;
            };
        },
        cancel);

    private static Decision Do(IncidentAct act, string text, Ticket ticket, SlaBook book, Moment now) => act switch
    {
        IncidentAct.Reply => ticket.Reply(text, book, now),
        IncidentAct.Answer => ticket.Answer(text, book, now),

        // What was answered before is told, and closed.
        IncidentAct.AnswerAndClose => (ticket.Status == TicketStatus.Answered ? ticket.Reply(text, book, now) : ticket.Answer(text, book, now)) is { Succeeded: false } refused ? refused : ticket.Close(null, book, now),
    };

    private string TextFor(IncidentAnswer answer, IncidentFacts facts, Ticket ticket, Dictionary<int, string> areas, Moment now) =>
        IncidentPlaces.Fill(answer, facts, CaseFacts.Of(ticket, areas.GetValueOrDefault(ticket.AreaId, "")), new WritingFacts(now.By.Name, settings.Name, MacroKits.TrackOf(settings)(ticket.Number), now.On));

    private async Task<IncidentFacts?> FactsAsync(DeskDb db, int outageId, CancellationToken cancel)
    {
        var zone = (await shelf.BookAsync()).Zone;
        var found = await db.Outages.Where(outage => outage.Id == outageId).Join(db.Products, outage => outage.ProductId, product => product.Id, (outage, product) => new { product.Name, outage.From, outage.Until }).SingleOrDefaultAsync(cancel);
        return found is null ? null : new(found.Name, found.From, found.Until, zone);
    }

    private static Task<Dictionary<int, string>> AreasAsync(DeskDb db, CancellationToken cancel) => db.Areas.AsNoTracking().ToDictionaryAsync(area => area.Id, area => area.Name, cancel);

    private async Task<List<long>> LeftAsync(int answerId, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.AnsweredCases.Where(row => row.AnswerId == answerId && row.Sent == null).OrderBy(row => row.TicketId).Select(row => row.TicketId).Take(Batch).ToListAsync(cancel);
    }

    private async Task<AnswerProgress> CountAsync(int answerId, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var rows = await db.AnsweredCases.Where(row => row.AnswerId == answerId).GroupBy(row => row.Sent).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        return new(rows.Where(row => row.Key == true).Sum(row => row.Count), rows.Where(row => row.Key == false).Sum(row => row.Count), rows.Sum(row => row.Count));
    }

    private async Task<AnswerProgress> FinishAsync(int answerId, CancellationToken cancel)
    {
        await writer.RunAsync(async db =>
        {
            var now = clock.GetUtcNow();
            await db.IncidentAnswers.Where(answer => answer.Id == answerId && answer.FinishedAt == null).ExecuteUpdateAsync(set => set.SetProperty(answer => answer.FinishedAt, now), cancel);
            await topics.TellAsync(db, [LiveTopic.Outages], cancel);
            return true;
        }, cancel);
        return await CountAsync(answerId, cancel);
    }
}
