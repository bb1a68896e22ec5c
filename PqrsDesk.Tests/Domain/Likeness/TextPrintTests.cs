using Xunit;

namespace PqrsDesk.Domain.Likeness;

public sealed class TextPrintTests
{
    private const string Bill =
        "Me llegó la factura de febrero con un cobro doble del servicio de acueducto, ya pagué por la aplicación y en la oficina me dicen que espere. Pido que devuelvan el dinero y que corrijan la cuenta cuanto antes.";

    private const string Dark =
        "Las luminarias del parque principal llevan tres semanas apagadas y por la noche nadie se atreve a pasar. Solicito que revisen los postes de la esquina y arreglen los cables sueltos.";

    [Theory]
    [InlineData("ME LLEGO LA FACTURA DE FEBRERO CON UN COBRO DOBLE DEL SERVICIO DE ACUEDUCTO YA PAGUE POR LA APLICACION Y EN LA OFICINA ME DICEN QUE ESPERE PIDO QUE DEVUELVAN EL DINERO Y QUE CORRIJAN LA CUENTA CUANTO ANTES")]
    [InlineData("Buenos días. " + Bill)]
    [InlineData("Señores Aguas del Norte S.A. E.S.P.\nCordial saludo,\n\n" + Bill + "\n\nAtentamente,\nRosa Cortés\nCC 52.123.456\nCalle 5 # 10-20\nTel. 300 123 4567")]
    [InlineData(Bill + " Quedo atenta a su respuesta, muchas gracias.")]
    [InlineData("Me llego\u0301 la factura de febrero con un cobro doble del servicio de acueducto, ya pague\u0301 por la aplicacio\u0301n y en la oficina me dicen que espere. Pido que devuelvan el dinero y que corrijan la cuenta cuanto antes.")]
    public void The_same_text_is_the_same_with_other_courtesies_case_and_accents(string other)
    {
        var likeness = TextPrint.Of(Bill).With(TextPrint.Of(other));
        Assert.Equal(1, likeness.Share);
        Assert.False(likeness.Contained);
    }

    [Fact]
    public void A_word_written_wrong_costs_two_pairs_of_words()
    {
        var (one, other) = (TextPrint.Of(Bill), TextPrint.Of(Bill.Replace("acueducto", "aqueducto", StringComparison.Ordinal)));
        var pairs = one.Words - 1;
        Assert.Equal((pairs - 2.0) / (pairs + 2), one.With(other).Share, 6);
        Assert.InRange(one.With(other).Share, 0.85, 0.99);
    }

    [Fact]
    public void It_is_the_same_from_either_side()
    {
        var (one, other) = (TextPrint.Of(Bill), TextPrint.Of(Dark));
        Assert.Equal(one.With(other), other.With(one));
        Assert.InRange(one.With(other).Share, 0, 0.1);
        Assert.Equal(1, one.With(one).Share);
    }

    [Fact]
    public void A_text_that_was_sent_again_with_more_is_found_in_the_longer_one()
    {
        var likeness = TextPrint.Of(Bill).With(TextPrint.Of($"{Bill} {Dark}"));
        Assert.True(likeness.Contained);
        Assert.InRange(likeness.Share, 0.85, 0.9);
    }

    [Theory]
    [InlineData("No hay agua", "no hay AGUA!", 1)]
    [InlineData("No hay agua", "No hay agua hoy", 0)]
    [InlineData("No hay luz en casa", "No hay luz en la casa", 0)]
    [InlineData("Gracias", "gracias", 1)]
    [InlineData("Buenos días", "Buenos días", 1)]
    [InlineData("", "", 0)]
    [InlineData("...", "!!!", 0)]
    [InlineData(null, "No hay agua", 0)]
    [InlineData("No hay agua en todo el barrio", "No hay agua", 0)]
    public void Short_texts_are_the_same_or_not(string? one, string? other, double share) => Assert.Equal(share, TextPrint.Of(one).With(TextPrint.Of(other)).Share);

    [Fact]
    public void Two_bills_in_one_wording_are_told_apart_by_their_numbers()
    {
        var one = TextPrint.Of("Solicito la revisión de la factura 884512 por consumo alto en mi predio");
        Assert.True(one.With(TextPrint.Of("Solicito la revisión de la factura 990133 por consumo alto en mi predio")).NumbersApart);
        Assert.False(one.With(TextPrint.Of("Solicito la revisión de la factura 884.512 por consumo alto en mi predio")).NumbersApart);
        Assert.Equal(1, one.With(TextPrint.Of("Solicito la revisión de la factura 884.512 por consumo alto en mi predio")).Share);
    }

    [Fact]
    public void Courtesies_in_the_middle_are_what_it_is_about()
    {
        var one = TextPrint.Of("En la ventanilla no dan ni los buenos días y la fila no avanza nunca en toda la mañana");
        var other = TextPrint.Of("En la ventanilla no dan ni las boletas y la fila no avanza nunca en toda la mañana");
        Assert.InRange(one.With(other).Share, 0.5, 0.95);
    }

    [Fact]
    public void Hostile_text_is_compared_like_any()
    {
        string[] hostile = ["\ud800\udc00\ud800", new string('a', 20_000), string.Concat(Enumerable.Repeat("a ", 10_000)), string.Concat(Enumerable.Repeat("\u0301", 5_000)), "<script>alert('x')</script> \0 \u202e", string.Concat(Enumerable.Repeat("1.", 5_000))];
        foreach (var one in hostile)
        {
            foreach (var other in hostile)
            {
                var share = TextPrint.Of(one).With(TextPrint.Of(other)).Share;
                Assert.InRange(share, 0, 1);
                var (a, b) = SharedPassages.Of(one, other);
                Assert.Equal(one, string.Concat(a.Select(passage => passage.Text)));
                Assert.Equal(other, string.Concat(b.Select(passage => passage.Text)));
            }
        }
    }

    [Fact]
    public void Where_the_description_says_little_the_subject_counts_too()
    {
        Assert.Equal(0, TextPrint.Of("Copia del acta", "Ver adjunto").With(TextPrint.Of("Cobro doble", "Ver adjunto")).Share);
        Assert.Equal(1, TextPrint.Of("Copia del acta", Bill).With(TextPrint.Of("Cobro doble", Bill)).Share);
    }

    [Fact]
    public void A_sketch_estimates_what_the_prints_have_in_common()
    {
        var words = Bill.Split(' ');
        for (var changed = 0; changed < 8; changed++)
        {
            var other = string.Join(' ', words.Select((word, at) => at % 5 == 2 && at / 5 < changed ? $"otra{at}" : word));
            var (one, two) = (TextPrint.Of(Bill), TextPrint.Of(other));
            var (sketch, another) = (TextSketch.Of(one)!, TextSketch.Read(TextSketch.Of(two)!.Write()));
            Assert.InRange(sketch.Resemblance(another) - one.With(two).Share, -0.25, 0.25);
            if (changed < 2) Assert.NotEmpty(sketch.Bands().Intersect(another.Bands()));
        }

        Assert.Empty(TextSketch.Of(TextPrint.Of(Bill))!.Bands().Intersect(TextSketch.Of(TextPrint.Of(Dark))!.Bands()));
        Assert.Null(TextSketch.Of(TextPrint.Of("No funciona")));
        Assert.Throws<ArgumentException>(() => TextSketch.Read([1, 2, 3]));
    }

    /// <summary>What is stored is compared with what will be made years later: these values must never change.</summary>
    [Fact]
    public void A_stored_sketch_stays_comparable() =>
        Assert.Equal("ABE93F248DE4C128A57BEE1006CBEF40", Convert.ToHexString(TextSketch.Of(TextPrint.Of("El agua está turbia desde ayer en toda la vereda"))!.Write()[..16]));

    [Fact]
    public void Shared_passages_are_marked_in_both_and_nothing_is_lost()
    {
        var (one, other) = SharedPassages.Of("Pido: que DEVUELVAN el dinero ya.", "Por eso exijo que devuelvan el dinero, señores.");
        Assert.Equal([new("Pido: ", false), new("que DEVUELVAN el dinero", true), new(" ya.", false)], one);
        Assert.Equal([new("Por eso exijo ", false), new("que devuelvan el dinero", true), new(", señores.", false)], other);
        Assert.Equal([new("", false)], SharedPassages.Of("", "x").One.DefaultIfEmpty(new("", false)));
    }
}
