using System.Globalization;

namespace PqrsDesk.Ui;

// Prices and quotes.
public static partial class DeskUrls
{
    public const string QuotePrint = "/cotizaciones/{numero:int}/imprimir";
    public const string QuoteFile = "/cotizaciones/{numero:int}/libro.xlsx";
    public const string ApiPrice = "/api/v1/price";
    public const string ApiQuotes = "/api/v1/quotes";

    /// <summary>A draft that the calculator goes on with.</summary>
    public const string QuoteParameter = "cotizacion";

    /// <summary>Whom it is for, by name.</summary>
    public const string QuotedParameter = "para";

    /// <summary>With cost and margin: for the house alone.</summary>
    public const string InternalParameter = "interno";

    public static string QuoterFor(string customer) => With(Quoter, [(QuotedParameter, customer)]);

    public static string QuoterOf(int quote) => With(Quoter, [(QuoteParameter, quote.ToString(CultureInfo.InvariantCulture))]);

    public static string QuotesWith(string? state, string? sought, int? before = null) =>
        With(Quotes, [(StateParameter, state), (SearchParameter, sought), (BeforeParameter, before?.ToString(CultureInfo.InvariantCulture))]);

    public static string QuotePrintOf(int id, bool forHouse = false) => With(Numbered(Quotes, id) + "/imprimir", [(InternalParameter, forHouse ? "true" : null)]);

    public static string QuoteFileOf(int id, bool forHouse = false) => With(Numbered(Quotes, id) + "/libro.xlsx", [(InternalParameter, forHouse ? "true" : null)]);
}
