using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>What failed at the demo desk, what fails, and what is planned.</summary>
public sealed class DemoOutages(DeskWriter writer, GatherCases gather, IDbContextFactory<DeskDb> desk, TimeProvider clock) : IDemoPart
{
    private const string Portal = "Portal ciudadano";
    private const string App = "App móvil";
    private const int Cases = 4;

    public async Task AddAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = await desk.CreateDbContextAsync(cancel);
        var products = await db.Products.AsNoTracking().ToDictionaryAsync(product => product.Name, cancel);
        var lead = await db.Staff.AsNoTracking().OrderBy(member => member.Id).FirstOrDefaultAsync(member => member.Active && member.Role == Role.Lead, cancel);
        if (lead is null || !products.TryGetValue(Portal, out var portal) || !products.TryGetValue(App, out var app)) return;
        var underWay = await writer.RunAsync(store => Task.FromResult(Fill(store, portal, app, lead.Name, now)), cancel);
        var open = await db.Tickets.Where(ticket => ticket.Product == Portal && ticket.Status < TicketStatus.Answered).OrderByDescending(ticket => ticket.FiledAt).Select(ticket => ticket.Number).Take(Cases).ToListAsync(cancel);
        await gather.JoinAsync(underWay.Id, open, Actor.Staff(lead), cancel);
    }

    private static Outage Fill(DeskDb db, Product portal, Product app, string by, DateTimeOffset now)
    {
        foreach (var product in new[] { portal, app })
        {
            db.PlatformWatches.Add(new PlatformWatch { ProductId = product.Id, IsPublic = true, Target = 99.5m, Since = DateOnly.FromDateTime(now.UtcDateTime).AddMonths(-8) });
        }

        Add(portal, now.AddDays(-41), TimeSpan.FromHours(5), null, "Se llenó el disco de los adjuntos", "No se podían adjuntar documentos ni radicar.", "El disco de los adjuntos se llenó y nadie recibió la alarma.");
        Add(app, now.AddDays(-12), TimeSpan.FromMinutes(95), 40, "Lentitud al ingresar", "El ingreso tardaba más de un minuto para una parte de las personas.", "Una consulta sin índice después de la actualización.");
        var underWay = Outage.Record(
            portal.Id, new OutageDetails(now.AddMinutes(-85), null, OutageReach.Partial, 60, "Error al adjuntar documentos") { PublicText = "Algunas personas no pueden adjuntar documentos. Los trámites sin adjuntos funcionan.", JoinsFilings = true },
            null, by, now.AddMinutes(-80), out _)!;
        underWay.Say("Encontramos la causa y estamos probando la corrección.", true, by, now.AddMinutes(-25));
        underWay.Say("Proveedor avisado, caso 88213.", false, by, now.AddMinutes(-20));
        db.Outages.Add(underWay);
        db.PlannedDowntimes.Add(new PlannedDowntime
        {
            ProductId = portal.Id,
            From = now.AddDays(4),
            Until = now.AddDays(4).AddHours(2),
            AnnouncedAt = now.AddDays(-2),
            Reason = "Actualización de la base de datos",
            By = by,
        });
        db.PlannedDowntimes.Add(new PlannedDowntime
        {
            ProductId = app.Id,
            From = now.AddDays(-33),
            Until = now.AddDays(-33).AddHours(1),
            AnnouncedAt = now.AddDays(-40),
            Reason = "Copias de seguridad",
            By = by,
            Repeat = PlannedRepeat.Monthly,
            RepeatsUntil = DateOnly.FromDateTime(now.UtcDateTime).AddMonths(6),
        });

        // Somebody wrote it down the day after: it waits for a lead's word.
        var late = new PlannedDowntime { ProductId = app.Id, From = now.AddDays(-6), Until = now.AddDays(-6).AddHours(1), AnnouncedAt = now.AddDays(-8), Reason = "Cambio de certificado", By = by };
        late.Enter(TimeZoneInfo.Utc, now.AddDays(-5));
        db.PlannedDowntimes.Add(late);
        return underWay;

        void Add(Product product, DateTimeOffset from, TimeSpan length, int? percent, string summary, string told, string cause)
        {
            var outage = Outage.Record(product.Id, new OutageDetails(from, null, percent is null ? OutageReach.Full : OutageReach.Partial, percent, summary) { PublicText = told, Cause = cause }, null, by, from, out _)!;
            outage.Close(from + length, "Quedó resuelto. Gracias por la paciencia.", by, from + length);
            db.Outages.Add(outage);
        }
    }
}
