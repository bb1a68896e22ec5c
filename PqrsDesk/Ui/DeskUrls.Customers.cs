using System.Globalization;

namespace PqrsDesk.Ui;

// People and organisations.
public static partial class DeskUrls
{
    public const string NewPerson = "/clientes/personas/nueva";
    public const string PartyMerge = "/clientes/unir";
    public const string PartyImport = "/clientes/importar";
    public const string CustomersWorkbook = "/clientes/organizaciones.xlsx";
    public const string CustomersCsv = "/clientes/organizaciones.csv";
    public const string PeopleWorkbook = "/clientes/personas.xlsx";
    public const string PeopleCsv = "/clientes/personas.csv";

    public const string ApiCustomers = "/api/v1/customers";
    public const string ApiCustomer = "/api/v1/customers/{id:int}";
    public const string ApiContacts = "/api/v1/contacts";
    public const string ApiContact = "/api/v1/contacts/{id:int}";

    public const string CategoryParameter = "categoria";
    public const string ActiveParameter = "activos";
    public const string OpenParameter = "abiertos";
    public const string OrganisationParameter = "organizacion";
    public const string CursorParameter = "desde";
    public const string PartyParameter = "clase";
    public const string StaysParameter = "queda";
    public const string GoesParameter = "sale";
    public const string FilingKindParameter = "tipo";
    public const string FilingChannelParameter = "canal";

    /// <summary>The value of <see cref="PartyParameter"/> for people; else it is about organisations.</summary>
    public const string PeopleValue = "personas";

    /// <param name="people">Else of organisations.</param>
    public static string DuplicatesOf(bool people, int page = 1) =>
        With(CustomerDuplicates, [(PartyParameter, people ? PeopleValue : null), (PageParameter, page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null)]);

    public static string PartyMergeOf(bool people, int stays, int goes) => With(PartyMerge,
        [(PartyParameter, people ? PeopleValue : null), (StaysParameter, stays.ToString(CultureInfo.InvariantCulture)), (GoesParameter, goes.ToString(CultureInfo.InvariantCulture))]);

    public static string PartyImportOf(bool people) => With(PartyImport, [(PartyParameter, people ? PeopleValue : null)]);

    public static string PartyOf(bool person, int id) => person ? PersonOf(id) : CustomerOf(id);

    /// <summary>A list, a file of it or a page with a list, filtered. Empty values are left out.</summary>
    public static string PartiesWith(string page, params IEnumerable<(string Name, string? Value)> filter) => With(page, filter);

    public static string ApiCustomerOf(int id) => Numbered(ApiCustomers, id);

    public static string ApiContactOf(int id) => Numbered(ApiContacts, id);
}
