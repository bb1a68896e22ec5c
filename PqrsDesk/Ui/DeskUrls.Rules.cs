using System.Globalization;

namespace PqrsDesk.Ui;

// The rules of the house, and what an administrator sets up.
public static partial class DeskUrls
{
    public const string SlaCalendars = "/sla/calendarios/{clave?}";
    public const string SlaPolicies = "/sla/politicas/{clave?}";
    public const string SlaTerms = "/sla/terminos/{clave?}";
    public const string PauseCauses = "/sla/pausas";

    /// <summary>In the place of a key: one that is not there yet.</summary>
    public const string NewRule = "nuevo";
    public const string Simulator = "/sla/simulador";

    /// <summary>Under it is what an administrator sets up.</summary>
    public const string Administration = "/administracion";
    public const string PortalSettings = "/administracion/portal";
    public const string Skills = "/administracion/habilidades/{numero:int?}";
    public const string RoutingRules = "/administracion/reparto/{clave?}";
    public const string Areas = "/administracion/areas/{numero:int?}";

    /// <summary>Topics and products, what each kind asks for, and the rules of words.</summary>
    public const string Classification = "/administracion/clasificacion";
    public const string RequiredFields = "/administracion/clasificacion/datos";
    public const string KeywordRules = "/administracion/clasificacion/reglas/{regla?}";

    /// <summary>What the steps of good care ask for.</summary>
    public const string Protocol = "/administracion/protocolo";

    /// <summary>The words by which the house sorts its cases.</summary>
    public const string Tags = "/administracion/etiquetas";

    /// <summary>What the house asks of its cases beside what every desk does.</summary>
    public const string CustomFields = "/administracion/campos";

    public static string RoutingRuleOf(string? key) => key is null ? "/administracion/reparto" : $"/administracion/reparto/{Uri.EscapeDataString(key)}";

    public static string AreaOf(int? id) => id is { } area ? string.Create(CultureInfo.InvariantCulture, $"/administracion/areas/{area}") : "/administracion/areas";

    /// <summary>What somebody can do, and how much they are handed out.</summary>
    public static string SkillsOf(int? member) => member is { } id ? string.Create(CultureInfo.InvariantCulture, $"/administracion/habilidades/{id}") : "/administracion/habilidades";

    public static string SlaCalendarOf(string? key) => key is null ? "/sla/calendarios" : $"/sla/calendarios/{Uri.EscapeDataString(key)}";

    public static string SlaPolicyOf(string? key) => key is null ? "/sla/politicas" : $"/sla/politicas/{Uri.EscapeDataString(key)}";

    public static string SlaTermOf(string? key) => key is null ? "/sla/terminos" : $"/sla/terminos/{Uri.EscapeDataString(key)}";

    public static string SlaTermOf(string code, int version) => SlaTermOf(SlaTermKey(code, version));

    /// <summary>One version of a rule of law. A dot in the last part of an address would look like a file.</summary>
    public static string SlaTermKey(string code, int version) => string.Create(CultureInfo.InvariantCulture, $"{code.Replace('.', '_')}~{version}");

    /// <param name="rule">Its number, or <see cref="NewRule"/>; null: the list.</param>
    public static string KeywordRuleOf(string? rule) => rule is null ? "/administracion/clasificacion/reglas" : $"/administracion/clasificacion/reglas/{Uri.EscapeDataString(rule)}";
}
