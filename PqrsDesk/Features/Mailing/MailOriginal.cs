using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Mailing;

/// <summary>Hands a message to staff as it came, always as a download: what a stranger sent is never a page of this desk.</summary>
internal static class MailOriginal
{
    public static void MapMailOriginal(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(DeskUrls.MailOriginal, [HttpMethods.Get, HttpMethods.Head], DownloadAsync).RequireAuthorization(AtLeast.Agent).ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(long id, HttpContext http, FileStore store, Scanner scanner, IDbContextFactory<DeskDb> desk, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        // The original says who wrote it: of a case with a reserved identity it is shown to nobody here.
        var file = await db.ReceivedMails.Where(mail => mail.Id == id && !db.Tickets.Any(ticket => ticket.Id == mail.TicketId && ticket.ReservedIdentity)).Select(mail => (Guid?)mail.FileId).SingleOrDefaultAsync(cancel);
        if (file is not { } fileId || store.Find(fileId) is not { } path) return Results.NotFound();

        // It holds all the files that came with it, and has no state of its own: it is looked through when somebody asks for it.
        if (scanner.IsSet && await scanner.LookAsync(path, cancel) is not Verdict.Clean and var said) return Downloads.Kept(said is Verdict.Infected ? FileScan.Quarantined : FileScan.Failed, http);
        Downloads.Guard(http.Response);
        return TypedResults.PhysicalFile(path, "message/rfc822", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"mensaje-{id}.eml"));
    }
}
