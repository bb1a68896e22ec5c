using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>Tags, tasks, fields of the house and time on some cases of the demo desk, by the product's own verbs.</summary>
public sealed class DemoCaseFiles(TicketDoor door, DeskWriter writer, FieldShelf shelf, IDbContextFactory<DeskDb> desk) : IDemoPart
{
    private static readonly string[][] Tags = [["cobro doble", "prioridad del mes"], ["App móvil"], ["cobro doble"], ["reincidente", "App móvil"], ["fuera de línea"]];
    private static readonly string[] Questions = ["¿El cobro aparece dos veces en el corte de este mes?", "¿Hay un reporte de la cuadrilla para esta dirección?", "¿Desde cuándo falla el formulario y a cuántos afecta?"];

    public async Task AddAsync(CancellationToken cancel)
    {
        await writer.RunAsync(db =>
        {
            db.CustomFields.Add(new() { Key = "cuenta_contrato", Name = "Cuenta contrato", Type = FieldType.Text, Kinds = [TicketKind.Claim], Help = "Como aparece en la factura.", Public = true, Order = 1 });
            db.CustomFields.Add(new() { Key = "valor_reclamado", Name = "Valor reclamado", Type = FieldType.Money, Kinds = [TicketKind.Claim], When = new("cuenta_contrato", []), Need = FieldNeed.BeforeAnswering, Order = 2 });
            return Task.FromResult(true);
        }, cancel);
        shelf.Refresh();
        await using var db = await desk.CreateDbContextAsync(cancel);
        var areas = await db.Areas.AsNoTracking().OrderBy(area => area.Id).ToListAsync(cancel);
        var cases = await db.Tickets.Where(t => t.Status == TicketStatus.InProgress && t.OwnerId != null).OrderByDescending(t => t.Id).Take(Tags.Length)
            .Select(t => new { t.Number, t.AreaId, t.Kind, Owner = t.Owner! }).AsNoTracking().ToListAsync(cancel);
        var fields = await shelf.BookAsync();
        for (var at = 0; at < cases.Count; at++)
        {
            var (one, tags, question) = (cases[at], Tags[at], at < Questions.Length ? Questions[at] : null);
            var other = areas.First(area => area.Id != one.AreaId);
            await door.ChangeAsync(one.Number, null, Actor.Staff(one.Owner), (ticket, book, now) =>
            {
                ticket.Tag(tags, [], book, now);
                ticket.SpendTime(15 + 10 * at, "Lectura del caso y llamada", now.On, false, book, now);
                if (one.Kind == TicketKind.Claim) ticket.Fill(fields.Fields.ToDictionary(field => field.Id, field => (string?)(field.Type == FieldType.Money ? "184500" : $"10023{at}7")), fields, book, now);
                return question is null ? Decision.Ok : ticket.AskTask(new(other, null, null, at + 1, question), book, now);
            }, cancel);
        }
    }
}
