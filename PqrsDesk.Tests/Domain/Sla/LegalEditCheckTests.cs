using PqrsDesk.Domain.Tickets;
using Xunit;

namespace PqrsDesk.Domain.Sla;

/// <summary>What cannot be a rule of law is refused as a value that names its field.</summary>
public sealed class LegalEditCheckTests
{
    private static readonly LegalDefinition Good = new()
    {
        Country = "CO",
        Regime = "interno",
        RegimeName = "Reglamento interno",
        Name = "Peticiones de socios",
        Amount = 8,
        Extension = 4,
        CompletionDays = 5,
        CompletionMonths = 1,
        TransferDays = 3,
        Source = "Resolución 7 de 2026, art. 2",
        ValidFrom = new(2026, 1, 1),
    };

    private static readonly Dictionary<string, (LegalDefinition Rule, LegalProblemCode? Code, string? Field)> Typed = new()
    {
        ["good"] = (Good, null, null),
        ["country"] = (Good with { Country = "Colombia" }, LegalProblemCode.CountryUnknown, "country"),
        ["regime"] = (Good with { Regime = "Ley 7" }, LegalProblemCode.RegimeWrong, "regime"),
        ["regime of another country"] = (Good with { Regime = "pe.libro" }, LegalProblemCode.RegimeElsewhere, "regime"),
        ["no regime name"] = (Good with { RegimeName = " " }, LegalProblemCode.NameMissing, "regimeName"),
        ["no name"] = (Good with { Name = "" }, LegalProblemCode.NameMissing, "name"),
        ["long name"] = (Good with { Name = new('n', 121) }, LegalProblemCode.TextTooLong, "name"),
        ["no source"] = (Good with { Source = "" }, LegalProblemCode.SourceMissing, "source"),
        ["doubt without a note"] = (Good with { IsConfirmed = false }, LegalProblemCode.NoteMissing, "note"),
        ["kind"] = (Good with { Kinds = [(TicketKind)99] }, LegalProblemCode.ConditionUnknown, "kinds"),
        ["priority"] = (Good with { Priorities = [(Priority)99] }, LegalProblemCode.ConditionUnknown, "priorities"),
        ["silence"] = (Good with { Silence = (LegalSilence)99 }, LegalProblemCode.ConditionUnknown, "silence"),
        ["order"] = (Good with { Order = 0 }, LegalProblemCode.OrderWrong, "order"),
        ["unit"] = (Good with { Unit = DeadlineUnit.BusinessMinutes }, LegalProblemCode.UnitUnknown, "unit"),
        ["no amount"] = (Good with { Amount = 0 }, LegalProblemCode.AmountWrong, "amount"),
        ["too many days"] = (Good with { Amount = 367 }, LegalProblemCode.AmountWrong, "amount"),
        ["too many months"] = (Good with { Amount = 25, Unit = DeadlineUnit.Months, Extension = null }, LegalProblemCode.AmountWrong, "amount"),
        ["no extension of nought"] = (Good with { Extension = 0 }, LegalProblemCode.ExtensionWrong, "extension"),
        ["months are not extended"] = (Good with { Amount = 2, Unit = DeadlineUnit.Months }, LegalProblemCode.OnlyForDays, "extension"),
        ["hours are not extended"] = (Good with { Amount = 60, Unit = DeadlineUnit.ClockMinutes }, LegalProblemCode.OnlyForDays, "extension"),
        ["hours are not suspended"] = (Good with { Amount = 60, Unit = DeadlineUnit.ClockMinutes, Extension = null }, LegalProblemCode.OnlyForDays, "completionDays"),
        ["completion without its months"] = (Good with { CompletionMonths = null }, LegalProblemCode.CompletionWrong, "completionDays"),
        ["completion of years"] = (Good with { CompletionMonths = 13 }, LegalProblemCode.CompletionWrong, "completionMonths"),
        ["transfer"] = (Good with { TransferDays = 61 }, LegalProblemCode.TransferWrong, "transferDays"),
        ["no beginning"] = (Good with { ValidFrom = default }, LegalProblemCode.ValidityMissing, "validFrom"),
        ["ends before it begins"] = (Good with { ValidTo = new(2025, 12, 31) }, LegalProblemCode.ValidityReversed, "validTo"),
        ["ends the day it begins"] = (Good with { ValidTo = Good.ValidFrom }, null, null),
    };

    public static TheoryData<string> Cases => [.. Typed.Keys];

    [Theory, MemberData(nameof(Cases))]
    public void What_is_typed_is_held_to_what_can_be_counted(string name)
    {
        var (rule, code, field) = Typed[name];
        var problem = new LegalEdit("interno.socios", null, rule).Refuse(LegalBook.Shipped);
        Assert.Equal((code, field), (problem?.Code, problem?.Field));
    }

    [Theory]
    [InlineData("")]
    [InlineData("socios")]
    [InlineData("Interno.Socios")]
    [InlineData("interno.completar")]
    [InlineData("interno.traslado")]
    public void A_code_is_a_regime_and_a_matter_and_not_that_of_an_act(string code) =>
        Assert.Equal((LegalProblemCode.CodeWrong, "code"), Named(new LegalEdit(code, null, Good).Refuse(LegalBook.Shipped)));

    [Fact]
    public void Two_rules_of_one_code_have_no_day_in_common()
    {
        var newest = LegalBook.Shipped.Find("ley1755.peticion", new(2026, 3, 3))!;
        var another = newest.Definition with { ValidFrom = new(2030, 1, 1) };
        Assert.Equal((LegalProblemCode.ValidityOverlaps, "validFrom"), Named(new LegalEdit(newest.Code, null, another).Refuse(LegalBook.Shipped)));

        // Ended first, the next can follow on the day after.
        var ended = new LegalEdit(newest.Code, newest.Version, newest.Definition with { ValidTo = new(2029, 12, 31) });
        Assert.Null(ended.Refuse(LegalBook.Shipped));
        var law = new LegalBook([.. LegalBook.Shipped.All, Stored(ended, 1_000)]);
        Assert.Null(new LegalEdit(newest.Code, null, another).Refuse(law));
        Assert.Equal((15, (int?)null), (law.Find(newest.Code, new(2029, 12, 31))!.Definition.Amount, law.Find(newest.Code, new(2030, 1, 1))?.Id));
    }

    [Fact]
    public void A_version_that_another_replaced_is_not_corrected()
    {
        var newest = LegalBook.Shipped.Find("ley1755.peticion", new(2026, 3, 3))!;
        var law = new LegalBook([.. LegalBook.Shipped.All, Stored(new(newest.Code, newest.Version, newest.Definition with { Amount = 12 }), 1_000)]);
        Assert.Equal(LegalProblemCode.ChangedMeanwhile, new LegalEdit(newest.Code, newest.Version, newest.Definition with { Amount = 13 }).Refuse(law)?.Code);
        Assert.Equal(LegalProblemCode.NothingChanged, new LegalEdit(newest.Code, newest.Version + 1, newest.Definition with { Amount = 12 }).Refuse(law)?.Code);
    }

    [Fact]
    public void Who_confirms_puts_a_name_to_it()
    {
        var doubtful = LegalBook.Shipped.Find("sfc.queja", new(2026, 3, 3))!;
        var confirmed = doubtful.Definition with { IsConfirmed = true };
        Assert.Equal((LegalProblemCode.NoteMissing, "note"), Named(new LegalEdit(doubtful.Code, 1, confirmed).Refuse(LegalBook.Shipped)));
        Assert.Null(new LegalEdit(doubtful.Code, 1, confirmed with { Note = "Lo confirmó la oficina jurídica." }).Refuse(LegalBook.Shipped));
    }

    private static (LegalProblemCode?, string?) Named(LegalProblem? problem) => (problem?.Code, problem?.Field);

    private static LegalRule Stored(LegalEdit edit, int id)
    {
        var rule = edit.In(LegalBook.Shipped, DateTimeOffset.UnixEpoch, "Zoe");
        return new LegalRule { Id = id, Code = rule.Code, Version = rule.Version, Replaces = rule.Replaces, Definition = rule.Definition, MadeAt = rule.MadeAt, MadeBy = rule.MadeBy };
    }
}
