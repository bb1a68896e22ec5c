using System.Diagnostics;
using PqrsDesk.Domain.Tickets;
using Xunit;

namespace PqrsDesk.Domain.Routing;

public sealed class KeywordMatcherTests
{
    [Theory]
    [InlineData("facturación", "La FACTURACION de marzo")]
    [InlineData("FACTURACION", "la facturación")]
    [InlineData("factur*", "Me facturaron dos veces")]
    [InlineData("fáctur*", "facturé")]
    [InlineData("sin servicio", "Llevo tres días sin\n\tservicio.")]
    [InlineData("sin serv*", "quedé sin servicios")]
    [InlineData("cobr* doble", "un cobro doble")]
    [InlineData("niño", "el nin\u0303o")]
    [InlineData("e-mail", "escribí un e-mail")]
    [InlineData("ley 1755", "según la Ley 1755/2015")]
    [InlineData("año", "este an\u0303o y el otro")]
    public void A_term_is_found_whatever_the_accents_the_case_and_what_stands_between(string term, string text) => Assert.Single(Read(text, Rule(any: [term])).Hits);

    [Theory]
    [InlineData("factura", "facturas")]
    [InlineData("factur*", "manufacturas")]
    [InlineData("sin servicio", "sin buen servicio")]
    [InlineData("sin servicio", "servicio sin")]
    [InlineData("sin servicio", "sin")]
    [InlineData("cobro", "")]
    [InlineData("cobro", "co bro")]
    public void A_term_is_not_found_in_other_words(string term, string text) => Assert.Empty(Read(text, Rule(any: [term])).Hits);

    [Fact]
    public void Any_all_and_without_decide_together()
    {
        var rule = Rule(any: ["cobro", "cargo"], all: ["factura"], without: ["acuerdo de pago", "gracias*"]);

        Assert.Equal(["cobro", "factura"], Read("un cobro en la factura", rule).Hits.Single().Words);
        Assert.Single(Read("factura con cargo", rule).Hits);
        Assert.Empty(Read("un cobro y un cargo", rule).Hits);
        Assert.Empty(Read("la factura", rule).Hits);
        Assert.Empty(Read("un cobro en la factura, y pido un acuerdo de pago", rule).Hits);
        Assert.Empty(Read("gracias por el cobro de la factura", rule).Hits);
        Assert.Single(Read("solo all", Rule(all: ["solo", "all"])).Hits);
    }

    [Fact]
    public void Phrases_that_overlap_are_all_found_and_marked_once()
    {
        var reading = Read("hubo un corte de energía eléctrica ayer", Rule("A", any: ["corte de energía"]), Rule("B", any: ["energía eléctrica"]), Rule("C", any: ["corte"]));

        Assert.Equal(["A", "B", "C"], reading.Hits.Select(hit => hit.Rule.Name));
        var (start, end) = Assert.Single(reading.Marks());
        Assert.Equal("corte de energía eléctrica", reading.Words.Text[start..end]);
    }

    [Fact]
    public void What_made_it_is_said_as_it_was_written_each_once_and_not_without_end()
    {
        var words = Assert.Single(Read("CÓBRO, cobro; Cobros cobrado cobraron cobrar cobré cobran", Rule(any: ["cobr*"])).Hits).Words;
        Assert.Equal(["CÓBRO"], words);

        var many = Assert.Single(Read("uno dos tres cuatro cinco seis siete", Rule(any: ["siete", "seis", "uno", "dos", "tres", "cuatro", "cinco"])).Hits).Words;
        Assert.Equal(["uno", "dos", "tres", "cuatro", "cinco"], many);
    }

    [Fact]
    public void Marks_stand_on_the_letters_that_were_written()
    {
        const string Text = "Año\u0301 1: ¿la  FACTURACIÓN? 🙂 x\uD800 está máal.";
        var reading = Read(Text, Rule(any: ["facturación", "esta"]));

        Assert.Equal(["FACTURACIÓN", "está"], reading.Marks().Select(mark => Text[mark.Start..mark.End]));
    }

    [Fact]
    public void The_words_are_those_that_the_search_has()
    {
        string[] texts = ["Ñandú, vigésimo-3º; e\u0301l\u00b7lo", "a\u0301\u0301b \u0301c", "İstanbul ǅ ﬁn ½ 한국어 日本語", "\uD800x\uDC00y 🙂z", new string('w', 60) + " " + new string('é', 60), "…"];
        Assert.All(texts, text =>
        {
            var words = new WordsOfText(text);
            Assert.Equal(SearchedWords.Split(text), Enumerable.Range(0, words.Count).Select(at => words.Folded(at).ToString()));
        });
    }

    [Fact]
    public void Rules_that_are_off_or_say_nothing_hit_nothing()
    {
        var off = Rule(any: ["cobro"]);
        off.Active = false;

        Assert.Empty(Read("cobro", off, Rule(without: ["nada"]), Rule(any: ["¡!"]), Rule(any: ["a*"])).Hits);
    }

    [Theory]
    [InlineData("cobro", true)]
    [InlineData("cob*", true)]
    [InlineData("co*", false)]
    [InlineData("*", false)]
    [InlineData("**cobro", true)]
    [InlineData("", false)]
    [InlineData("   ", false)]
    [InlineData("uno dos tres cuatro cinco seis siete ocho", true)]
    [InlineData("uno dos tres cuatro cinco seis siete ocho nueve", false)]
    public void A_term_can_be_read_or_not(string typed, bool read) => Assert.Equal(read, Phrase.Read(typed) is not null);

    [Fact]
    public void Hostile_texts_and_rules_take_no_more_time_than_others()
    {
        var rules = Enumerable.Range(0, 500).Select(n => Rule($"R{n}", any: [$"a a a a a a a b{n}", $"aaa* aaa* aaa* c{n}", $"palabra{n}", "aaa*"], without: [$"a a a a a a a a{n}"])).ToArray();
        var matcher = new KeywordMatcher(rules);
        string[] texts =
        [
            string.Concat(Enumerable.Repeat("a ", 10_000)), new string('a', 20_000), string.Concat(Enumerable.Repeat("aaaa ", 4_000)), new string('\u0301', 20_000),
            string.Concat(Enumerable.Repeat("e\u0301", 10_000)), new string('\uD800', 20_000), new string('*', 20_000), string.Concat(Enumerable.Repeat("palabra1 ", 2_200)),
        ];
        foreach (var text in texts) matcher.Read(text);

        // Some 20 ms are usual; what grew with the square of the text would take minutes.
        var since = Stopwatch.GetTimestamp();
        foreach (var text in texts) matcher.Read(text).Marks();
        Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(10));
    }

    private static KeywordReading Read(string text, params KeywordRule[] rules) => new KeywordMatcher(rules).Read(text);

    private static KeywordRule Rule(string name = "Regla", string[]? any = null, string[]? all = null, string[]? without = null) =>
        new() { Name = name, Any = any ?? [], All = all ?? [], Without = without ?? [], Kind = TicketKind.Claim };
}
