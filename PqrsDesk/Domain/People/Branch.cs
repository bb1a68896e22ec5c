namespace PqrsDesk.Domain.People;

/// <summary>Sede: a place of the house, with a poster on its wall.</summary>
public sealed class Branch
{
    public const int NameLimit = 120;
    public const int KeyLimit = 60;

    public int Id { get; private set; }

    /// <summary>What its address on the portal ends in; it stays when the name changes, for posters hang for years.</summary>
    public required string Key { get; init; }
    public required string Name { get; set; }
    public bool Active { get; set; } = true;

    /// <summary>A name as an address may end in it: <c>centro-historico</c>. Empty when nothing of it can.</summary>
    public static string KeyOf(string name)
    {
        var key = string.Join('-', Tickets.SearchedWords.Split(name).Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit))).Where(word => word.Length > 0));
        return key.Length > KeyLimit ? key[..KeyLimit].TrimEnd('-') : key;
    }
}
