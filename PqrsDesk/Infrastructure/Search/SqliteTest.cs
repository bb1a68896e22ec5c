using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>Conditions on one row of words, <c>r</c>, with their parameters.</summary>
internal sealed class SqliteTest
{
    private const string Gap = " ";
    private readonly List<SqliteParameter> _parameters = [];

    public object[] Parameters => [.. _parameters];

    public string Parameter(object value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"$p{_parameters.Count}");
        _parameters.Add(new SqliteParameter(name, value));
        return name;
    }

    public string Of(Wanted wanted)
    {
        var words = wanted.Lexemes.Select(lexeme => Has(lexeme, Gap));
        return $"({string.Join(" AND ", wanted.Begun is { } begun ? words.Append(Has(begun, "")) : words)})";
    }

    /// <returns>Null when there is nothing to rule out.</returns>
    public string? NoneOf(IReadOnlyList<Wanted> better) => better.Count == 0 ? null : $"NOT ({string.Join(" OR ", better.Select(Of))})";

    private string Has(string lexeme, string end)
    {
        var inHead = lexeme[0] == Lexeme.Head;
        var text = Parameter(Gap + (inHead ? lexeme[1..] : lexeme) + end);
        var head = $"""instr(r."Head", {text}) > 0""";
        return inHead || lexeme[0] == Lexeme.Sequence ? head : $"""({head} OR instr(r."Body", {text}) > 0)""";
    }
}
