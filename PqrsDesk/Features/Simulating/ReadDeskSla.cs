using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Simulating;

/// <summary>The desk's calendars in every version, its policies in force, and the rules of law.</summary>
public sealed record DeskSla(IReadOnlyList<CalendarVersion> Calendars, IReadOnlyList<SlaPolicy> Policies, LegalBook Law)
{
    /// <summary>The date that legal terms of a filing count from, by the desk's own way of filing.</summary>
    /// <param name="legal">The desk's legal calendar, built.</param>
    public DateOnly EffectiveOn(DateTimeOffset filedAt, BusinessCalendar legal) => Law.Practice.EffectiveOn(
        filedAt, legal, Law.Practice.HoursKey is { } key && Current.FirstOrDefault(calendar => calendar.Key == key) is { } hours ? BusinessCalendar.From(hours.Definition) : null);

    /// <summary>A calendar by its key or number; null with a fault.</summary>
    internal CalendarDefinition? OfName(string name, Faults faults, string field)
    {
        var found = Current.FirstOrDefault(calendar => calendar.Key == name)
            ?? Calendars.FirstOrDefault(calendar => calendar.Id.ToString(CultureInfo.InvariantCulture) == name);
        if (found is null) faults.Add(field, "Fault.NoSuchCalendar", string.Join(", ", Current.Select(calendar => calendar.Key)));
        return found?.Definition;
    }

    public IEnumerable<CalendarVersion> Current => Calendars.Where(calendar => calendar.IsCurrent);
}

/// <summary>What can be picked to simulate with.</summary>
public sealed class ReadDeskSla(IDbContextFactory<DeskDb> desk)
{
    public async Task<DeskSla> RunAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return new DeskSla(
            await db.Calendars.AsNoTracking().OrderBy(calendar => calendar.Id).ToListAsync(cancel),
            await db.Policies.AsNoTracking().Where(policy => policy.IsCurrent).OrderBy(policy => policy.Order).ToListAsync(cancel),
            await db.LawAsync(cancel));
    }
}
