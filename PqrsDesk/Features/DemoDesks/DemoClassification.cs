using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>How the demo desk classifies: a tree from its own stories, products, rules of words and required fields.</summary>
internal static class DemoClassification
{
    /// <summary>The first level, by the index of the area that answers for it.</summary>
    public static readonly string[] Tops = ["Atención y trámites", "Servicios en línea", "Facturación", "Vías y obras"];

    private static readonly string[] Products = ["App móvil", "Factura mensual", "Portal ciudadano", "Puntos de atención"];

    private static readonly DemoRule[] Rules =
    [
        new("Cobros", 20, TicketKind.Claim, "Cobro no reconocido", ["cobro*", "cargo", "cobran", "cobraron", "factura"], Without: ["acuerdo de pago"]),
        new("Acuerdos de pago", 30, TicketKind.Petition, "Acuerdo de pago", ["acuerdo de pago", "a cuotas", "saldo vencido"]),
        new("Certificados", 30, TicketKind.DocumentRequest, "Certificados", ["paz y salvo", "certificado*"]),
        new("Portal caído", 20, TicketKind.Claim, "Portal no disponible", ["no deja radicar", "no carga", "error al adjuntar", "se cae el portal"]),
        new("Ingreso", 25, TicketKind.Claim, "Acceso y contraseñas", ["contraseña*", "código de verificación", "no puedo entrar", "ingresar"]),
        new("Huecos", 20, TicketKind.Petition, "Daño en vía o andén", ["hueco*", "calzada", "andén roto"]),
        new("Alumbrado", 25, TicketKind.Petition, "Alumbrado", ["luminaria*", "a oscuras", "bombill*", "alumbrado"], Alone: true),
        new("Trato", 40, TicketKind.Complaint, "Trato del personal", ["descortés", "groser*", "mala atención", "me gritó", "maltrat*"]),
        new("Filas", 15, TicketKind.Complaint, "Tiempo de espera", ["horas de fila", "esperé", "ventanilla abierta"]),
        new("Suplantación", 40, TicketKind.Report, "Suplantación", ["datos bancarios", "correos falsos", "suplant*"], Alone: true),
        new("Felicitaciones", 20, TicketKind.Compliment, "Felicitaciones", ["felicit*", "quiero agradecer"], Without: ["pero"]),
        new("Peligro", 10, null, null, ["peligros*", "se cayeron", "herid*", "urgencia"], Urgency: Urgency.High),
    ];

    private static readonly FieldDemand[] Demands =
    [
        new(TicketKind.Complaint, RequiredField.Branch, Requirement.Staff),
        new(TicketKind.DocumentRequest, RequiredField.AnswerChannel, Requirement.Everyone),
    ];

    /// <param name="areas">As <see cref="DemoPeople.Areas"/>.</param>
    public static async Task AddAsync(DeskDb db, IReadOnlyList<Area> areas, CancellationToken cancel)
    {
        var tops = Tops.Select((name, at) => new Topic { Name = name, AreaId = areas[at].Id }).ToList();
        var subs = DemoStories.All.DistinctBy(story => story.Topic).ToDictionary(story => story.Topic, story => new Topic { Name = story.Topic, Parent = tops[story.Area] });
        db.Topics.AddRange(tops);
        db.Topics.AddRange(subs.Values);
        db.Products.AddRange(Products.Select(name => new Product { Name = name }));
        await db.SaveChangesAsync(cancel);
        db.KeywordRules.AddRange(Rules.Select(rule => new KeywordRule
        {
            Name = rule.Name,
            Any = rule.Any,
            Without = rule.Without ?? [],
            Weight = rule.Weight,
            Kind = rule.Kind,
            TopicId = rule.Topic is { } topic ? subs[topic].Id : null,
            Urgency = rule.Urgency,
            AppliesAlone = rule.Alone,
        }));
        (await ClassificationShelf.TouchAsync(db, cancel)).Demands = Demands;
    }

    private sealed record DemoRule(
        string Name, int Weight, TicketKind? Kind, string? Topic, string[] Any, string[]? Without = null, bool Alone = false, Urgency? Urgency = null);
}
