using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Customers;

/// <summary>Makes and changes people and organisations for programs: once, however often a request comes.</summary>
internal sealed class PartyPrograms(
    KeepParties keep, ReadParty read, IDbContextFactory<DeskDb> desk, IStringLocalizer<ApiTexts> api, IStringLocalizer<RefusalTexts> refusals, TimeProvider clock)
{
    public async Task<IResult> MakeAsync(PartyKind kind, PartyDetails details, byte[] content, HttpRequest request, TimeSpan life, CancellationToken cancel)
    {

        // Only a program may come twice: a person is told what happened on the page.
        var key = request.HttpContext.User.KeyId() is null ? null : IdempotencyKey.Of(request);
        if (key is { IsUnusable: true }) return Results.Problem(api["KeyUnusable", IdempotencyKey.Longest], statusCode: StatusCodes.Status400BadRequest);
        var (name, sent) = key is null ? (null, "") : (key.HashOf(request), IdempotencyKey.Hash([(byte)kind, .. content]));
        if (name is not null && await EarlierAsync(kind, name, sent, cancel) is { } earlier) return earlier;
        var until = clock.GetUtcNow() + life;
        PartyOutcome outcome;
        try
        {
            outcome = await keep.SaveAsync(kind, null, null, details, request.HttpContext.User.ToActor(), cancel,
                name is null ? null : id => new SentRequest { Key = name, Content = sent, MadeId = id, KeptUntil = until });
        }
        catch (DbUpdateException) when (name is not null)
        {
            // Of two that came at once, the key is the first one's.
            if (await EarlierAsync(kind, name, sent, cancel) is { } made) return made;
            throw;
        }

        if (outcome.Id is { } kept) return await CreatedAsync(kind, kept, cancel);

        // Or the second was refused by what the first one made.
        return name is not null && await EarlierAsync(kind, name, sent, cancel) is { } first ? first : refusals.Problem(outcome.Refusal!);
    }

    public async Task<IResult> ChangeAsync(PartyKind kind, int id, int? version, PartyDetails details, HttpRequest request, CancellationToken cancel)
    {
        if (version is null) return refusals.Problem(new Refusal(RefusalCode.VersionMissing, "Version"));
        var outcome = await keep.SaveAsync(kind, id, version, details, request.HttpContext.User.ToActor(), cancel);
        return outcome.Id is { } kept && await read.OneAsync(kind, kept, cancel) is { } party ? Results.Ok(CustomersApi.Document(party)) : refusals.Problem(outcome.Refusal ?? RefusalCode.PartyNotFound);
    }

    private async Task<IResult?> EarlierAsync(PartyKind kind, string key, string content, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await db.SentRequests.AsNoTracking().SingleOrDefaultAsync(request => request.Key == key, cancel) is not { } earlier) return null;
        return earlier.Content != content ? Results.Problem(api["KeyUsed"], statusCode: StatusCodes.Status422UnprocessableEntity) : await CreatedAsync(kind, earlier.MadeId, cancel);
    }

    private async Task<IResult> CreatedAsync(PartyKind kind, int id, CancellationToken cancel) => await read.OneAsync(kind, id, cancel) is { } party
        ? Results.Created(kind == PartyKind.Person ? DeskUrls.ApiContactOf(party.Id) : DeskUrls.ApiCustomerOf(party.Id), CustomersApi.Document(party))
        : refusals.Problem(RefusalCode.PartyNotFound);
}
