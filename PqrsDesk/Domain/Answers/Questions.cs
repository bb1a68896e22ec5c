using System.Collections.Frozen;

namespace PqrsDesk.Domain.Answers;

/// <summary>The questions of a petitioner that an answer has nothing about, and those that a letter asks them.</summary>
/// <remarks>
/// The first are decided carefully, so that nobody is told wrongly: a question is what ends with a question mark. Of its words those
/// count that say what it is about; they are compared by their beginnings, so that <i>cobraron</i> is met by
/// <i>cobro</i>. Only a question with at least one such word, of which the answer has none at all, is said to be open.
/// Whether the answer is a good one nobody can tell from here.
/// </remarks>
public static class Questions
{
    private const int LeastLetters = 4;
    private const int StemLetters = 4;

    private static readonly FrozenSet<string> Empty = new[]
    {
        "cual", "cuales", "cuando", "cuanto", "cuanta", "cuantos", "cuantas", "como", "donde", "quien", "quienes", "porque", "para", "pero", "este", "esta", "esto", "estos", "estas", "esos", "esas",
        "aquel", "aquella", "ustedes", "usted", "nosotros", "ellos", "ellas", "desde", "hasta", "sobre", "entre", "tiene", "tienen", "tengo", "tenemos", "tendria", "haber", "hacer", "hace", "hacen", "hago",
        "puede", "pueden", "puedo", "podria", "podrian", "debe", "deben", "debo", "deberia", "quiero", "quisiera", "saber", "sabe", "saben", "decir", "digan", "favor", "seria", "sera", "estan", "estoy", "estaba",
        "fueron", "todos", "todas", "todo", "toda", "otra", "otro", "algo", "alguien", "nada", "nunca", "siempre", "ahora", "entonces", "tambien", "aqui", "alli", "solo", "gracias", "respuesta",
        "what", "which", "when", "where", "whose", "does", "have", "having", "could", "would", "should", "will", "shall", "there", "their", "they", "them", "this", "that", "these", "those", "with", "from",
        "about", "into", "your", "yours", "please", "know", "tell", "want", "need", "make", "made", "been", "being", "were",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>As they were written, in their order.</summary>
    public static IEnumerable<string> Unaddressed(string asked, Prose answer)
    {
        var petition = Prose.Of(asked);
        if (!petition.Sentences.Any(sentence => sentence.Asks)) yield break;
        var said = answer.Words.Where(word => word.Length >= LeastLetters).Select(word => Stem(word.Folded)).ToHashSet(StringComparer.Ordinal);
        foreach (var sentence in petition.Sentences.Where(sentence => sentence.Asks))
        {
            var matters = Matters(petition, sentence).ToList();
            if (matters.Count == 0 || matters.Exists(said.Contains)) continue;
            yield return QuestionOf(asked, sentence);
        }
    }

    /// <summary>What a letter asks whoever reads it, on one line. Lines that it quotes are what others asked.</summary>
    /// <returns>Null: it asks nothing, or more than <paramref name="limit"/> letters.</returns>
    public static string? Asked(string letter, int limit)
    {
        var own = string.Join('\n', letter.ReplaceLineEndings("\n").Split('\n').Where(line => !line.TrimStart().StartsWith('>')));
        var asked = string.Join(' ', Prose.Of(own).Sentences.Where(sentence => sentence.Asks).Select(sentence => QuestionOf(own, sentence).Trim()));
        return asked.Length > 0 && asked.Length <= limit ? asked : null;
    }

    private static IEnumerable<string> Matters(Prose petition, ProseSentence sentence)
    {
        for (var at = sentence.FirstWord; at < sentence.FirstWord + sentence.Words; at++)
        {
            var word = petition.Words[at];
            if (word.Length >= LeastLetters && !Empty.Contains(word.Folded)) yield return Stem(word.Folded);
        }
    }

    /// <summary>From its opening mark on, where there is one.</summary>
    private static string QuestionOf(string asked, ProseSentence sentence)
    {
        var (start, end) = (sentence.Start, sentence.Start + sentence.Length);
        var opening = asked.LastIndexOf('¿', Math.Min(end, asked.Length) - 1);
        return asked[(opening >= 0 && opening >= start - 1 ? opening : start)..end];
    }

    /// <summary>The vowels that change within a verb are brought back first: devuelven, devolvimos; entiendo, entender.</summary>
    private static string Stem(string word)
    {
        var root = word.Replace("ue", "o", StringComparison.Ordinal).Replace("ie", "e", StringComparison.Ordinal);
        return root.Length > StemLetters ? root[..StemLetters] : root;
    }
}
