using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Features.SlaRules;

/// <summary>One line of the history of a calendar or a policy.</summary>
/// <param name="At">Null for what the desk began with, and so is <paramref name="By"/>.</param>
/// <param name="Changed">What it has otherwise than the version before, in words; null for the first.</param>
public sealed record VersionLine(int Version, DateTimeOffset? At, string? By, string? Changed)
{
    public static IReadOnlyList<VersionLine> Of(IEnumerable<CalendarVersion> versions, SlaWords words)
    {
        var rising = versions.OrderBy(version => version.Version).ToList();
        return [.. rising.Select((version, index) => new VersionLine(version.Version, version.MadeAt, version.MadeBy,
            index == 0 ? null : words.Parts(SlaDifference.Between(rising[index - 1].Definition, version.Definition)))).Reverse()];
    }

    public static IReadOnlyList<VersionLine> Of(IEnumerable<SlaPolicy> versions, SlaWords words)
    {
        var rising = versions.OrderBy(version => version.Version).ToList();
        return [.. rising.Select((version, index) => new VersionLine(version.Version, version.MadeAt, version.MadeBy,
            index == 0 ? null : words.Parts(SlaDifference.Between(rising[index - 1], version)))).Reverse()];
    }
}
