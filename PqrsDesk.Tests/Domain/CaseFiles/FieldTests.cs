using System.Reflection;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.CaseFiles;

public sealed class FieldTests
{
    private static readonly CustomField Incident = Field(1, "incidente", FieldType.OneOf, options: ["Caída", "Lentitud", "Cobro"]);
    private static readonly CustomField Amount = Field(2, "valor", FieldType.Money, when: new("incidente", ["Cobro"]), demand: FieldNeed.BeforeAnswering);
    private static readonly CustomField Reason = Field(3, "motivo", FieldType.Text, when: new("valor", [], 1_000_000m, 5_000_000.50m), demand: FieldNeed.BeforeClosing);
    private static readonly CustomField Platforms = Field(4, "plataformas", FieldType.ManyOf, options: ["App", "Portal", "Cajero"]);
    private static readonly CustomField Confirmed = Field(5, "confirmado", FieldType.YesNo);
    private static readonly CustomField Since = Field(6, "desde", FieldType.Date, when: new("plataformas", ["App", "Cajero"]));
    private static readonly FieldBook Book = new([Incident, Amount, Reason, Platforms, Confirmed, Since]);

    [Theory]
    [InlineData(FieldType.Money, "1250000.50", "1250000.5")]
    [InlineData(FieldType.Money, "0.10", "0.1")]
    [InlineData(FieldType.Number, "-12.3400", "-12.34")]
    [InlineData(FieldType.Number, " 7 ", "7")]
    [InlineData(FieldType.Date, "2026-02-28", "2026-02-28")]
    [InlineData(FieldType.YesNo, "false", "false")]
    [InlineData(FieldType.Text, "a\nb", "a b")]
    [InlineData(FieldType.LongText, "a\r\nb", "a\nb")]
    [InlineData(FieldType.Text, "   ", null)]
    public void Values_are_written_exactly_and_in_one_way(FieldType type, string typed, string? kept)
    {
        Assert.Null(FieldValues.Read(Field(9, "x", type), typed, null, out var value));
        Assert.Equal(kept, value);
    }

    [Theory]
    [InlineData(FieldType.Money, "0.001", RefusalCode.MoneyInvalid)]
    [InlineData(FieldType.Money, "1e5", RefusalCode.NumberInvalid)]
    [InlineData(FieldType.Number, "9999999999999999", RefusalCode.NumberInvalid)]
    [InlineData(FieldType.Number, "1,5", RefusalCode.NumberInvalid)]
    [InlineData(FieldType.Number, "NaN", RefusalCode.NumberInvalid)]
    [InlineData(FieldType.Date, "2026-02-30", RefusalCode.DateInvalid)]
    [InlineData(FieldType.Date, "0001-01-01", RefusalCode.DateInvalid)]
    [InlineData(FieldType.YesNo, "sí", RefusalCode.ChoiceUnknown)]
    [InlineData(FieldType.OneOf, "otra", RefusalCode.ChoiceUnknown)]
    public void What_is_none_of_its_type_is_refused(FieldType type, string typed, RefusalCode code) =>
        Assert.Equal(code, FieldValues.Read(Field(9, "x", type), typed, null, out _)?.Code);

    [Fact]
    public void A_choice_that_left_the_list_may_stay_and_choices_are_kept_in_the_lists_order()
    {
        Assert.Null(FieldValues.Read(Platforms, "Cajero\nApp\nApp", null, out var value));
        Assert.Equal("App\nCajero", value);
        Assert.Null(FieldValues.Read(Platforms, "Vieja\nApp", "Vieja", out value));
        Assert.Equal("App\nVieja", value);
        Assert.Equal(RefusalCode.TextTooLong, FieldValues.Read(Field(9, "x", FieldType.LongText), new('a', 100_000), null, out _)?.Code);
    }

    [Fact]
    public void A_field_is_shown_when_the_other_says_so_through_all_that_it_waits_for()
    {
        string[] Shown(params (int Id, string Value)[] values) => [.. Book.Shown(TicketKind.Claim, null, null, values.ToDictionary(each => each.Id, each => each.Value)).Select(field => field.Key)];

        Assert.Equal(["incidente", "plataformas", "confirmado"], Shown());
        Assert.Equal(["incidente", "valor", "plataformas", "confirmado"], Shown((1, "Cobro")));
        Assert.Contains("motivo", Shown((1, "Cobro"), (2, "5000000.5")));
        Assert.DoesNotContain("motivo", Shown((1, "Cobro"), (2, "5000000.51")));

        // The one in between is hidden, and what waits for it with it.
        Assert.DoesNotContain("motivo", Shown((1, "Caída"), (2, "2000000")));
        Assert.Contains("desde", Shown((4, "Portal\nCajero")));
        Assert.DoesNotContain("desde", Shown((4, "Portal")));
    }

    [Fact]
    public void Fields_are_of_kinds_topics_and_products()
    {
        var field = Field(9, "x", FieldType.Text);
        (field.Kinds, field.Topic, field.Product) = ([TicketKind.Claim], "Pagos", "App");
        Assert.True(field.IsOf(TicketKind.Claim, "Pagos", "App"));
        Assert.True(field.IsOf(TicketKind.Claim, "Pagos › Doble", "App"));
        Assert.False(field.IsOf(TicketKind.Claim, "Pagos y más", "App"));
        Assert.False(field.IsOf(TicketKind.Petition, "Pagos", "App"));
        Assert.False(field.IsOf(TicketKind.Claim, "Pagos", null));
    }

    [Fact]
    public void A_ring_is_found_with_its_fields_in_order()
    {
        var a = Field(1, "a", FieldType.Text, when: new("c", []));
        var b = Field(2, "b", FieldType.Text, when: new("a", []));
        var c = Field(3, "c", FieldType.Text, when: new("b", []));
        var d = Field(4, "d", FieldType.Text, when: new("a", []));
        Assert.Equal(["a", "c", "b"], FieldBook.Ring([d, a, b, c])!.Select(field => field.Key));
        Assert.Equal(["z"], FieldBook.Ring([Field(9, "z", FieldType.Text, when: new("z", []))])!.Select(field => field.Key));
        Assert.Null(FieldBook.Ring(Book.Fields));
    }

    [Fact]
    public async Task Changes_are_written_down_with_what_there_was_before()
    {
        var it = await Case.FiledAsync();
        Decision Fill(params (int Id, string? Value)[] values) => it.Try((ticket, now) => ticket.Fill(values.ToDictionary(each => each.Id, each => each.Value), Book, it.Book, now));

        Assert.True(Fill((1, "Cobro"), (2, "1250000.50"), (5, "true")).Succeeded);
        Assert.True(Fill((1, "Cobro"), (2, "90"), (5, null)).Succeeded);
        var change = Assert.IsType<TicketEvent.FieldsChanged>(it.Ticket.Events[^1].Event);
        Assert.Equal([new(2, "valor", FieldType.Money, "1250000.5", "90"), new(5, "confirmado", FieldType.YesNo, "true", null)], change.Changes);
        Assert.Equal([(1, "Cobro"), (2, "90")], it.Ticket.CaseFile!.Fields.Select(entry => (entry.FieldId, entry.Value)));
        var version = it.Ticket.Version;
        Assert.True(Fill((2, " 90.00 ")).Succeeded);
        Assert.Equal(version, it.Ticket.Version);
        Assert.Equal(TicketWords.Of(it.Ticket), TicketWords.Of(Ticket.Rebuild(it.Ticket.Events, it.Book)));
    }

    [Fact]
    public async Task What_is_not_asked_is_refused_and_what_must_be_there_is_asked_before_answering_and_closing()
    {
        var it = await Case.FiledAsync();
        var always = Field(7, "sede", FieldType.Text, demand: FieldNeed.Always);
        var retired = Field(8, "viejo", FieldType.Text);
        retired.Active = false;
        var book = new FieldBook([.. Book.Fields, always, retired]);
        RefusalCode? Fill(params (int Id, string? Value)[] values) =>
            (it.Try((ticket, now) => ticket.Fill(values.ToDictionary(each => each.Id, each => each.Value), book, it.Book, now)) as Decision.Refused)?.Refusal.Code;

        Assert.Equal(RefusalCode.FieldUnknown, Fill((99, "x")));
        Assert.Equal(RefusalCode.FieldRetired, Fill((8, "x")));
        Assert.Equal(RefusalCode.FieldNotShown, Fill((2, "10"), (7, "Centro")));
        Assert.Equal(RefusalCode.FieldMissing, Fill((1, "Cobro")));
        Assert.Equal(new Refusal(RefusalCode.FieldsMissing, null, "sede"), book.Refuse(it.Ticket, FieldNeed.BeforeAnswering));
        Assert.Equal(new Refusal(RefusalCode.FieldsMissing, null, "sede"), it.Try((ticket, now) => ticket.Answer("Listo.", it.Book.With(book), now)));
        Assert.Null(Fill((1, "Cobro"), (7, "Centro")));
        Assert.Equal(new Refusal(RefusalCode.FieldsMissing, null, "valor"), book.Refuse(it.Ticket, FieldNeed.BeforeAnswering));
        Assert.Null(Fill((2, "2000000")));
        Assert.Null(book.Refuse(it.Ticket, FieldNeed.BeforeAnswering));
        Assert.Equal(new Refusal(RefusalCode.FieldsMissing, null, "motivo"), book.Refuse(it.Ticket, FieldNeed.BeforeClosing));
        Assert.Null(Fill((1, "Caída")));

        // What is hidden now is asked for no more, and still says what it said.
        Assert.Null(book.Refuse(it.Ticket, FieldNeed.BeforeClosing));
        Assert.Contains(it.Ticket.CaseFile!.Fields, entry => entry.Value == "2000000");
    }

    private static CustomField Field(int id, string key, FieldType type, IReadOnlyList<string>? options = null, FieldCondition? when = null, FieldNeed demand = FieldNeed.Never)
    {
        var field = new CustomField { Key = key, Name = key, Type = type, Options = options ?? [], When = when, Need = demand, Order = id };
        typeof(CustomField).GetProperty(nameof(CustomField.Id))!.SetValue(field, id, BindingFlags.Instance | BindingFlags.NonPublic, null, null, null);
        return field;
    }
}
