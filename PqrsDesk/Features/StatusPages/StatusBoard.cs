using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Features.StatusPages;

/// <summary>What everybody may know of what works and what does not: no customer, no case, no word that the house keeps for itself.</summary>
/// <param name="Incidents">Of the last twelve months, those under way first, then the newest.</param>
/// <param name="Planned">Of the next days, in order.</param>
public sealed record StatusBoard(DateTimeOffset AsOf, TimeZoneInfo Zone, IReadOnlyList<StatusLine> Lines, IReadOnlyList<PublicIncident> Incidents, IReadOnlyList<PublicWork> Planned)
{
    /// <summary>The worst of all.</summary>
    public PlatformState State => Lines.Count == 0 ? PlatformState.Operational : Lines.Max(line => line.State);

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(AsOf, Zone).DateTime);

    /// <param name="month">Any day of it.</param>
    public IEnumerable<PublicIncident> In(DateOnly month)
    {
        var span = LocalSpans.Month(month, Zone);
        return Incidents.Where(incident => span.Contains(incident.From));
    }
}

/// <summary>Something of the house that everybody is shown.</summary>
/// <param name="Days">The oldest first; null: nothing was promised on that day.</param>
public sealed record StatusLine(string Name, PlatformState State, decimal? Percent, DateOnly First, IReadOnlyList<decimal?> Days);

/// <param name="Until">Null: it is under way.</param>
/// <param name="Text">Null: nothing was said of it to everybody.</param>
public sealed record PublicIncident(int Id, string Product, PlatformState State, DateTimeOffset From, DateTimeOffset? Until, string? Text, IReadOnlyList<PublicUpdate> Updates)
{
    public DateTimeOffset ChangedAt => Updates.Select(update => update.At).Append(Until ?? From).Max();
}

/// <param name="IsEnd">With it, it was over.</param>
public sealed record PublicUpdate(DateTimeOffset At, string? Text, bool IsEnd);

public sealed record PublicWork(string Product, Stretch Time, string Reason);
