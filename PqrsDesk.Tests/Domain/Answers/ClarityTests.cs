using Xunit;

namespace PqrsDesk.Domain.Answers;

/// <summary>What is said of an answer before it goes out.</summary>
public sealed class ClarityTests
{
    private const string Good = "Buenos días, señora Íñiguez. Gracias por escribirnos. Revisamos su factura de febrero: el cobro estaba repetido. Le devolvemos 40.000 pesos el 10 de marzo.";
    private static readonly JargonList Shipped = new(ShippedJargon.Terms);

    [Fact]
    public void A_plain_answer_has_nothing_to_point_out()
    {
        var report = Read(Good, "¿Por qué me cobraron dos veces la factura?");
        Assert.Empty(report.Advice);
        Assert.Equal((22, 4, 9), (report.Words, report.Sentences, report.LongestSentence));
        Assert.False(report.English);
        Assert.Null(report.Ease);
    }

    [Fact]
    public void Nothing_is_said_of_nothing()
    {
        Assert.Same(ClarityReport.Empty, Read(""));
        Assert.Same(ClarityReport.Empty, Read(" 123 \n — !!! "));
    }

    [Fact]
    public void Greeting_and_thanks_are_missed()
    {
        Assert.Equal([ClarityKind.NoGreeting, ClarityKind.NoThanks], Kinds("Le devolvimos el dinero."));
        Assert.Empty(Kinds("Cordial saludo. Le devolvimos el dinero. Agradecemos su aviso."));
        Assert.Empty(Kinds("Dear Mary, we paid it back. Thank you for telling us."));
        Assert.Contains(ClarityKind.NoGreeting, Kinds("Le devolvimos el dinero que pidió en la carta que nos mandó usted ayer. Cordial saludo, y gracias."));
    }

    [Theory]
    [InlineData("Estimado {nombre}: gracias.", "{nombre}")]
    [InlineData("Estimado {{ peticionario }}: gracias.", "{{ peticionario }}")]
    [InlineData("Hola. Gracias. Hay {} vacío.", "{}")]
    public void A_placeholder_that_nothing_was_put_into_is_shown(string answer, string left)
    {
        var advice = Assert.Single(Read(answer).Advice, each => each.Kind == ClarityKind.Placeholder);
        Assert.Equal(left, advice.Quote);
        Assert.Equal(left, answer.Substring(advice.Start, advice.Length));
    }

    [Fact]
    public void Office_language_is_shown_where_it_stands_once_with_what_is_better()
    {
        const string Answer = "Hola. Gracias. Los documentos allegados se revisaron. Lo allegado, TODA VEZ QUE faltaba, y lo allegado después.";
        var advice = Read(Answer).Advice.Where(each => each.Kind == ClarityKind.Jargon).ToList();
        Assert.Equal(["allegados", "allegado", "TODA VEZ QUE"], advice.Select(each => each.Quote));
        Assert.Equal([1, 2, 1], advice.Select(each => each.Count));
        Assert.Equal("porque", advice[2].Instead);
        Assert.Equal("TODA VEZ QUE", Answer.Substring(advice[2].Start, advice[2].Length));
    }

    [Fact]
    public void A_desk_has_words_of_its_own()
    {
        var own = new JargonList([new("bono pensional", "ahorro para su pensión"), new("CDP", "certificado"), new("xy*", "nada"), new("", "x")]);
        Assert.Equal(["ahorro para su pensión", "certificado"], own.In(Prose.Of("El bono   pensional y el cdp; bono no.")).Select(hit => hit.Plain));
    }

    [Fact]
    public void Long_sentences_and_raised_voices_are_quoted()
    {
        var longest = "Hola, gracias " + string.Join(' ', Enumerable.Repeat("palabra", 36)) + ".";
        var advice = Assert.Single(Read(longest).Advice, each => each.Kind == ClarityKind.LongSentence);
        Assert.Equal((ClarityKind.LongSentence, 38, 0), (advice.Kind, advice.Count, advice.Start));
        Assert.EndsWith("…", advice.Quote, StringComparison.Ordinal);
        Assert.Equal(["DEBE PAGAR AHORA"], Read("Hola. Gracias. Usted DEBE PAGAR AHORA la cuota.").Advice.Where(each => each.Kind == ClarityKind.Shouting).Select(each => each.Quote));
        Assert.Empty(Kinds("Hola. Gracias. La SIC y la DIAN de la EPS lo saben."));
    }

    [Fact]
    public void Abbreviations_and_numbers_end_no_sentence()
    {
        var prose = Prose.Of("El Sr. Gómez pagó 1.500.000 el art. 14 dice etc. y la Dra. J. Paz firmó. Listo.");
        Assert.Equal(2, prose.Sentences.Count);
        Assert.Equal(4, Prose.Of("Uno\ndos\n\n- tres\n- cuatro").Sentences.Count);
    }

    [Fact]
    public void A_question_is_open_when_the_answer_has_no_word_of_it()
    {
        const string Asked = "Me cobraron dos veces. ¿Cuándo me devuelven la plata? ¿Quién autorizó el seguro? Y otra cosa, ¿qué pasó con mi solicitud del parqueadero?\n¿Sí?";
        var open = Read("Hola. Gracias. Devolvimos su dinero el lunes; el seguro ya no se cobra.", Asked).Advice;
        Assert.Equal(["¿qué pasó con mi solicitud del parqueadero?"], open.Where(each => each.Kind == ClarityKind.Unanswered).Select(each => each.Quote));
        Assert.DoesNotContain(ClarityKind.Unanswered, Kinds("Hola. Gracias. Sin relación con nada.", "Me cobraron dos veces el parqueadero."));
        Assert.DoesNotContain(ClarityKind.Unanswered, Kinds("Hola. Gracias.", "¿Y qué? ¿Por qué no? ¿Cuándo?"));
    }

    [Fact]
    public void Appeals_are_named_where_the_regime_gives_them()
    {
        Assert.True(Appeals.OwedUnder("crc"));
        Assert.False(Appeals.OwedUnder("ley1755"));
        Assert.Contains(ClarityKind.NoAppeals, Clarity.Read(Good, new(null, true, Shipped)).Advice.Select(each => each.Kind));
        Assert.DoesNotContain(ClarityKind.NoAppeals, Clarity.Read(Good + " Puede pedir reposición en 10 días.", new(null, true, Shipped)).Advice.Select(each => each.Kind));
    }

    [Fact]
    public void Reading_ease_is_what_the_formulas_give()
    {
        // 100 words, 200 syllables, 5 sentences.
        var spanish = ReadingEase.Of(200, 100, 5, english: false);
        Assert.Equal((62.235, 66.44), (Math.Round(spanish.Score, 3), Math.Round(spanish.FernandezHuerta!.Value, 2)));
        Assert.Equal(EaseLevel.Normal, spanish.Level);
        var english = ReadingEase.Of(150, 100, 5, english: true);
        Assert.Equal(59.635, Math.Round(english.Score, 3));
        Assert.Null(english.FernandezHuerta);
    }

    [Fact]
    public void Hard_prose_is_told_from_easy_prose()
    {
        const string Hard = "Consecuentemente, considerando las consideraciones precedentemente expuestas, la administración departamental determinó improcedente la reclamación interpuesta, atendiendo fundamentalmente a disposiciones reglamentarias aplicables a situaciones administrativas particularmente caracterizadas por incumplimientos contractuales reiterados, independientemente de manifestaciones complementarias posteriormente presentadas.";
        const string Easy = "Hola. Gracias por su carta. Ya vimos su caso. Usted tiene la razón. El pago se hizo dos veces. El lunes le damos su plata. Si no le llega, nos llama. El número es fácil de hallar en la hoja. Que esté bien.";
        Assert.Contains(ClarityKind.HardToRead, Kinds(Hard));
        Assert.DoesNotContain(ClarityKind.HardToRead, Kinds(Easy));
        Assert.Equal(EaseLevel.VeryEasy, Read(Easy).Ease!.Value.Level);
        Assert.True(Read(Hard).Ease!.Value.Score < 0);
    }

    [Theory]
    [InlineData("<script>alert(1)</script> {x}")]
    [InlineData("\u202Eatsih\u202C 😀😀 \0 \uD83D")]
    [InlineData("¿¿¿??? ... {{{{ }}}} ¡¡¡")]
    public void Hostile_text_is_read_like_any_other(string text) => Assert.NotNull(Read(text, text));

    [Fact]
    public void A_hundred_thousand_letters_are_read_at_once()
    {
        Assert.True(Read(new string('a', 100_000), new string('?', 100_000)).Words <= 1);
        Assert.Equal(50_000, Read(string.Concat(Enumerable.Repeat("á ", 50_000))).Words);
        Assert.NotEmpty(Read(string.Concat(Enumerable.Repeat("{", 50_000)) + " hola").Advice);
    }

    private static ClarityReport Read(string answer, string? asked = null) => Clarity.Read(answer, new(asked, false, Shipped));

    private static IEnumerable<ClarityKind> Kinds(string answer, string? asked = null) => Read(answer, asked).Advice.Select(each => each.Kind);
}
