using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Casework;

/// <summary>A file on a ticket, as programs read it.</summary>
/// <param name="ContentType">As its own first bytes say.</param>
/// <param name="Sha256">Of the content, in lower-case hexadecimal.</param>
/// <param name="Scan">Only what is none or clean can be downloaded.</param>
/// <param name="Threat">What was found in it, as the scanner calls it.</param>
public sealed record AttachmentDocument(Guid Id, string Name, string ContentType, long Bytes, string Sha256, DateTimeOffset StoredAt, string Url, FileScan Scan, string? Threat);

public sealed record AttachmentList(IReadOnlyList<AttachmentDocument> Items);

/// <summary><c>/api/v1/tickets/{radicado}/attachments</c></summary>
internal static class AttachmentsApi
{
    public static void MapAttachmentsApi(this IEndpointRouteBuilder routes)
    {
        ForPrograms(routes.MapPost(DeskUrls.ApiTicketAttachments, AttachAsync), "Attach", "Puts files on a ticket: all of them, or none.",
                "multipart/form-data with one or more files, or the bytes of one file as the body with its name as ?name=. forPetitioner=true says that the petitioner may have them. They are read as they come, whatever their size.")
            .DisableAntiforgery()
            .Accepts<IFormFile>("multipart/form-data", "*/*")
            .Produces<AttachmentList>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status507InsufficientStorage);
        ForPrograms(routes.MapGet(DeskUrls.ApiTicketAttachments, ListAsync), "ListAttachments", "Lists the files on a ticket.")
            .Produces<AttachmentList>()
            .Refuses(StatusCodes.Status404NotFound);
        ForPrograms(routes.MapGet(DeskUrls.ApiTicketAttachment, DownloadAsync), "ReadAttachment", "Downloads a file of a ticket. Pictures do not say where they were taken. 409 while it is being checked, 410 when something harmful was found in it.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status410Gone);
    }

    private static async Task<IResult> AttachAsync(
        string radicado, string? name, bool? forPetitioner, HttpContext http, FileStore store, AttachFiles attach, IDbContextFactory<DeskDb> desk,
        IStringLocalizer<CaseworkTexts> texts, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        // Asked first: nobody should send a hundred mebibytes to a case that there is not.
        if (!await IsThereAsync(desk, radicado, cancel)) return refusals.Problem(RefusalCode.TicketNotFound);
        using var files = new PendingFiles(store);
        switch (await ReceivedBodies.ReadAsync(http, name, files, store, cancel))
        {
            case { Refusal: { } refusal }: return refusals.Problem(refusal);
            case { IsUnreadable: true }: return Results.Problem(texts["Api.FilesUnreadable"], statusCode: StatusCodes.Status400BadRequest);
        }

        if (files.All.Select(file => file.Refusal).OfType<Refusal>().FirstOrDefault() is { } unfit) return refusals.Problem(unfit);
        var stored = files.Stored;
        return await attach.RunAsync(radicado, files, http.User.ToActor(), cancel, forPetitioner ?? false) is Decision.Refused { Refusal: var refused }
            ? refusals.Problem(refused)
            : TypedResults.Created(DeskUrls.ApiTicketAttachmentsOf(radicado), new AttachmentList([.. stored.Select(file => Document(radicado, file))]));
    }

    private static async Task<IResult> ListAsync(string radicado, IDbContextFactory<DeskDb> desk, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        if (!await IsThereAsync(desk, radicado, cancel)) return refusals.Problem(RefusalCode.TicketNotFound);
        await using var db = await desk.CreateDbContextAsync(cancel);
        var files = await (await OfTicketAsync(db, radicado, cancel)).OrderBy(file => file.StoredAt).ThenBy(file => file.Id).ToListAsync(cancel);
        return TypedResults.Ok(new AttachmentList([.. files.Select(file => Document(radicado, file))]));
    }

    private static async Task<IResult> DownloadAsync(string radicado, Guid id, HttpContext http, IDbContextFactory<DeskDb> desk, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await (await OfTicketAsync(db, radicado, cancel)).SingleOrDefaultAsync(file => file.Id == id, cancel) is { } file ? await Downloads.OfAsync(file, http, cancel) : Results.NotFound();
    }

    /// <summary>Those that are on it, and those that a part has in common with the case that holds them.</summary>
    private static async Task<IQueryable<StoredFile>> OfTicketAsync(DeskDb db, string radicado, CancellationToken cancel)
    {
        var found = await db.Tickets.Where(ticket => ticket.Number == radicado).Select(ticket => new { ticket.Id, ticket.PartOf }).SingleOrDefaultAsync(cancel);
        var id = found?.Id ?? 0;
        var log = found?.PartOf is null ? [] : await db.Events.AsNoTracking().Where(line => line.TicketId == id).ToListAsync(cancel);
        var shared = log.Select(line => line.Event).OfType<TicketEvent.FileAttached>().Select(file => file.FileId).ToArray();
        return db.Files.AsNoTracking().Where(file => file.TicketId == id || shared.Contains(file.Id));
    }

    private static async Task<bool> IsThereAsync(IDbContextFactory<DeskDb> desk, string radicado, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Tickets.AnyAsync(ticket => ticket.Number == radicado, cancel);
    }

    private static AttachmentDocument Document(string radicado, StoredFile file) =>
        new(file.Id, file.Name, file.ContentType, file.Bytes, file.Sha256, file.StoredAt, DeskUrls.ApiTicketAttachmentOf(radicado, file.Id), file.Scan, file.Threat);
}
