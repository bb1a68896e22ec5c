using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Etiquetas: free words. No clock goes by them, and they are put and taken at any time.
public sealed partial class Ticket
{
    /// <summary>What the house keeps with it; null: nothing yet.</summary>
    public CaseFile? CaseFile { get; private set; }

    /// <summary>The tags as the queue finds them. Not of the ticket's own state, and not loaded with it.</summary>
    public IReadOnlyList<CaseTag> TagRows => _tagRows;

    private readonly List<CaseTag> _tagRows = [];

    private CaseFile FileNow => CaseFile ?? CaseFile.Empty;

    /// <param name="add">What is on it already, in whatever letters, stays as it is.</param>
    public Decision Tag(IEnumerable<string?> add, IEnumerable<string?> remove, SlaBook book, Moment now)
    {
        var tags = FileNow.Tags;
        var gone = remove.Select(CaseFiles.Tag.KeyOf).ToHashSet(StringComparer.Ordinal);
        var removed = tags.Where(tag => gone.Contains(CaseFiles.Tag.KeyOf(tag))).ToList();
        var kept = tags.Except(removed).ToList();
        var keys = kept.Select(CaseFiles.Tag.KeyOf).ToHashSet(StringComparer.Ordinal);
        var added = new List<string>();
        foreach (var tag in add.Select(CaseFiles.Tag.Tidy))
        {
            if (Texts.TooLong(tag, CaseFiles.Tag.Limit, "Tags") is { } tooLong) return tooLong;
            if (CaseFiles.Tag.KeyOf(tag) is not { Length: > 0 } key) return new Refusal(RefusalCode.TagInvalid, "Tags");
            if (keys.Add(key)) added.Add(tag);
        }

        // Taken off and put on again in the same letters: nothing happened.
        foreach (var same in added.Intersect(removed, StringComparer.Ordinal).ToList())
        {
            added.Remove(same);
            removed.Remove(same);
        }

        if (added.Count + removed.Count == 0) return Decision.Ok;
        if (tags.Count - removed.Count + added.Count > CaseFiles.Tag.Most)
            return new Refusal(RefusalCode.TooManyTags, "Tags", CaseFiles.Tag.Most.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Record(new TicketEvent.TagsChanged(added, removed), now, book);
    }

    private CaseFile Tagged(TicketEvent.TagsChanged change) =>
        CaseFile = FileNow with { Tags = [.. FileNow.Tags.Where(tag => !change.Removed.Contains(tag)), .. change.Added] };
}
