using PqrsDesk.Domain.Tickets;
using Xunit;

namespace PqrsDesk.Domain.Answers;

public sealed class CasePlacesTests
{
    private static readonly CaseFacts Case = new("PQRS-2026-000123", "Cobro doble", "Rosa Cortés", "Facturación › Cobro errado", "Facturación", new(2026, 3, 3), new(2026, 3, 25), null);
    private static readonly WritingFacts Ana = new("Ana Restrepo", "Alcaldía", "https://pqrs.example.org/consultar", new(2026, 3, 9));
    private const string All = "{radicado}|{peticionario}|{asunto}|{tema}|{fecha}|{vence}|{area}|{agente}|{entidad}|{consulta}|{hoy}";

    [Fact]
    public void Every_place_is_filled_and_dates_are_in_the_language_of_the_text()
    {
        Assert.Equal(CasePlaces.Names, Places.In(All));
        Assert.Equal(
            "PQRS-2026-000123|Rosa Cortés|Cobro doble|Facturación › Cobro errado|3 de marzo de 2026|25 de marzo de 2026|Facturación|Ana Restrepo|Alcaldía|https://pqrs.example.org/consultar|9 de marzo de 2026",
            Template(All).Fill(Case, Ana));
        Assert.Equal("March 3, 2026, March 25, 2026", Template("…", "{fecha}, {vence}").Fill(Case with { Language = "en" }, Ana));
        Assert.Equal("3 de marzo de 2026", Template("{fecha}").Fill(Case with { Language = "en" }, Ana));
        Assert.Equal("3 de marzo de 2026", Template("{fecha}", "{fecha}").Fill(Case with { Language = "fr" }, Ana));
    }

    [Fact]
    public void What_is_missing_reads_as_a_person_would_write_it()
    {
        var bare = Case with { Petitioner = null, Topic = null, LastDay = null };
        const string Spanish = "Señor(a) {peticionario}: recibimos {tema}. Respondemos a más tardar el {vence}. Consulte en {consulta}.";
        Assert.Equal(
            "Señor(a) peticionario: recibimos su solicitud. Respondemos a más tardar el último día del término legal. Consulte en nuestro portal.",
            Template(Spanish).Fill(bare, Ana with { Track = null }));
        Assert.Equal("Dear petitioner: by the last day of the legal term.", Template("…", "Dear {peticionario}: by {vence}.").Fill(bare with { Language = "en" }, Ana));
    }

    [Fact]
    public void What_was_typed_elsewhere_is_neither_looked_through_again_nor_breaks_its_line()
    {
        var sly = Case with { Petitioner = "{agente}\u0000\nFirma: otro", Subject = " {vence} " };
        Assert.Equal("Hola {agente} Firma: otro, {vence}", Template("Hola {peticionario}, {asunto}").Fill(sly, Ana));
        Assert.Equal("{Radicado} {nadie} {}", Template("{Radicado} {nadie} {}").Fill(Case, Ana));
    }

    [Fact]
    public void A_place_that_nobody_knows_is_refused_by_name()
    {
        Assert.Equal(new AnswersFault(AnswersProblem.PlaceUnknown, "{documento}"), ReplyTemplate.Refuse("Acuse", "Hola {peticionario}, {documento}", null));
        Assert.Equal(new AnswersFault(AnswersProblem.PlaceUnknown, "{cedula}"), ReplyTemplate.Refuse("Acuse", "Hola", "Hello {cedula}"));
        Assert.Equal(AnswersProblem.TextMissing, ReplyTemplate.Refuse("Acuse", " ", null)!.Problem);
        Assert.Equal(AnswersProblem.NameMissing, ReplyTemplate.Refuse("—", "Hola", null)!.Problem);
        Assert.Equal(AnswersProblem.NameTooLong, ReplyTemplate.Refuse(new('x', 81), "Hola", null)!.Problem);
        Assert.Equal(AnswersProblem.TextTooLong, ReplyTemplate.Refuse("Acuse", new('x', 100_000), null)!.Problem);
        Assert.Null(ReplyTemplate.Refuse("Acuse 👍", "Hola {peticionario} 👍 \u202E", "Hello"));
    }

    [Fact]
    public void Who_may_use_a_template_and_who_may_change_it()
    {
        var (owner, colleague, other, lead) = (new AnswersReader(1, 7, false), new AnswersReader(2, 7, false), new AnswersReader(3, 8, false), new AnswersReader(4, 8, true));
        var template = Template("Hola");
        Assert.Equal((true, false, false, false), Use());
        Assert.Equal((true, false, false, false), Change());
        (template.Sharing, template.AreaId) = (Sharing.Area, 7);
        Assert.Equal((true, true, false, true), Use());
        Assert.Equal((false, false, false, true), Change());
        template.Sharing = Sharing.Everyone;
        Assert.Equal((true, true, true, true), Use());
        Assert.Equal((false, false, false, true), Change());

        (bool, bool, bool, bool) Use() => (template.MayBeUsedBy(owner), template.MayBeUsedBy(colleague), template.MayBeUsedBy(other), template.MayBeUsedBy(lead));

        (bool, bool, bool, bool) Change() => (template.MayBeChangedBy(owner), template.MayBeChangedBy(colleague), template.MayBeChangedBy(other), template.MayBeChangedBy(lead));
    }

    private static ReplyTemplate Template(string spanish, string? english = null) =>
        new() { Name = "Acuse", Spanish = spanish, English = english, OwnerId = 1, ChangedAt = default, ChangedBy = "Ana" };
}
