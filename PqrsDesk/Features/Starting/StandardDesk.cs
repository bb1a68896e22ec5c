using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Starting;

/// <summary>What every desk begins with, so that the first ticket can be filed: calendars, policies, one area and the rules of law.</summary>
public sealed class StandardDesk(DeskWriter writer, SlaShelf shelf, StandardLaw law, DeskSettings settings, TimeProvider clock)
{
    private const string Office = "office";
    private const string Always = "always";
    private static readonly string[] PauseCauses =
        ["Faltan documentos o datos", "Se pidió una aclaración", "Visita o prueba acordada con el peticionario", "Otra causa"];

    /// <summary>What Ley 1581 of 2012 asks to be said (art. 12), until an administrator publishes the house's own text.</summary>
    private const string FirstDataPolicy = """
        Sus datos se usan para registrar su solicitud, tramitarla, responderle y llevar las estadísticas que la ley pide. No se usan para nada más ni se entregan a terceros, salvo a la autoridad competente si el caso debe trasladarse.

        Usted puede conocer, actualizar, corregir y pedir que se supriman sus datos, y retirar esta autorización, por este mismo formulario.

        Responder las preguntas sobre datos sensibles (salud, discapacidad, pertenencia étnica, condición de víctima) o sobre menores de edad es voluntario.
        """;

    private static readonly IReadOnlyList<EscalationLevel> UsualLevels =
    [
        new(75, [], [EscalationAct.NotifyOwner]),
        new(90, [DeadlineKind.Resolution, DeadlineKind.LegalAnswer], [EscalationAct.NotifyOwner, EscalationAct.NotifyLeads]),
        new(100, [DeadlineKind.Resolution, DeadlineKind.LegalAnswer], [EscalationAct.Flag]),
    ];

    public async Task LayAsync(CancellationToken cancel)
    {
        var laid = await writer.RunAsync(async db =>
        {
            if (!await db.PauseCauses.AnyAsync(cancel)) db.PauseCauses.AddRange(PauseCauses.Select(name => new PauseCause { Name = name }));
            if (!await db.DataPolicies.AnyAsync(cancel)) db.DataPolicies.Add(new DataPolicy { Version = 1, Text = FirstDataPolicy, PublishedAt = clock.GetUtcNow() });
            if (await db.Calendars.AnyAsync(cancel)) return false;
            var calendars = Calendars().ToDictionary(calendar => calendar.Key);
            db.Calendars.AddRange(calendars.Values);
            await db.SaveChangesAsync(cancel);
            db.Policies.AddRange(Policies(calendars[Office].Id, calendars[Always].Id));
            db.Areas.Add(new Area { Name = "Atención al ciudadano" });
            return true;
        }, cancel);
        if (laid) shelf.Refresh();
        await law.LayAsync(cancel);
    }

    private IEnumerable<CalendarVersion> Calendars()
    {
        yield return Calendar(CalendarVersion.LegalKey, "Días hábiles", HoursBlock.WholeWeekdays, "CO");
        yield return Calendar(Office, "Horario de atención", HoursBlock.Weekdays(Hours(8, 12), Hours(13, 17)), "CO");
        yield return Calendar(Always, "24 × 7", HoursBlock.AroundTheClock, null);
    }

    private CalendarVersion Calendar(string key, string name, IReadOnlyList<HoursBlock> weekly, string? holidays) => new()
    {
        Key = key,
        Version = 1,
        IsCurrent = true,
        Definition = new CalendarDefinition { Name = name, TimeZone = settings.Zone.Id, Weekly = weekly, HolidayCountry = holidays },
    };

    private static IEnumerable<SlaPolicy> Policies(int office, int always)
    {
        yield return Policy("critical", 1, always, "Clientes críticos", [ServiceLevel.Critical], (30, 240), (60, 480), (240, 1440));
        yield return Policy("preferred", 2, office, "Clientes preferentes", [ServiceLevel.Preferred], (60, 480), (120, 960), (240, 1920));
        yield return Policy("standard", 9, office, "General", [], (120, 960), (240, 2400), (480, 4800));
    }

    private static SlaPolicy Policy(
        string key, int order, int calendar, string name, IReadOnlyList<ServiceLevel> levels,
        (int Response, int Resolution) high, (int Response, int Resolution) medium, (int Response, int Resolution) low) => new()
        {
            Key = key,
            Version = 1,
            Order = order,
            CalendarVersionId = calendar,
            IsCurrent = true,
            Definition = new PolicyDefinition(name, [], levels, new Dictionary<Priority, Target>
            {
                [Priority.High] = new(high.Response, high.Resolution, high.Response),
                [Priority.Medium] = new(medium.Response, medium.Resolution, medium.Response),
                [Priority.Low] = new(low.Response, low.Resolution, low.Response),
            })
            { Escalations = UsualLevels },
        };

    private static LocalHours Hours(int from, int to) => new(TimeSpan.FromHours(from), TimeSpan.FromHours(to));
}
