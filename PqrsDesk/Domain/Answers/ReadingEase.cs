namespace PqrsDesk.Domain.Answers;

/// <summary>How easy a text is to read, as the scale INFLESZ has it.</summary>
public enum EaseLevel
{
    VeryHard = 1,
    SomewhatHard = 2,
    Normal = 3,
    QuiteEasy = 4,
    VeryEasy = 5,
}

/// <summary>Reading ease: the higher the easier, about 0 to 100.</summary>
/// <remarks>
/// Spanish: F. Szigriszt Pazos, <i>Sistemas predictivos de legilibilidad del mensaje escrito: fórmula de perspicuidad</i>,
/// doctoral thesis, Universidad Complutense de Madrid, 1993: 206.835 − 62.3 · syllables/words − words/sentences; its levels
/// are those of I. M. Barrio-Cantalejo et al., <i>Validación de la escala INFLESZ para evaluar la legibilidad de los
/// textos dirigidos a pacientes</i>, Anales del Sistema Sanitario de Navarra 31 (2), 2008.
/// J. Fernández Huerta, <i>Medidas sencillas de lecturabilidad</i>, Consigna 214, 1959: 206.84 − 60 · syllables/words −
/// 1.02 · words/sentences, as it is read since the slip in its printed form was found.
/// English: R. Flesch, <i>A new readability yardstick</i>, Journal of Applied Psychology 32 (3), 1948.
/// </remarks>
/// <param name="Score">Szigriszt Pazos or Flesch.</param>
/// <param name="FernandezHuerta">Null for English.</param>
public readonly record struct ReadingEase(double Score, double? FernandezHuerta)
{
    /// <summary>With fewer words a mean says nothing.</summary>
    public const int LeastWords = 30;

    public EaseLevel Level => Score switch
    {
        < 40 => EaseLevel.VeryHard,
        < 55 => EaseLevel.SomewhatHard,
        < 65 => EaseLevel.Normal,
        < 80 => EaseLevel.QuiteEasy,
        _ => EaseLevel.VeryEasy,
    };

    /// <returns>Null: it is too short to tell.</returns>
    public static ReadingEase? Of(Prose prose, bool english)
    {
        if (prose.Words.Count < LeastWords || prose.Sentences.Count == 0) return null;
        long syllables = 0;
        foreach (var word in prose.Words)
        {
            var letters = prose.Text.AsSpan(word.Start, word.Length);
            syllables += english ? EnglishSyllables.Of(letters) : SpanishSyllables.Of(letters);
        }

        return Of(syllables, prose.Words.Count, prose.Sentences.Count, english);
    }

    public static ReadingEase Of(long syllables, int words, int sentences, bool english)
    {
        var (length, many) = ((double)syllables / words, (double)words / sentences);
        return english
            ? new(206.835 - (84.6 * length) - (1.015 * many), null)
            : new(206.835 - (62.3 * length) - many, 206.84 - (60 * length) - (1.02 * many));
    }
}
