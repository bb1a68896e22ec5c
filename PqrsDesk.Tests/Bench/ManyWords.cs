namespace PqrsDesk.Bench;

/// <summary>What the many tickets say: names, streets and sentences of about forty words, some of them very common and most rare, always the same for the same seed.</summary>
internal sealed class ManyWords
{
    private const int Vocabulary = 20_000;

    /// <summary>The nth word comes up about in proportion to 1 / (n + this), as words do.</summary>
    private const int Flatness = 12;

    /// <summary>Drawing from a table is one look: a million tickets of forty words should not wait for logarithms.</summary>
    private const int Table = 1 << 17;
    private static readonly string[] First = ["María", "José", "Luz Marina", "Carlos", "Ana Lucía", "Andrés", "Íngrid", "Óscar", "Sofía", "Jhon Jairo", "Gloria", "Hernán", "Nubia", "Camilo", "Yolanda", "Iván"];
    private static readonly string[] Last = ["Gómez", "Rodríguez", "Muñoz", "Peña", "Íñiguez", "Quintero", "Zuluaga", "Castaño", "Ríos", "Vélez", "Ordóñez", "Cárdenas", "Bermúdez", "Niño", "Acosta", "Yepes"];
    private static readonly string[] Onsets = ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "br", "cr", "tr", "pl", "ch", "ll", "ñ"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ia", "io", "á", "é", "ó"];
    private static readonly Lazy<ManyWords> Made = new(() => new ManyWords());
    private readonly string[] _drawn = new string[Table];

    private ManyWords()
    {
        var chance = new Random(1755);
        var words = new List<string>(["factura", "cobro", "servicio", "acueducto", "solicitud", "respuesta", "parque", "luminaria", "predial", "certificado"]);
        var seen = new HashSet<string>(words);
        while (words.Count < Vocabulary)
        {
            var word = string.Concat(Enumerable.Range(0, chance.Next(2, 5)).Select(_ => Onsets[chance.Next(Onsets.Length)] + Vowels[chance.Next(Vowels.Length)]));
            if (seen.Add(word)) words.Add(word);
        }

        var whole = Enumerable.Range(0, Vocabulary).Sum(n => 1.0 / (n + Flatness));
        var (at, reached) = (0, 0.0);
        for (var n = 0; n < Vocabulary; n++)
        {
            reached += 1.0 / (n + Flatness) / whole;
            for (var end = n == Vocabulary - 1 ? Table : (int)(reached * Table); at < end; at++) _drawn[at] = words[n];
        }
    }

    public static ManyWords Usual => Made.Value;

    public string Name(Random chance) => $"{First[chance.Next(First.Length)]} {Last[chance.Next(Last.Length)]} {Last[chance.Next(Last.Length)]}";

    public string Words(Random chance, int count)
    {
        var words = new string[count];
        for (var i = 0; i < count; i++) words[i] = _drawn[chance.Next(Table)];
        return string.Join(' ', words);
    }

    /// <summary>Subject, address and complaint of the ticket of that number, of so many; with the words that the search is measured by.</summary>
    public (string Subject, string Description) Of(Random chance, int number, int count) =>
    (
        Words(chance, 5),
        $"{Words(chance, chance.Next(15, 45))}. Calle {chance.Next(1, 200)} # {chance.Next(1, 100)}-{chance.Next(1, 100)}"
            + (number % 5 == 0 ? " alumbrado" : "") + (number % 5 is 0 or 1 ? " poste" : "") + (number % 1_000 == 0 ? " ornitorrinco" : "") + (number % 100 == 0 ? " pavimento" : "")
            + (number % 5 == 2 && number < count * 0.8 ? " inundación" : "")
    );
}
