using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Portal;

/// <summary>What came of a form that a citizen sent. A closed union.</summary>
public abstract record PublicOutcome
{
    private PublicOutcome()
    {
    }

    /// <param name="New">False: the same form had been filed before; this is the receipt of that.</param>
    public sealed record Filed(long TicketId, TrackingCode Code, bool New) : PublicOutcome;

    public sealed record Refused(IReadOnlyList<Refusal> Why) : PublicOutcome;

    /// <summary>The same person filed the same text a moment ago, by another form.</summary>
    public sealed record Alike(string Number, DateTimeOffset At) : PublicOutcome;

    /// <summary>Sent in less time than a person needs.</summary>
    public sealed record TooQuick : PublicOutcome;

    /// <summary>A field that no person sees was filled in.</summary>
    public sealed record Trapped : PublicOutcome;

    /// <summary>The form lay open too long, or is not one of ours.</summary>
    public sealed record Outdated : PublicOutcome;
}

/// <summary>Files what a citizen sent by the portal: once for each form.</summary>
public sealed class FilePublicly(FilingDoor door, IDbContextFactory<DeskDb> desk, ClassificationShelf classification, FieldShelf fields, Seals seals, TimeProvider clock)
{
    /// <summary>Less than this nobody needs to read the form, let alone to fill it in.</summary>
    public static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(3);

    /// <summary>How long the same text by the same person looks like a slip.</summary>
    public static readonly TimeSpan AlikeFor = TimeSpan.FromMinutes(10);

    /// <param name="held">Those of <paramref name="files"/> that came with the form before.</param>
    public async Task<PublicOutcome> RunAsync(PublicForm form, IReadOnlyList<StoredFile> files, Refusal? filesRefused, CancellationToken cancel, int held = 0)
    {
        if (form.Website.Length > 0) return new PublicOutcome.Trapped();
        if (seals.Form(form.Seal) is not { } word) return new PublicOutcome.Outdated();
        var now = clock.GetUtcNow();
        if (now - word.DrawnAt < LeastTime) return new PublicOutcome.TooQuick();

        await using var db = await desk.CreateDbContextAsync(cancel);
        var earlier = await db.SentForms.Where(sent => sent.Key == word.Key).Select(sent => (long?)sent.TicketId).SingleOrDefaultAsync(cancel);
        if (earlier is { } filed) return new PublicOutcome.Filed(filed, word.Code, New: false);

        var (filing, wrong) = await CheckAsync(db, form, await classification.BookAsync(), files.Count, now, cancel);
        if (filesRefused is not null) wrong.Add(filesRefused);
        var house = await fields.BookAsync();
        var said = form.Fields.ToDictionary(each => each.Key, each => (string?)FieldInput.Plain(house.Find(each.Key)?.Type ?? FieldType.Text, each.Value));
        wrong.AddRange(FiledFields.Read(house, filing, said, FilledBy.Citizen).Wrong);
        if (wrong.Count > 0) return new PublicOutcome.Refused(wrong);

        var petitioner = form.ToPetitioner().Tidy();
        var likeness = LikenessOf(petitioner, form.Description);
        if (!form.Again && likeness is not null && await AlikeAsync(db, likeness, word.Key, now, cancel) is { } alike) return alike;

        var by = Actor.Petitioner(petitioner.Reserved ? null : petitioner.Name);
        var request = new FilingRequest(filing, new AreaChoice.Routed(), petitioner, by, files)
        {
            Form = new(word.Key, likeness, word.Code) { KeptFor = Seals.SentFormLife },
            FilledBy = FilledBy.Citizen,
            Fields = said,
            Along = held == 0 ? null : (db, _) => FormFiles.LetGoAsync(db, word, CancellationToken.None),
        };
        var outcome = await door.FileAsync(request, cancel);
        return outcome switch
        {
            { Receipt: { } receipt } => new PublicOutcome.Filed(receipt.TicketId, receipt.Code, New: true),
            { EarlierTicketId: { } twin } => new PublicOutcome.Filed(twin, word.Code, New: false),
            _ => new PublicOutcome.Refused([Named(outcome.Refusal!)]),
        };
    }

    /// <summary>Everything that is wrong at once, in the order of the page.</summary>
    private static async Task<(Filing Filing, List<Refusal> Wrong)> CheckAsync(DeskDb db, PublicForm form, ClassificationBook book, int files, DateTimeOffset now, CancellationToken cancel)
    {
        var branch = form.Branch.Length == 0 ? null : await db.Branches.Where(each => each.Active && each.Key == form.Branch).Select(each => (int?)each.Id).SingleOrDefaultAsync(cancel);
        var policy = await db.DataPolicies.MaxAsync(each => (int?)each.Version, cancel);
        var filing = form.ToFiling(policy is { } version ? new DataConsent(version, now) : null, branch);
        var petitioner = form.ToPetitioner();
        List<Refusal> wrong = [.. FilingCheck.All(filing, petitioner, book, FilledBy.Citizen, files).Select(Named)];
        if (form.Branch.Length > 0 && branch is null) wrong.Add(new(RefusalCode.BranchUnknown, nameof(PublicForm.Branch)));
        if (form.MissingAddress is { } missing) wrong.Add(new(RefusalCode.AnswerAddressMissing, missing));
        if (!form.Anonymous && policy is { } current)
        {
            if (form.PolicyVersion != current.ToString(CultureInfo.InvariantCulture)) wrong.Add(new(RefusalCode.ConsentOutdated, nameof(PublicForm.Consents)));
            else if (!form.Consents) wrong.Add(new(RefusalCode.ConsentMissing, nameof(PublicForm.Consents)));
        }

        return (filing, wrong);
    }

    /// <summary>The domain's name of a field, as the form has it.</summary>
    private static Refusal Named(Refusal refusal) => refusal.Field == nameof(Filing.BranchId) ? refusal with { Field = nameof(PublicForm.Branch) } : refusal;

    /// <param name="key">Of this form: sent twice at once, the first of it may be through by now, and the door knows it again.</param>
    private static async Task<PublicOutcome.Alike?> AlikeAsync(DeskDb db, string likeness, string key, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - AlikeFor;
        return await db.SentForms.Where(sent => sent.Likeness == likeness && sent.Key != key && sent.SentAt > since).OrderByDescending(sent => sent.SentAt)
            .Join(db.Tickets, sent => sent.TicketId, ticket => ticket.Id, (sent, ticket) => new PublicOutcome.Alike(ticket.Number, ticket.FiledAt)).FirstOrDefaultAsync(cancel);
    }

    /// <returns>Null for who is anonymous: nobody is told what others without a name have filed.</returns>
    private static string? LikenessOf(PetitionerDetails who, string text)
    {
        if (who.Anonymous || (who.Document ?? who.Email) is not { } identity) return null;
        var words = string.Join(' ', SearchedWords.Split(text));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Ticket.Fold(identity)}\n{words}")));
    }
}
