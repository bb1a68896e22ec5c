using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Features.Api;

namespace PqrsDesk.Features.Casework;

/// <summary>Where a program goes on reading, and how much at once. What is of no use is kept by the parameter's name.</summary>
internal static class PieceParameters
{
    private const int Usual = 100;

    public static long? After(string? given, long greatest, Dictionary<string, string[]> errors, IStringLocalizer<ApiTexts> texts)
    {
        if (string.IsNullOrEmpty(given)) return null;
        if (long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var after) && after <= greatest) return after;
        errors["after"] = [texts["After"]];
        return null;
    }

    public static int Limit(string? given, Dictionary<string, string[]> errors, IStringLocalizer<ApiTexts> texts)
    {
        if (string.IsNullOrEmpty(given)) return Usual;
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= ReadEvents.Most) return limit;
        errors["limit"] = [texts["Limit", ReadEvents.Most]];
        return Usual;
    }
}
