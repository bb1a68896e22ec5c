using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>How instants are stored: always UTC, always to the microsecond, on both engines.</summary>
public static class Instants
{
    /// <summary>An instant that was worked out and not read, as it will be read.</summary>
    public static DateTimeOffset? Stored(DateTimeOffset? instant) =>
        instant is { } at ? new DateTimeOffset(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero) : null;

    public sealed class AsMicroseconds() : ValueConverter<DateTimeOffset, long>(
        instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        stored => new DateTimeOffset(stored * TimeSpan.TicksPerMicrosecond + DateTimeOffset.UnixEpoch.Ticks, TimeSpan.Zero));

    /// <summary>PostgreSQL's timestamptz takes offset zero only.</summary>
    public sealed class AsUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        instant => instant.ToUniversalTime(),
        stored => stored.ToUniversalTime());
}
