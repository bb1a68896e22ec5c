using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>Fetches the files of messages and puts each on its case, as the petitioner's, once.</summary>
public sealed class FetchMedia(
    IDbContextFactory<DeskDb> desk, DeskWriter writer, TicketDoor door, Graph graph, MediaDownload download, FileStore store, CaseNews news, MetaHook hook, TimeProvider clock, ILogger<FetchMedia> log)
{
    private const int Batch = 20;

    /// <summary>Minutes until it is tried again; the last one then holds. What is not fetched in two days is not there any more.</summary>
    private static readonly int[] Pauses = [1, 5, 15, 60];
    private static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    /// <returns>How many are on their cases.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        if (hook.Settings is not { } settings) return 0;
        var fetched = 0;
        foreach (var media in await DueAsync(asOf, cancel))
        {
            try
            {
                await AttachAsync(media, await FetchAsync(media, settings, cancel));
                fetched++;
            }
            catch (Exception refused) when (refused is MediaRefusedException or GraphException { Trouble: GraphTrouble.Refused or GraphTrouble.WindowClosed or GraphTrouble.Unreachable })
            {
                await RecordAsync(media, refused.Message, forGood: true);
            }
            catch (Exception wrong) when (wrong is IOException or HttpRequestException or InvalidOperationException)
            {
                log.LogWarning("A file of {Product} cannot be fetched now: {Reason}", media.Product, wrong.Message);
                await RecordAsync(media, wrong.Message, forGood: clock.GetUtcNow() - media.QueuedAt >= Patience);
            }
        }

        return fetched;
    }

    private async Task<List<MediaToFetch>> DueAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.MediaToFetch.AsNoTracking().Where(media => media.NextAttemptAt != null && media.NextAttemptAt <= asOf).OrderBy(media => media.NextAttemptAt).ThenBy(media => media.Id).Take(Batch).ToListAsync(cancel);
    }

    /// <summary>WhatsApp says where the file is when it is asked, and gives it to who has the token; the others' addresses are open to who knows them.</summary>
    private async Task<StoredFile> FetchAsync(MediaToFetch media, MetaSettings settings, CancellationToken cancel)
    {
        var token = media.MediaId is null ? null : settings.Account(media.Account).AccessToken ?? throw new MediaRefusedException($"{MetaSettings.Section}:AccessToken is empty.");
        var address = media.MediaId is { } id ? await graph.MediaAddressAsync(media.Account, id, cancel) : media.Url;
        return await download.RunAsync(address ?? "", token, NameOf(media), cancel);
    }

    private async Task AttachAsync(MediaToFetch media, StoredFile file)
    {
        try
        {
            var number = await NumberAsync(media.TicketId);
            var by = await PetitionerAsync(media.TicketId);
            var kept = false;
            var decision = await door.ChangeAsync(number, null, by, async (db, ticket, book, now) =>
            {
                kept = false;
                if (await db.MediaToFetch.SingleOrDefaultAsync(row => row.Id == media.Id && row.NextAttemptAt != null) is not { } row) return Decision.Ok;
                var attached = ticket.Attach(file.Id, file.Name, file.Bytes, book, now, forPetitioner: true);
                if (!attached.Succeeded) return attached;
                file.TicketId = ticket.Id;
                db.Files.Add(file);
                (row.NextAttemptAt, row.Url, row.Error, kept) = (null, null, null, true);
                return attached;
            }, CancellationToken.None);
            if (!kept) store.Remove(file);
            if (decision is Decision.Refused refused) throw new MediaRefusedException($"The file was refused: {refused.Refusal.Code}.");
        }
        catch (Exception wrong) when (wrong is not MediaRefusedException && DeskWriter.MayTryAgain(wrong))
        {
            store.Remove(file);
            throw;
        }
    }

    private async Task<string> NumberAsync(long ticketId)
    {
        await using var db = await desk.CreateDbContextAsync();
        return await db.Tickets.Where(ticket => ticket.Id == ticketId).Select(ticket => ticket.Number).SingleAsync();
    }

    private async Task<Actor> PetitionerAsync(long ticketId)
    {
        await using var db = await desk.CreateDbContextAsync();
        return Actor.Petitioner(await db.Tickets.Where(ticket => ticket.Id == ticketId).Select(ticket => ticket.PetitionerName).SingleAsync());
    }

    private Task<bool> RecordAsync(MediaToFetch media, string error, bool forGood) => writer.RunAsync(async db =>
    {
        var next = forGood ? (DateTimeOffset?)null : clock.GetUtcNow().AddMinutes(Pauses[Math.Min(media.Attempts, Pauses.Length - 1)]);
        await db.MediaToFetch.Where(row => row.Id == media.Id && row.NextAttemptAt != null).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Attempts, row => row.Attempts + 1)
            .SetProperty(row => row.NextAttemptAt, next)
            .SetProperty(row => row.Url, row => forGood ? null : row.Url)
            .SetProperty(row => row.Error, Texts.Cut(MailText.Line(error), MediaToFetch.ErrorLimit)));
        await news.TellAsync(db, media.TicketId, CancellationToken.None);
        return true;
    }, CancellationToken.None);

    /// <summary>Those without a name of their own get the number of their row: several of a case stay apart.</summary>
    private static string NameOf(MediaToFetch media) =>
        media.Name is { } name && Path.HasExtension(name) ? name : FormattableString.Invariant($"{media.Name ?? "archivo"}-{media.Id}");
}

/// <summary>Looks for files to fetch every few seconds, on the node that is on duty.</summary>
public sealed class MediaFetching(FetchMedia fetch, IDuty duty, TimeProvider clock, ILogger<MediaFetching> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(2);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) => fetch.RunAsync(asOf, stop);
}
