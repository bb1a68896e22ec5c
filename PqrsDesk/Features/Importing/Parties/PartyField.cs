using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Importing.Parties;

/// <summary>What a column of a list of people, or of organisations, may hold.</summary>
public enum PartyField
{
    Name = 1,
    DocumentType,
    Document,
    Email,
    OtherEmail,
    Telephone,
    OtherTelephone,
    Address,
    Municipality,
    Organisation,
    Category,
    Active,
    ExternalId,
    OtherPoints,
}

/// <summary>Which columns hold what.</summary>
/// <param name="Columns">Places in the header, from 0.</param>
public sealed record PartyMap(IReadOnlyDictionary<PartyField, int> Columns)
{
    private static readonly Dictionary<PartyField, string[]> Names = new()
    {
        [PartyField.Name] = ["nombre", "razon social", "nombre completo", "cliente", "name", "full name"],
        [PartyField.DocumentType] = ["tipo de documento", "tipo documento", "tipo doc", "kind of document", "document type"],
        [PartyField.Document] = ["documento", "numero de documento", "nit", "cedula", "identificacion", "document", "id number"],
        [PartyField.Email] = ["correo", "correo electronico", "email", "e mail", "mail"],
        [PartyField.OtherEmail] = ["otro correo", "correo 2", "email 2", "other e mail", "other email"],
        [PartyField.Telephone] = ["telefono", "celular", "movil", "telephone", "phone", "mobile"],
        [PartyField.OtherTelephone] = ["otro telefono", "telefono 2", "celular 2", "other telephone", "phone 2"],
        [PartyField.Address] = ["direccion", "address"],
        [PartyField.Municipality] = ["municipio", "ciudad", "municipality", "city"],
        [PartyField.Organisation] = ["organizacion", "empresa", "entidad", "organisation", "organization", "company"],
        [PartyField.Category] = ["categoria", "category"],
        [PartyField.Active] = ["activa", "activo", "estado", "active"],
        [PartyField.ExternalId] = ["identificador externo", "id externo", "codigo", "external id", "code"],
        [PartyField.OtherPoints] = ["otros contactos", "other contact points"],
    };

    public static IReadOnlyList<PartyField> FieldsOf(PartyKind kind) =>
        [.. Enum.GetValues<PartyField>().Where(field => field != (kind == PartyKind.Person ? PartyField.Category : PartyField.Organisation))];

    /// <summary>As the columns are called: the exports of this desk and the usual names are known.</summary>
    public static PartyMap Guess(PartyKind kind, IReadOnlyList<string> header)
    {
        var names = header.Select(name => string.Join(' ', SearchedWords.Split(name))).ToList();
        var columns = new Dictionary<PartyField, int>();
        foreach (var field in FieldsOf(kind))
        {
            var at = Names[field].Select(name => names.IndexOf(name)).FirstOrDefault(place => place >= 0 && !columns.ContainsValue(place), -1);
            if (at >= 0) columns[field] = at;
        }

        return new(columns);
    }
}
