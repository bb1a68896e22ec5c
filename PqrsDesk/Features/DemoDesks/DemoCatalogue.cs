using PqrsDesk.Domain.Assessments;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>What the demo desk offers, what it rests on, and how critical some of it is: one assessment holds, one waits for approval, one is due again.</summary>
internal static class DemoCatalogue
{
    private const string Office = "office";

    /// <summary>Area: index of <see cref="DemoPeople.Areas"/>.</summary>
    private static readonly (string Name, ProductKind Kind, int Area, string? Hours, string Description)[] Products =
    [
        ("App móvil", ProductKind.Platform, 1, null, "Consulta, radicación y pago desde el teléfono."),
        ("Factura mensual", ProductKind.Product, 2, Office, "La factura que recibe cada suscriptor."),
        ("Portal ciudadano", ProductKind.Platform, 1, null, "Trámites, radicación y seguimiento en línea."),
        ("Puntos de atención", ProductKind.Service, 0, Office, "Ventanillas de las sedes."),
        ("Pasarela de pagos", ProductKind.Platform, 2, null, "Pagos en línea con bancos y tarjetas."),
        ("Identidad digital", ProductKind.Platform, 1, null, "Ingreso con usuario, contraseña y código de un solo uso."),
        ("Gestor documental", ProductKind.Platform, 0, Office, "Expedientes y correspondencia."),
        ("Motor de facturación", ProductKind.Platform, 2, Office, "Calcula consumos, cargos y descuentos."),
        ("Base de datos central", ProductKind.Platform, 1, null, "Suscriptores, cuentas y saldos."),
        ("Bus de integración", ProductKind.Platform, 1, null, "Intercambio entre los sistemas de la casa."),
        ("Mensajería y notificaciones", ProductKind.Platform, 1, null, "Correos, mensajes de texto y avisos de la app."),
        ("Centro de contacto", ProductKind.Service, 0, Office, "Línea telefónica y chat."),
        ("Sistema de turnos", ProductKind.Platform, 0, Office, "Turnos de las ventanillas."),
        ("Red y conectividad", ProductKind.Service, 3, null, "Enlaces de las sedes y del centro de datos."),
    ];

    /// <summary>Identity and messages need each other: a code is sent, and who sends it signs in.</summary>
    private static readonly (string Product, string DependsOn, string? Note)[] Dependencies =
    [
        ("Portal ciudadano", "Identidad digital", "ingreso"), ("Portal ciudadano", "Bus de integración", null), ("Portal ciudadano", "Gestor documental", "adjuntos"), ("Portal ciudadano", "Pasarela de pagos", "pago de trámites"),
        ("App móvil", "Identidad digital", "ingreso"), ("App móvil", "Bus de integración", null), ("App móvil", "Mensajería y notificaciones", "avisos"),
        ("Factura mensual", "Motor de facturación", null), ("Factura mensual", "Mensajería y notificaciones", "envío"), ("Factura mensual", "Pasarela de pagos", null),
        ("Puntos de atención", "Sistema de turnos", null), ("Puntos de atención", "Portal ciudadano", "radicación asistida"), ("Puntos de atención", "Red y conectividad", null),
        ("Pasarela de pagos", "Bus de integración", null), ("Pasarela de pagos", "Red y conectividad", "enlace con los bancos"),
        ("Identidad digital", "Base de datos central", null), ("Identidad digital", "Mensajería y notificaciones", "código de un solo uso"), ("Mensajería y notificaciones", "Identidad digital", "ingreso de quien envía"),
        ("Gestor documental", "Base de datos central", null), ("Motor de facturación", "Base de datos central", null), ("Motor de facturación", "Bus de integración", null), ("Bus de integración", "Base de datos central", null),
        ("Base de datos central", "Red y conectividad", null), ("Centro de contacto", "Gestor documental", null), ("Centro de contacto", "Red y conectividad", null), ("Sistema de turnos", "Red y conectividad", null),
    ];

    /// <summary>What citizens file about; the rest is the house's own.</summary>
    private static readonly string[] Public = ["App móvil", "Factura mensual", "Portal ciudadano", "Puntos de atención", "Pasarela de pagos", "Centro de contacto"];

    /// <summary>Keys of <see cref="DemoContracts"/>.</summary>
    private static readonly Dictionary<CriticalityClass, string> Plans = new() { [CriticalityClass.Low] = "basico", [CriticalityClass.Medium] = "profesional", [CriticalityClass.High] = "profesional", [CriticalityClass.Critical] = "critico" };

    private static readonly string[] AtBranches = ["Puntos de atención", "Sistema de turnos", "Centro de contacto"];

    /// <param name="areas">As <see cref="DemoPeople.Areas"/>.</param>
    public static async Task AddAsync(DeskDb db, IReadOnlyList<Area> areas, IReadOnlyList<Branch> branches, IReadOnlyList<StaffMember> staff, DateTimeOffset now, DateOnly today, CancellationToken cancel)
    {
        var all = Products.ToDictionary(each => each.Name, each => new Product { Name = each.Name, Kind = each.Kind, OwnerAreaId = areas[each.Area].Id, CalendarKey = each.Hours, Description = each.Description, Internal = !Public.Contains(each.Name) });
        db.Products.AddRange(all.Values);
        await db.SaveChangesAsync(cancel);
        all["Sistema de turnos"].ParentId = all["Puntos de atención"].Id;
        db.ProductDependencies.AddRange(Dependencies.Select(each => new ProductDependency { ProductId = all[each.Product].Id, DependsOnId = all[each.DependsOn].Id, Note = each.Note }));
        db.ProductBranches.AddRange(AtBranches.SelectMany(name => branches.Select(branch => new ProductBranch { ProductId = all[name].Id, BranchId = branch.Id })));

        var map = new DependencyMap(all.Values.Select(product => product.Id), Dependencies.Select(each => (all[each.Product].Id, all[each.DependsOn].Id)));
        var (one, other) = (Lead(staff, 0), Lead(staff, 1));
        var scheme = new CriticalitySchemeVersion { Scheme = new() { Plans = Plans }, MadeAt = now.AddDays(-420), MadeBy = staff.First(member => member.Role == Role.Admin).Name };
        db.CriticalitySchemes.Add(scheme);
        await db.SaveChangesAsync(cancel);
        db.Assessments.AddRange(
            Assessed(scheme, all["Portal ciudadano"], map, now, today, 400, one, other, 190, [4, 3, 4, 3], [3, 3, 2, 4]),
            Assessed(scheme, all["Portal ciudadano"], map, now, today, 30, one, other, 335, [5, 4, 5, 4], [4, 4, 3, 5]),
            Assessed(scheme, all["Identidad digital"], map, now, today, 180, other, one, 180, [4, 5, 4, 5], [3, 4, 5, 4]),
            Assessed(scheme, all["Pasarela de pagos"], map, now, today, 2, one, null, 0, [4, 4, 4, 4], [5, 3, 3, 4]));
    }

    /// <param name="daysAgo">When it was proposed, and approved where somebody did.</param>
    /// <param name="approver">Null: it waits.</param>
    /// <param name="reviewDays">From the approval to the review.</param>
    /// <param name="factors">Levels of all factors but interdependence, which the map counts.</param>
    private static Assessment Assessed(CriticalitySchemeVersion scheme, Product product, DependencyMap map, DateTimeOffset now, DateOnly today, int daysAgo, Actor proposer, Actor? approver, int reviewDays, int[] factors, int[] consequences)
    {
        var (at, on) = (now.AddDays(-daysAgo), today.AddDays(-daysAgo));
        var content = new AssessmentContent
        {
            Factors = Enum.GetValues<CriticalityFactor>().Zip(factors, (factor, level) => (factor, new Grade(level, FactorEvidence[(int)factor - 1]))).ToDictionary(each => each.factor, each => each.Item2),
            Consequences = Enum.GetValues<ConsequenceDimension>().Zip(consequences, (dimension, level) => (dimension, new Grade(level, ConsequenceEvidence[(int)dimension - 1]))).ToDictionary(each => each.dimension, each => each.Item2),
        }.Counted(map.DependantsOf(product.Id).Count, scheme.Scheme);
        content = content with { PlanKey = Plans[CriticalityScore.Of(scheme.Scheme, content.Levels!).Class] };
        var assessment = new Assessment { ProductId = product.Id, ChangedAt = at, ChangedBy = proposer.Name };
        _ = assessment.Write(content, new(at, on, proposer));
        _ = assessment.Propose(scheme.Scheme, scheme.Id, new(at, on, proposer));
        if (approver is null) return assessment;
        _ = assessment.Approve(on.AddDays(reviewDays), new(at, on, approver));
        (product.Criticality, product.CriticalityReviewOn) = (assessment.Class, assessment.ReviewOn);
        return assessment;
    }

    private static readonly string[] FactorEvidence =
    [
        "Plan estratégico: meta de trámites en línea, indicador 3.2.", "Análisis de impacto del año pasado y simulacro de contingencia.", "Ley 1755 de 2015: términos de respuesta; contrato con el regulador.",
        "Inventario de activos de información: datos personales de suscriptores.", "",
    ];

    private static readonly string[] ConsequenceEvidence =
    [
        "Estimado de Facturación por día sin recaudo.", "Personas que trabajan con ella, según Talento Humano.", "Registro de incidentes de los últimos dos años.", "Quejas y menciones en medios en la última caída.",
    ];

    private static Actor Lead(IReadOnlyList<StaffMember> staff, int at) => Actor.Staff(staff.Where(member => member.Role == Role.Lead).OrderBy(member => member.Id).ElementAt(at));
}
