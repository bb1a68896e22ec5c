using System.Globalization;

namespace PqrsDesk.Domain.Assessments;

/// <summary>The described levels that come with the product: our own proposal, with the anchors that docs/criticality.md names. A house says them in its own words where it wants to.</summary>
public static class LevelTexts
{
    private static readonly Dictionary<string, LevelText> All = new()
    {
        ["Strategic.1"] = new("Apoya una tarea aislada; ningún objetivo del plan depende de ella.", "It supports a single task; no aim of the plan rests on it."),
        ["Strategic.2"] = new("Apoya una actividad de un área; hay otra manera habitual de hacerla.", "It supports an activity of one area; there is another usual way of doing it."),
        ["Strategic.3"] = new("Sostiene un proceso misional o de apoyo de un área; las metas de esa área dependen de ella.", "It carries a core or supporting process of one area; the goals of that area rest on it."),
        ["Strategic.4"] = new("Sostiene un objetivo estratégico o el servicio principal de una sede o de un grupo grande de clientes.", "It carries a strategic aim, or the main service of a branch or of a large group of customers."),
        ["Strategic.5"] = new("Es la razón de ser de la organización: sin ella no se presta el servicio ni se recaudan los ingresos principales.", "It is what the organisation exists for: without it the service is not given, or the main income is not collected."),
        ["Continuity.1"] = new("La organización sigue sin ella más de 5 días hábiles (interrupción máxima tolerable: más de 120 horas).", "The organisation goes on without it for more than 5 business days (maximum tolerable downtime: over 120 hours)."),
        ["Continuity.2"] = new("Se tolera una interrupción de hasta 120 horas; hay un procedimiento manual probado.", "An outage of up to 120 hours is tolerable; there is a manual procedure that was tried."),
        ["Continuity.3"] = new("Se tolera hasta 24 horas; el procedimiento manual atiende solo lo urgente.", "Up to 24 hours are tolerable; the manual procedure serves only what is urgent."),
        ["Continuity.4"] = new("Se tolera hasta 8 horas; después se detienen servicios al público.", "Up to 8 hours are tolerable; after that, services to the public stop."),
        ["Continuity.5"] = new("Se tolera 1 hora o menos; la vida, la seguridad o el recaudo se afectan de inmediato.", "One hour or less is tolerable; life, safety or collections suffer at once."),
        ["Regulatory.1"] = new("Ninguna norma, contrato ni autoridad la exige.", "No rule, contract or authority asks for it."),
        ["Regulatory.2"] = new("La exigen normas internas o acuerdos con aliados.", "Internal rules or agreements with partners ask for it."),
        ["Regulatory.3"] = new("Sostiene un deber legal con término amplio (más de 15 días hábiles) o un contrato sin sanciones.", "It carries a legal duty with a long term (over 15 business days), or a contract without penalties."),
        ["Regulatory.4"] = new("Sostiene términos legales de 15 días hábiles o menos, o reportes obligatorios; incumplir trae sanciones.", "It carries legal terms of 15 business days or less, or mandatory reports; failing brings penalties."),
        ["Regulatory.5"] = new("Incumplir vulnera derechos fundamentales, suspende una licencia o trae silencio administrativo positivo o sanción grave.", "Failing violates fundamental rights, suspends a licence, or brings deemed approval or a grave penalty."),
        ["Security.1"] = new("Solo datos públicos.", "Public data only."),
        ["Security.2"] = new("Datos internos sin datos personales.", "Internal data without personal data."),
        ["Security.3"] = new("Datos personales semiprivados o privados de pocas personas, o información clasificada.", "Semi-private or private personal data of few people, or classified information."),
        ["Security.4"] = new("Datos personales privados a gran escala, credenciales o datos financieros; está expuesta a internet.", "Private personal data on a large scale, credentials or financial data; it is exposed to the internet."),
        ["Security.5"] = new("Datos sensibles (salud, biometría, menores), información reservada o control de instalaciones físicas.", "Sensitive data (health, biometrics, minors), reserved information, or control of physical installations."),
        ["Cost.1"] = new("Menos de 10 salarios mínimos mensuales por evento; cabe en el presupuesto del área.", "Less than 10 monthly minimum wages for each event; within the budget of the area."),
        ["Cost.2"] = new("De 10 a menos de 100 salarios mínimos mensuales.", "10 to less than 100 monthly minimum wages."),
        ["Cost.3"] = new("De 100 a menos de 500 salarios mínimos mensuales, o 1 % del presupuesto anual.", "100 to less than 500 monthly minimum wages, or 1 % of the yearly budget."),
        ["Cost.4"] = new("De 500 a menos de 2.000 salarios mínimos mensuales, o 5 % del presupuesto anual.", "500 to less than 2,000 monthly minimum wages, or 5 % of the yearly budget."),
        ["Cost.5"] = new("2.000 salarios mínimos mensuales o más; compromete la operación del año.", "2,000 monthly minimum wages or more; it endangers the operation of the year."),
        ["Productivity.1"] = new("Nadie deja de trabajar; hay molestias.", "Nobody stops working; it is a nuisance."),
        ["Productivity.2"] = new("Hasta el 10 % del personal trabaja más despacio.", "Up to 10 % of the staff work more slowly."),
        ["Productivity.3"] = new("Un área se detiene, o hasta la mitad del personal trabaja más despacio.", "One area stops, or up to half of the staff work more slowly."),
        ["Productivity.4"] = new("Varias áreas o una sede se detienen.", "Several areas or a branch stop."),
        ["Productivity.5"] = new("Toda la organización o sus clientes se detienen.", "The whole organisation or its customers stop."),
        ["Security.1c"] = new("Sin efecto sobre personas ni información.", "No effect on people or information."),
        ["Security.2c"] = new("Incidente contenido, sin datos personales expuestos.", "A contained incident; no personal data exposed."),
        ["Security.3c"] = new("Datos personales de pocas personas expuestos o alterados.", "Personal data of few people exposed or altered."),
        ["Security.4c"] = new("Exposición o pérdida de datos a gran escala; obliga a reportar a la autoridad.", "Data exposed or lost on a large scale; it must be reported to the authority."),
        ["Security.5c"] = new("Peligro para la vida o la integridad de personas, o daño irreversible de la información.", "Danger to the life or integrity of people, or irreversible damage to information."),
        ["Reputation.1"] = new("Nadie de fuera lo nota.", "Nobody outside notices."),
        ["Reputation.2"] = new("Quejas aisladas de usuarios.", "Single complaints of users."),
        ["Reputation.3"] = new("Muchas quejas o mención en medios locales.", "Many complaints, or a mention in local media."),
        ["Reputation.4"] = new("Medios nacionales, un ente de control pregunta o se pierden clientes.", "National media, a control body asks, or customers are lost."),
        ["Reputation.5"] = new("Pérdida duradera de confianza; renuncias, demandas o intervención.", "A lasting loss of trust; resignations, lawsuits or intervention."),
    };

    /// <summary>Of all levels that a house can say in its own words. Interdependence is told by its steps.</summary>
    public static IReadOnlySet<string> Keys { get; } = new HashSet<string>(
    [
        .. from factor in Enum.GetValues<CriticalityFactor>()
           where factor != CriticalityFactor.Interdependence
           from level in Levels
           select Key(factor, level),
        .. from dimension in Enum.GetValues<ConsequenceDimension>()
           from level in Levels
           select Key(dimension, level),
    ]);

    public static IEnumerable<int> Levels => Enumerable.Range(Grade.Lowest, Grade.Highest - Grade.Lowest + 1);

    public static string Key(CriticalityFactor factor, int level) => FormattableString.Invariant($"{factor}.{level}");

    /// <remarks>Security is a factor and a dimension: what could be done, and what a failure does.</remarks>
    public static string Key(ConsequenceDimension dimension, int level) => FormattableString.Invariant($"{dimension}.{level}{(dimension == ConsequenceDimension.Security ? "c" : "")}");

    /// <param name="steps">As <see cref="CriticalityScheme.DependantSteps"/>.</param>
    internal static LevelText Shipped(CriticalityFactor factor, int level, IReadOnlyList<int> steps) =>
        factor == CriticalityFactor.Interdependence ? Dependants(level, steps) : All[Key(factor, level)];

    internal static LevelText Shipped(ConsequenceDimension dimension, int level) => All[Key(dimension, level)];

    private static LevelText Dependants(int level, IReadOnlyList<int> steps)
    {
        var from = level == Grade.Lowest ? 0 : steps[level - Grade.Lowest - 1];
        var to = level == Grade.Highest ? (int?)null : steps[level - Grade.Lowest] - 1;
        var (least, most) = (Number(from), to is { } last ? Number(last) : "");
        return (from, to) switch
        {
            (0, 0) => new("Ninguna otra deja de funcionar con ella.", "No other stops working with it."),
            (_, null) => new($"{least} o más dejan de funcionar con ella, directa o indirectamente.", $"{least} or more stop working with it, directly or indirectly."),
            (1, 1) => new("Una deja de funcionar con ella, directa o indirectamente.", "One stops working with it, directly or indirectly."),
            _ when from == to => new($"{least} dejan de funcionar con ella, directa o indirectamente.", $"{least} stop working with it, directly or indirectly."),
            _ => new($"De {least} a {most} dejan de funcionar con ella, directa o indirectamente.", $"{least} to {most} stop working with it, directly or indirectly."),
        };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
