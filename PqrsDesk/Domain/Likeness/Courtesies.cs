using System.Runtime.InteropServices;

namespace PqrsDesk.Domain.Likeness;

/// <summary>What letters begin and end with, whoever writes and whatever about: it is taken off before texts are compared.</summary>
internal static class Courtesies
{
    /// <summary>So many words must be left: else the courtesies were the text.</summary>
    private const int LeastLeft = 6;

    /// <summary>How far from the start a salutation may end the heading: "Señores Aguas del Norte. Cordial saludo."</summary>
    private const int HeadingWords = 15;

    /// <summary>A farewell and the name, the document, the address and the telephone under it.</summary>
    private const int SignatureWords = 35;

    /// <summary>Only one after the other, from the first word on.</summary>
    private static readonly Phrases Greetings = new(
        "buenos días", "buen día", "buenas tardes", "buenas noches", "buenas", "hola", "señores", "señor", "señora", "señor a", "estimados", "estimado", "estimada", "apreciados", "apreciado",
        "respetados", "respetado", "respetada", "doctor", "doctora", "a quien corresponda", "a quien pueda interesar", "por medio de la presente", "por medio del presente", "mediante la presente",
        "me dirijo a ustedes", "me permito", "dear sirs", "dear sir or madam", "hello", "good morning", "good afternoon", "to whom it may concern");

    private static readonly Phrases Salutations = new(
        "reciban un cordial saludo", "reciba un cordial saludo", "un cordial saludo", "cordial saludo", "un saludo cordial", "saludo cordial", "respetados señores", "respetuoso saludo", "saludos cordiales");

    private static readonly Phrases Farewells = new(
        "atentamente", "cordialmente", "respetuosamente", "sinceramente", "muchas gracias", "mil gracias", "gracias", "quedo atento", "quedo atenta", "quedo pendiente", "quedamos atentos",
        "agradezco su", "agradezco la", "agradezco de antemano", "agradeciendo", "de antemano", "en espera de su respuesta", "feliz día", "feliz tarde", "att", "atte", "kind regards", "best regards", "regards", "thank you", "sincerely");

    public static ReadOnlySpan<TextWord> Without(List<TextWord> words)
    {
        var all = CollectionsMarshal.AsSpan(words);
        var (from, to) = (0, all.Length);
        while (Greetings.At(all, from) is > 0 and var greeting) from += greeting;
        for (var at = from; at < Math.Min(all.Length, HeadingWords); at++)
            if (Salutations.At(all, at) is > 0 and var salutation) from = at + salutation;
        while (Greetings.At(all, from) is > 0 and var greeting) from += greeting;
        for (var at = Math.Max(from + LeastLeft, all.Length - SignatureWords); at < to; at++)
            if (Farewells.At(all, at) > 0 && at - from >= (all.Length - from) / 2) to = at;
        return to - from < LeastLeft ? all : all[from..to];
    }

    /// <summary>Sequences of words, found by their hashes.</summary>
    private sealed class Phrases
    {
        private readonly Dictionary<ulong, ulong[][]> _byFirst;

        public Phrases(params string[] phrases) => _byFirst = phrases.Select(phrase => TextWords.Of(phrase).Select(word => word.Hash).ToArray())
            .GroupBy(phrase => phrase[0]).ToDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Length).ToArray());

        /// <summary>How many words the longest one has that begins there; 0: none does.</summary>
        public int At(ReadOnlySpan<TextWord> words, int at)
        {
            if (at >= words.Length || !_byFirst.TryGetValue(words[at].Hash, out var phrases)) return 0;
            foreach (var phrase in phrases)
                if (Begins(words[at..], phrase)) return phrase.Length;
            return 0;
        }

        private static bool Begins(ReadOnlySpan<TextWord> words, ulong[] phrase)
        {
            if (words.Length < phrase.Length) return false;
            for (var i = 0; i < phrase.Length; i++)
                if (words[i].Hash != phrase[i]) return false;
            return true;
        }
    }
}
