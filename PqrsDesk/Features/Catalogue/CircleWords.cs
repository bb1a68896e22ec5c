using Microsoft.Extensions.Localization;

namespace PqrsDesk.Features.Catalogue;

internal static class CircleWords
{
    /// <summary>The sentence that names a circle.</summary>
    /// <param name="walk">In the order of a walk around.</param>
    /// <param name="members">All that are in it: there may be more than one way around.</param>
    public static string Say(IStringLocalizer<CatalogueTexts> texts, IEnumerable<string> walk, int members)
    {
        var names = walk.ToList();
        var around = string.Join(" → ", names.Append(names[0]));
        return members > names.Count ? texts["Circle.More", around, members - names.Count] : texts["Circle", around];
    }
}
