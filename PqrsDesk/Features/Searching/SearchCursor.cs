using System.Globalization;
using PqrsDesk.Infrastructure.Search;

namespace PqrsDesk.Features.Searching;

/// <summary>A place in the results as it stands in an address: <c>2.1234</c>.</summary>
public static class SearchCursor
{
    public static string Write(SearchPlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.Tier}.{place.Before}");

    /// <returns>Null when the text is no place.</returns>
    public static SearchPlace? Read(string? text) =>
        text?.Split('.') is [var tier, var before]
        && int.TryParse(tier, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(number, id)
            : null;
}
