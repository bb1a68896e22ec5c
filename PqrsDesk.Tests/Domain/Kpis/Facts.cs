using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Kpis;

/// <summary>Tickets to count, made by hand or by a fixed seed.</summary>
public static class Facts
{
    public static TimeZoneInfo Bogota { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/Bogota");

    private static readonly string[] Areas = ["Servicio al cliente", "Facturación", "Jurídica", "Infraestructura"];

    private static readonly string[] Topics =
        ["Cobro no reconocido", "Demora en la entrega", "Trato del personal", "Falla del servicio", "Copia de documentos", "Horario de atención"];

    public static DateTimeOffset Local(int year, int month, int day, int hour = 0, int minute = 0) =>
        new(year, month, day, hour, minute, 0, TimeSpan.FromHours(-5));

    public static TicketFact Filed(DateTimeOffset at) => new()
    {
        FilingNumber = "PQRS-2026-000001",
        Kind = TicketKind.Petition,
        Channel = Channel.Web,
        Area = "Jurídica",
        Priority = Priority.Medium,
        Status = TicketStatus.Filed,
        Subject = "Copia de un contrato",
        FiledAt = at,
        EffectiveFiledOn = DateOnly.FromDateTime(at.DateTime),
    };

    public static TicketFact Answered(DateTimeOffset filed, DateTimeOffset answered, DateTimeOffset? breached = null) => Filed(filed) with
    {
        Status = TicketStatus.Answered,
        AnsweredAt = answered,
        BreachedAt = breached,
    };

    /// <summary>A desk's life up to an instant: the same every time, with late, open, reopened and unclassified cases.</summary>
    public static IEnumerable<TicketFact> Desk(int count, DateTimeOffset readAt, int days = 420)
    {
        var dice = new Random(20260701);
        var kinds = Enum.GetValues<TicketKind>();
        var channels = Enum.GetValues<Channel>();
        for (var number = 1; number <= count; number++)
        {
            var filed = readAt.AddMinutes(-dice.Next(1, days * 24 * 60));
            var due = filed.AddDays(dice.Next(3, 15));
            var answered = filed.AddMinutes(dice.Next(60, 20 * 24 * 60));
            var replied = filed.AddMinutes(dice.Next(5, 2000));
            var settled = answered < readAt && dice.Next(20) > 0;
            var closed = settled && dice.Next(4) > 0 && answered.AddDays(1) < readAt;
            var missed = (settled ? answered : readAt) > due;
            yield return Filed(filed) with
            {
                FilingNumber = $"PQRS-{filed.Year}-{number:000000}",
                Kind = kinds[dice.Next(kinds.Length)],
                Channel = channels[Math.Min(dice.Next(channels.Length), dice.Next(channels.Length))],
                Area = Areas[dice.Next(Areas.Length)],
                Topic = dice.Next(10) == 0 ? null : Topics[Math.Min(dice.Next(Topics.Length), dice.Next(Topics.Length))],
                Priority = (Priority)dice.Next(1, 4),
                Status = closed ? TicketStatus.Closed : settled ? TicketStatus.Answered : TicketStatus.InProgress,
                Subject = $"Caso {number} sobre la factura número {filed.Month}",
                Owner = dice.Next(8) == 0 ? null : $"Asesora {dice.Next(12)}",
                Petitioner = dice.Next(12) == 0 ? null : $"Peticionario {dice.Next(5000)}",
                Customer = dice.Next(3) == 0 ? $"Cliente {dice.Next(40)}" : null,
                FirstReplyAt = replied < readAt ? replied : null,
                FirstResponseBreachedAt = replied > filed.AddDays(1) && readAt > filed.AddDays(1) ? filed.AddDays(1) : null,
                AnsweredAt = settled ? answered : null,
                ClosedAt = closed ? answered.AddDays(1) : null,
                DueAt = due,
                LegalDueOn = DateOnly.FromDateTime(filed.Date).AddDays(21),
                BreachedAt = missed ? due : null,
                BusinessMinutesToFirstReply = replied < readAt ? (int)(replied - filed).TotalMinutes / 3 : null,
                BusinessMinutesToResolution = settled ? (int)(answered - filed).TotalMinutes / 3 : null,
                PausedMinutes = dice.Next(5) == 0 ? dice.Next(3000) : 0,
                ReopenedCount = dice.Next(15) == 0 ? 1 : 0,
            };
        }
    }
}
