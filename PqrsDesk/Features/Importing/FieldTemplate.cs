using System.Text;

namespace PqrsDesk.Features.Importing;

/// <summary>How a text is put together of a row: literal parts and columns.</summary>
public sealed record FieldTemplate(IReadOnlyList<FieldTemplate.Part> Parts)
{
    /// <param name="IsColumn">Whether <paramref name="Text"/> is the name of a column.</param>
    public readonly record struct Part(string Text, bool IsColumn);

    public IEnumerable<string> Columns => Parts.Where(part => part.IsColumn).Select(part => part.Text);

    public static FieldTemplate Column(string name) => new([new(name.Trim(), true)]);

    public static FieldTemplate Constant(string text) => new([new(text.Trim(), false)]);

    /// <summary>Reads <c>{TYPE}: {REASON}</c>; braces that are meant as such are written twice.</summary>
    /// <returns>Null when a brace is left open, or has nothing in it.</returns>
    public static FieldTemplate? Parse(string template)
    {
        var parts = new List<Part>();
        var literal = new StringBuilder();
        for (var at = 0; at < template.Length; at++)
        {
            var letter = template[at];
            if (letter is not ('{' or '}'))
            {
                literal.Append(letter);
            }
            else if (at + 1 < template.Length && template[at + 1] == letter)
            {
                literal.Append(letter);
                at++;
            }
            else if (letter == '{' && template.IndexOf('}', at) is var end && end > 0 && template[(at + 1)..end].Trim() is { Length: > 0 } name && !name.Contains('{'))
            {
                if (literal.Length > 0) parts.Add(new(literal.ToString(), false));
                literal.Clear();
                parts.Add(new(name, true));
                at = end;
            }
            else
            {
                return null;
            }
        }

        if (literal.Length > 0) parts.Add(new(literal.ToString(), false));
        return new FieldTemplate(parts);
    }
}
