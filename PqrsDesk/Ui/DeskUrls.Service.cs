using System.Globalization;

namespace PqrsDesk.Ui;

// Customers, the catalogue, availability, contracts and prices.
public static partial class DeskUrls
{
    public const string Customers = "/clientes";
    public const string CustomerPage = "/clientes/{numero:int}";
    public const string NewCustomer = "/clientes/nuevo";
    public const string People = "/clientes/personas";
    public const string PersonPage = "/clientes/personas/{numero:int}";
    public const string CustomerDuplicates = "/clientes/duplicados";
    public const string CustomerReport = "/clientes/{numero:int}/informe";
    public const string Platforms = "/plataformas";
    public const string PlatformPage = "/plataformas/{numero:int}";
    public const string PlatformMap = "/plataformas/mapa";
    public const string CriticalityPage = "/plataformas/{numero:int}/criticidad";
    public const string CriticalitySettings = "/administracion/criticidad";
    public const string Availability = "/disponibilidad";
    public const string AvailabilityPage = "/disponibilidad/{numero:int}";
    public const string IncidentPage = "/disponibilidad/incidentes/{numero:int}";
    public const string PublicStatus = "/estado";
    public const string Contracts = "/contratos";
    public const string ContractPage = "/contratos/{numero:int}";
    public const string NewContract = "/contratos/nuevo";
    public const string SupportPlans = "/administracion/niveles/{clave?}";
    public const string PriceModel = "/administracion/precios";
    public const string Quoter = "/cotizador";
    public const string Quotes = "/cotizaciones";
    public const string QuotePage = "/cotizaciones/{numero:int}";

    public const string MonthParameter = "mes";

    public static string CustomerOf(int id) => Numbered(Customers, id);

    public static string PersonOf(int id) => Numbered(People, id);

    public static string CustomerReportOf(int id, string? month = null) => With(Numbered(Customers, id) + "/informe", [(MonthParameter, month)]);

    public static string PlatformOf(int id) => Numbered(Platforms, id);

    public static string CriticalityOf(int product) => Numbered(Platforms, product) + "/criticidad";

    public static string AvailabilityOf(int product) => Numbered(Availability, product);

    public static string IncidentOf(int outage) => Numbered(Availability + "/incidentes", outage);

    public static string ContractOf(int id) => Numbered(Contracts, id);

    public static string SupportPlanOf(string? key) => key is null ? "/administracion/niveles" : $"/administracion/niveles/{Uri.EscapeDataString(key)}";

    public static string QuoteOf(int id) => Numbered(Quotes, id);

    private static string Numbered(string under, int number) => string.Create(CultureInfo.InvariantCulture, $"{under}/{number}");
}
