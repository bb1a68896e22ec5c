namespace PqrsDesk.Infrastructure.Excel.Rows;

/// <summary>Looks a word up once, for there may be a hundred thousand rows.</summary>
internal sealed class EnumWords(Words words)
{
    private readonly Dictionary<(Type, int), string> known = [];

    public string this[Enum value]
    {
        get
        {
            var key = (value.GetType(), Convert.ToInt32(value, words.Culture));
            if (!known.TryGetValue(key, out var word))
                known[key] = word = words[value];
            return word;
        }
    }
}
