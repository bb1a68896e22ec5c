using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Receiving;

/// <param name="Row">From 1; null: the minutes.</param>
public sealed record BoxFault(int? Row, Refusal Refusal);

/// <param name="OpeningId">Null when nothing was registered.</param>
/// <param name="Filed">Papers that have their number, also when a later one was refused: what is sent again goes on there.</param>
public sealed record BoxOutcome(int? OpeningId, int Filed, IReadOnlyList<BoxFault> Wrong);

/// <summary>Registers an opened suggestion box: the minutes first, then each paper by the one door, in their order.</summary>
/// <remarks>Each paper has its own form and each opening its own key: what is sent again, or half-way, files no paper twice.</remarks>
public sealed class RegisterBox(FilingDoor door, DeskWriter writer, SlaShelf shelf, ClassificationShelf classification, TimeProvider clock)
{
    public async Task<BoxOutcome> RunAsync(BoxForm form, Actor by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var wrong = Check(form, await classification.BookAsync(), (await shelf.BookAsync()).DateOf(now));
        if (wrong.Count > 0) return new(null, 0, wrong);

        if (await writer.RunAsync(db => OpenAsync(db, form, by, now, cancel), cancel) is not { } opening) return new(null, 0, [new(null, new(RefusalCode.BranchUnknown, nameof(BoxForm.BranchId)))]);
        for (var at = 0; at < form.Rows.Count; at++)
        {
            var (paper, row) = (form.Rows[at], at + 1);
            var request = new FilingRequest(paper.ToFiling(form, opening, row), new AreaChoice.Numbered(form.AreaId), paper.ToPetitioner(), by, [])
            {
                Form = FormWords.Seal(paper.Word),
                FilledBy = FilledBy.Copyist,
                Along = (db, ticket) =>
                {
                    db.BoxPapers.Add(new() { OpeningId = opening, Row = row, TicketId = ticket.Id, Folios = paper.Folios });
                    return Task.CompletedTask;
                },
            };
            if ((await door.FileAsync(request, cancel)).Refusal is { } refusal) return new(opening, at, [new(row, refusal)]);
        }

        return new(opening, form.Rows.Count, []);
    }

    private static List<BoxFault> Check(BoxForm form, ClassificationBook book, DateOnly today)
    {
        var wrong = new List<BoxFault>();
        if (form.BranchId is null) wrong.Add(new(null, new(RefusalCode.BranchUnknown, nameof(BoxForm.BranchId))));
        if (BoxOpening.Refuse(form.OpenedOn, form.Openers, form.Papers, form.Rows.Count, today) is { } minutes) wrong.Add(new(null, minutes));
        for (var at = 0; at < form.Rows.Count; at++)
        {
            var paper = form.Rows[at];
            var faults = FilingCheck.All(paper.ToFiling(form, 0, at + 1), paper.ToPetitioner(), book, FilledBy.Copyist, 0);
            wrong.AddRange(from fault in faults where fault.Code != RefusalCode.SubjectMissing select new BoxFault(at + 1, fault));
        }

        return wrong;
    }

    /// <returns>Null when there is no such branch.</returns>
    private static async Task<int?> OpenAsync(DeskDb db, BoxForm form, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        var key = FormWords.Seal(form.Word).Key;
        if (await db.BoxOpenings.Where(each => each.Key == key).Select(each => (int?)each.Id).SingleOrDefaultAsync(cancel) is { } before) return before;
        if (!await db.Branches.AnyAsync(branch => branch.Active && branch.Id == form.BranchId, cancel)) return null;
        var opening = new BoxOpening
        {
            Key = key,
            BranchId = form.BranchId!.Value,
            OpenedOn = form.OpenedOn,
            Openers = form.Openers.Trim(),
            Papers = form.Papers,
            RegisteredBy = by.Name,
            RegisteredAt = now,
        };
        db.BoxOpenings.Add(opening);
        await db.SaveChangesAsync(cancel);
        return opening.Id;
    }
}
