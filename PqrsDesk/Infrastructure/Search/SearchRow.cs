using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>What the index is told of one ticket.</summary>
public sealed record SearchRow(long TicketId, SearchedWords Words)
{
    private const char Gap = ' ';

    /// <summary>The lexemes, each once, with a gap between them.</summary>
    public string Lexemes => string.Join(Gap, [.. Words.Head, .. Words.Body, .. MarkedHead]);

    /// <summary>Those of its lexemes that the list of words has.</summary>
    public IEnumerable<string> Listed => Words.Head.Concat(Words.Body).Concat(MarkedHead).Where(Lexeme.IsListed);

    /// <summary>The words and the number of the head, each with a gap before and behind, so that a word is found whole by its gaps.</summary>
    public string Head => $"{Gap}{string.Join(Gap, [.. Words.Head, .. Number])}{Gap}";

    /// <summary>As <see cref="Head"/>, of the body.</summary>
    public string Body => $"{Gap}{string.Join(Gap, Words.Body)}{Gap}";

    private IEnumerable<string> MarkedHead => Words.Head.Select(word => Lexeme.Head + word).Concat(Number);

    private string[] Number => Words.Sequence is { } sequence ? [$"{Lexeme.Sequence}{sequence}"] : [];
}
