using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Importing.Parties;

/// <summary>By what whoever stands in a list is known again, so that the same list makes nobody twice.</summary>
internal static class PartyIdentity
{
    /// <remarks>A shared telephone or e-mail alone makes nobody the same: the name is held beside it.</remarks>
    public static IEnumerable<string> Of(PartyKind kind, PartyDetails details)
    {
        var (key, name) = (DocumentKey.Of(details.Document), Ticket.Fold(details.Name!));
        if (details.ExternalId is { } external) yield return $"x{external}";
        if (key.Length > 0) yield return $"d{key}";
        if (kind == PartyKind.Organisation) yield return $"n{name}";
        else if (details.ExternalId is null && key.Length == 0 && Reached(details.Points) is { } reached) yield return $"p{name}\n{reached}";
    }

    /// <summary>Those of whoever is there already, among whom these rows may be.</summary>
    public static async Task<IReadOnlySet<string>> ThereAsync(DeskDb db, PartyKind kind, IReadOnlyList<PartyDetails> rows, CancellationToken cancel)
    {
        string[] externals = [.. rows.Select(row => row.ExternalId).OfType<string>()];
        string[] keys = [.. rows.Select(row => DocumentKey.Of(row.Document)).Where(key => key.Length > 0)];
        var there = new HashSet<string>(StringComparer.Ordinal);
        if (kind == PartyKind.Organisation)
        {
            string[] names = [.. rows.Select(row => Ticket.Fold(row.Name!))];
            foreach (var each in await db.Customers.Where(each => EF.Parameter(externals).Contains(each.ExternalId!) || EF.Parameter(keys).Contains(each.DocumentKey!) || EF.Parameter(names).Contains(each.SortName!))
                .Select(each => new { each.ExternalId, each.DocumentKey, each.SortName }).ToListAsync(cancel))
                Add(each.ExternalId, each.DocumentKey, each.SortName);
            return there;
        }

        foreach (var each in await db.Contacts.Where(each => !each.Reserved && (EF.Parameter(externals).Contains(each.ExternalId!) || EF.Parameter(keys).Contains(each.DocumentKey!)))
            .Select(each => new { each.ExternalId, each.DocumentKey }).ToListAsync(cancel))
            Add(each.ExternalId, each.DocumentKey, null);
        string[] words = [.. rows.Where(row => row.ExternalId is null && DocumentKey.Of(row.Document).Length == 0).Select(row => Reached(row.Points)).OfType<string>()];
        if (words.Length == 0) return there;
        foreach (var each in await (from word in db.ContactWords
                                    join contact in db.Contacts on word.ContactId equals contact.Id
                                    where EF.Parameter(words).Contains(word.Word) && !contact.Reserved
                                    select new { contact.Name, word.Word }).ToListAsync(cancel))
            there.Add($"p{Ticket.Fold(each.Name)}\n{each.Word}");
        return there;

        void Add(string? external, string? key, string? name)
        {
            if (external is not null) there.Add($"x{external}");
            if (!string.IsNullOrEmpty(key)) there.Add($"d{key}");
            if (name is not null) there.Add($"n{name}");
        }
    }

    /// <summary>As the words have it by which people are found.</summary>
    private static string? Reached(IReadOnlyList<PointDetails> points) =>
        Key(points, PointKind.Email) ?? Key(points, PointKind.Telephone);

    private static string? Key(IReadOnlyList<PointDetails> points, PointKind kind) =>
        points.Where(point => point.Kind == kind).Select(point => ContactPoint.KeyOf(kind, point.Value)).FirstOrDefault(key => key.Length > 0);
}
