namespace PqrsDesk.Features.Importing;

/// <summary>Writes CSV as RFC 4180 has it, quoting only where a reader needs it.</summary>
public sealed class CsvWriter(TextWriter text, char delimiter)
{
    public void Write(params IReadOnlyList<string> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0) text.Write(delimiter);
            Write(fields[i], alone: fields.Count == 1);
        }

        text.Write("\r\n");
    }

    private void Write(string field, bool alone)
    {
        // A row of one empty field, unquoted, would be a blank line.
        var plain = field.AsSpan().IndexOfAny('"', '\r', '\n') < 0 && !field.Contains(delimiter) && (field.Length > 0 || !alone);
        text.Write(plain ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }
}
