using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.CaseFiles;

/// <summary>What is said of the house's own fields as a case is filed.</summary>
public sealed class FiledFieldsTests
{
    private static readonly CustomField Account = new() { Key = "cuenta", Name = "Cuenta", Type = FieldType.Text, Kinds = [TicketKind.Claim], Need = FieldNeed.Always, Public = true };
    private static readonly CustomField Amount = new() { Key = "valor", Name = "Valor", Type = FieldType.Money, When = new("cuenta", []), Public = true };
    private static readonly CustomField Desk = new() { Key = "ruta", Name = "Ruta", Type = FieldType.OneOf, Options = ["Norte", "Sur"], Need = FieldNeed.Always };
    private static readonly CustomField Below = new() { Key = "tramo", Name = "Tramo", Type = FieldType.Text, When = new("ruta", ["Norte"]), Public = true };
    private static readonly FieldBook Book = new(Numbered(Account, Amount, Desk, Below));

    [Fact]
    public void Staff_are_asked_for_all_of_them_and_told_all_that_is_wrong_at_once()
    {
        Assert.Equal([("cuenta", RefusalCode.FieldMissing), ("ruta", RefusalCode.FieldMissing)], Wrong(FilledBy.Staff));
        Assert.Equal([("ruta", RefusalCode.ChoiceUnknown), ("cuenta", RefusalCode.FieldMissing)], Wrong(FilledBy.Staff, (Desk, "Este")));
        Assert.Equal([("valor", RefusalCode.FieldNotShown), ("cuenta", RefusalCode.FieldMissing)], Wrong(FilledBy.Staff, (Amount, "100"), (Desk, "Sur")));
        Assert.Empty(Wrong(FilledBy.Staff, (Account, "7"), (Desk, "Norte"), (Below, "A")));
        Assert.Equal([("Fields", RefusalCode.FieldUnknown)], FiledFields.Read(Book, Samples.Filing with { Kind = TicketKind.Petition }, new Dictionary<int, string?> { [99] = "x", [Desk.Id] = "Sur" }, FilledBy.Program).Wrong.Select(wrong => (wrong.Field!, wrong.Code)));
    }

    [Fact]
    public void A_citizen_is_asked_for_the_public_ones_and_what_is_not_theirs_is_passed_over()
    {
        var said = Read(FilledBy.Citizen, (Account, " 7 "), (Amount, "12.50"), (Desk, "Norte"), (Below, "A"));
        Assert.Empty(said.Wrong);
        Assert.Equal([("cuenta", "7"), ("valor", "12.5")], said.Said.Select(each => (each.Key, each.Change.To!)));
        Assert.Equal([("cuenta", RefusalCode.FieldMissing)], Wrong(FilledBy.Citizen, (Amount, "no es un número")));
        Assert.Empty(FiledFields.Read(Book, Samples.Filing with { Kind = TicketKind.Suggestion }, new Dictionary<int, string?> { [Account.Id] = "7" }, FilledBy.Citizen) is { Wrong: [], Said: var none } ? none : [null!]);
    }

    [Fact]
    public void A_value_is_found_in_whatever_letters_and_fits_an_index()
    {
        Assert.Equal(["norte"], FieldValues.KeysOf(FieldType.Text, " NÓRTE "));
        Assert.Equal(["uno", "dos"], FieldValues.KeysOf(FieldType.ManyOf, "Uno\nDOS\nuno"));
        Assert.Empty(FieldValues.KeysOf(FieldType.LongText, "Lo que se cuenta"));
        var cut = Assert.Single(FieldValues.KeysOf(FieldType.Text, new string('a', FieldValues.KeyLimit - 1) + "🙂"));
        Assert.Equal((FieldValues.KeyLimit - 1, false), (cut.Length, char.IsSurrogate(cut[^1])));
    }

    private static FiledFields Read(FilledBy by, params (CustomField Field, string Value)[] said) => FiledFields.Read(Book, Samples.Filing, said.ToDictionary(each => each.Field.Id, each => (string?)each.Value), by);

    private static IEnumerable<(string, RefusalCode)> Wrong(FilledBy by, params (CustomField Field, string Value)[] said) => Read(by, said).Wrong.Select(wrong => (wrong.Field!, wrong.Code));

    private static CustomField[] Numbered(params CustomField[] fields)
    {
        for (var at = 0; at < fields.Length; at++) typeof(CustomField).GetProperty(nameof(CustomField.Id))!.SetValue(fields[at], at + 1);
        return fields;
    }
}
