using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Casework;

/// <summary>Does a verb for a program, and answers with the ticket as it stands then. With a key it is done once, however often it is sent.</summary>
internal sealed class SayByProgram(
    TicketDoor door, ReadTicketDocument read, IDbContextFactory<DeskDb> desk, TimeProvider clock, IStringLocalizer<RefusalTexts> refusals, IStringLocalizer<ApiTexts> texts)
{
    public async Task<IResult> RunAsync<TAsked>(string radicado, int? seen, HttpRequest request, TAsked asked, TicketVerb verb, CancellationToken cancel)
    {
        var by = request.HttpContext.User.ToActor();
        if (IdempotencyKey.Of(request) is not { } key) return await AnswerAsync(radicado, await door.ChangeAsync(radicado, seen, by, verb, cancel), cancel);
        if (key.IsUnusable) return Results.Problem(texts["KeyUnusable", IdempotencyKey.Longest], statusCode: StatusCodes.Status400BadRequest);
        byte[] content = [.. JsonSerializer.SerializeToUtf8Bytes(request.Path.Value), .. JsonSerializer.SerializeToUtf8Bytes(asked)];
        var hash = key.HashOf(request);
        if (await EarlierAsync(hash, cancel) is { } before) return await AgainAsync(radicado, before, content, cancel);
        var twin = false;
        var decision = await door.ChangeAsync(radicado, seen, by, async (db, ticket, book, now) =>
        {
            twin = await db.SentForms.AnyAsync(form => form.Key == hash, cancel);
            if (twin) return Decision.Ok;
            var decided = verb(ticket, book, now);
            if (decided.Succeeded) db.SentForms.Add(key.Sent(request, content, ticket.Id, clock.GetUtcNow()));
            return decided;
        }, cancel);

        // Its twin was quicker: for whoever sends the version along, what the twin did is a change by another.
        if ((twin || decision is Decision.Stale) && await EarlierAsync(hash, cancel) is { } earlier) return await AgainAsync(radicado, earlier, content, cancel);
        return await AnswerAsync(radicado, decision, cancel);
    }

    private async Task<SentForm?> EarlierAsync(string hash, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.SentForms.AsNoTracking().SingleOrDefaultAsync(form => form.Key == hash, cancel);
    }

    private Task<IResult> AgainAsync(string radicado, SentForm earlier, byte[] content, CancellationToken cancel) => earlier.Content == IdempotencyKey.Hash(content)
        ? AnswerAsync(radicado, Decision.Ok, cancel)
        : Task.FromResult(Results.Problem(texts["KeyUsed"], statusCode: StatusCodes.Status422UnprocessableEntity));

    /// <summary>Answers with the ticket as it stands once something was decided of it.</summary>
    public async Task<IResult> AnswerAsync(string radicado, Decision decision, CancellationToken cancel) => decision switch
    {
        Decision.Refused { Refusal: var refusal } => refusals.Problem(refusal),
        Decision.Stale { Since: var since } => Stale(since),
        _ => await read.RunAsync(radicado, cancel) is { } ticket ? TypedResults.Ok(ticket) : refusals.Problem(RefusalCode.TicketNotFound),
    };

    private IResult Stale(IReadOnlyList<LoggedEvent> since) => Results.Problem(
        refusals.Say(RefusalCode.ChangedMeanwhile),
        statusCode: StatusCodes.Status409Conflict,
        extensions: new Dictionary<string, object?> { ["code"] = nameof(RefusalCode.ChangedMeanwhile), ["version"] = since[^1].Sequence, ["since"] = since.Select(EventDocument.Of).ToList() });
}
