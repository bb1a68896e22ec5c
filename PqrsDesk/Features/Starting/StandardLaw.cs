using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Starting;

/// <summary>Lays the rules of law that come with the product, also into a desk that is older than they are.</summary>
/// <remarks>
/// A rule is laid once, by its code and version. What an administrator made stays: neither is it changed, nor does a rule
/// of a later release come to stand in the same time beside it.
/// </remarks>
public sealed class StandardLaw(DeskWriter writer, SlaShelf shelf)
{
    public async Task LayAsync(CancellationToken cancel)
    {
        var laid = await writer.RunAsync(async db =>
        {
            // Two nodes that start at once would lay everything twice.
            if (db is PostgresDeskDb) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('pqrsdesk-sla'))", cancel);
            var there = (await db.LawAsync(cancel)).All.ToList();
            var count = there.Count;
            foreach (var shipped in ShippedLaw.Rules())
            {
                if (there.Exists(rule => rule.Code == shipped.Code && rule.Version == shipped.Version)) continue;
                if (new LegalEdit(shipped.Code, null, shipped.Definition).Refuse(new LegalBook(there)) is { Code: LegalProblemCode.ValidityOverlaps }) continue;
                var rule = new LegalRule { Code = shipped.Code, Version = shipped.Version, Definition = shipped.Definition };
                there.Add(shipped);
                db.LegalRules.Add(rule);
            }

            return there.Count > count;
        }, cancel);
        if (laid) shelf.Refresh();
    }
}
