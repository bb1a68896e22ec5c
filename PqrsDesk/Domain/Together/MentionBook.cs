using PqrsDesk.Domain.People;

namespace PqrsDesk.Domain.Together;

/// <summary>Somebody who can be mentioned.</summary>
/// <param name="Handle">What is written after the <c>@</c>: the name, with the area or the mail's beginning where several have the same.</param>
public sealed record Mentionable(int Id, string Name, string? Area, string Handle);

/// <summary>Whom a text can call by name, and whom it does. Case, accents and signs that nobody sees do not matter.</summary>
/// <remarks>The longest name that fits is meant. A bare name that several have calls all of them: better one too many than the one who was meant.</remarks>
public sealed class MentionBook
{
    /// <summary>Whom one text can call; further names stay words.</summary>
    public const int Most = 20;

    /// <summary>A text full of signs is not searched to its end.</summary>
    private const int MostSigns = 500;

    private const char Sign = '@';

    /// <summary>By their first letter, the longest first.</summary>
    private readonly ILookup<char, (string Folded, int[] Ids)> _names;

    /// <param name="people">Those who may see the case: active members of staff with the right to read it.</param>
    /// <param name="areas">Names by number.</param>
    public MentionBook(IReadOnlyList<StaffMember> people, IReadOnlyDictionary<int, string> areas)
    {
        People =
        [
            .. from member in people
               where member.Active && Reader.Of(Actor.Staff(member)).AllTickets && KeyOf(member.Name).Length > 0
               group member by KeyOf(member.Name) into namesakes
               from each in namesakes
               orderby each.Name, each.Id
               select new Mentionable(each.Id, each.Name, AreaOf(each, areas), HandleOf(each, [.. namesakes], areas)),
        ];
        _names = People.Select(each => (Key: KeyOf(each.Name), each.Id)).Concat(People.Select(each => (Key: KeyOf(each.Handle), each.Id)))
            .GroupBy(each => each.Key, each => each.Id).OrderByDescending(name => name.Key.Length)
            .ToLookup(name => name.Key[0], name => (name.Key, name.Distinct().ToArray()));
    }

    public IReadOnlyList<Mentionable> People { get; }

    /// <summary>Whether there is anything to look for.</summary>
    public static bool Calls(string? text) => text?.Contains(Sign, StringComparison.Ordinal) == true;

    /// <returns>Each person once, in the order of the text.</returns>
    public IReadOnlyList<Mentioned> In(string? text)
    {
        if (!Calls(text)) return [];
        var (found, folded) = (new List<Mentioned>(), FoldedText.Of(text!));
        for (var (at, signs) = (folded.Letters.IndexOf(Sign, StringComparison.Ordinal), 0); at >= 0 && signs < MostSigns; signs++)
        {
            if (Match(folded.Letters, at) is { } name)
            {
                var written = text![folded.Places[at]..folded.Places[at + 1 + name.Folded.Length]].TrimEnd();
                found.AddRange(name.Ids.Where(id => !found.Exists(each => each.StaffId == id)).Select(id => new Mentioned(id, written)));
                if (found.Count >= Most) return found[..Most];
            }

            at = folded.Letters.IndexOf(Sign, at + 1);
        }

        return found;
    }

    /// <summary>A sign within a word is an address of mail.</summary>
    private (string Folded, int[] Ids)? Match(string letters, int at)
    {
        if (at + 1 >= letters.Length || (at > 0 && char.IsLetterOrDigit(letters[at - 1]))) return null;
        foreach (var name in _names[letters[at + 1]])
        {
            var end = at + 1 + name.Folded.Length;
            if (string.CompareOrdinal(letters, at + 1, name.Folded, 0, name.Folded.Length) == 0 && (end == letters.Length || !char.IsLetterOrDigit(letters[end]))) return name;
        }

        return null;
    }

    private static string HandleOf(StaffMember member, StaffMember[] namesakes, IReadOnlyDictionary<int, string> areas)
    {
        if (namesakes.Length == 1) return member.Name;
        var apart = namesakes.All(each => AreaOf(each, areas) is not null) && namesakes.Select(each => each.AreaId).Distinct().Count() == namesakes.Length;
        return $"{member.Name} ({(apart ? AreaOf(member, areas) : member.Email.Split(Sign)[0])})";
    }

    private static string? AreaOf(StaffMember member, IReadOnlyDictionary<int, string> areas) => member.AreaId is { } area ? areas.GetValueOrDefault(area) : null;

    private static string KeyOf(string name) => FoldedText.Of(name.Trim()).Letters;
}
