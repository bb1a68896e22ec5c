namespace PqrsDesk.Domain.Tickets;

/// <summary>Which cases a case has to do with, as its log adds up to. By their numbers, which never change.</summary>
/// <param name="Absorbed">Those that are answered with it.</param>
public sealed record Relations(IReadOnlyList<string> Linked, string? PartOf, IReadOnlyList<string> Parts, string? MergedInto, IReadOnlyList<string> Absorbed)
{
    public IEnumerable<string> All => [.. Linked, .. Parts, .. Absorbed, .. new[] { PartOf, MergedInto }.OfType<string>()];

    /// <param name="log">In its order.</param>
    public static Relations Of(IEnumerable<TicketEvent> log)
    {
        var (linked, parts, absorbed) = (new List<string>(), new List<string>(), new List<string>());
        string? partOf = null, mergedInto = null;
        foreach (var happened in log)
        {
            switch (happened)
            {
                case TicketEvent.Filed { PartOf: { } whole }: partOf = whole.Number; break;
                case TicketEvent.Linked link: linked.Add(link.Number); break;
                case TicketEvent.Unlinked link: linked.Remove(link.Number); break;
                case TicketEvent.SplitOff part: parts.Add(part.Number); break;
                case TicketEvent.Absorbed other: absorbed.Add(other.Number); break;
                case TicketEvent.LetGo other: absorbed.Remove(other.Number); break;
                case TicketEvent.Merged merged: mergedInto = merged.Into; break;
                case TicketEvent.Separated: mergedInto = null; break;
            }
        }

        return new(linked, partOf, parts, mergedInto, absorbed);
    }
}
