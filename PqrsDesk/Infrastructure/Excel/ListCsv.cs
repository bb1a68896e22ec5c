using System.Buffers;
using System.Globalization;
using System.Text;

namespace PqrsDesk.Infrastructure.Excel;

/// <summary>Writes a list as CSV (RFC 4180), with the separator that spreadsheets expect in its language.</summary>
/// <remarks>
/// What would be taken for a formula begins with an apostrophe: people type names and subjects, and a spreadsheet that
/// opens the file would do what they say.
/// </remarks>
public static class ListCsv
{
    public const string ContentType = "text/csv; charset=utf-8";
    private const int BufferSize = 64 * 1024;

    public static async Task WriteAsync(CellList list, Stream to, CancellationToken stop)
    {
        var separator = list.Culture.TextInfo.ListSeparator is [var only] ? only : ',';
        var quoted = SearchValues.Create([separator, '"', '\r', '\n']);
        var buffer = new StringBuilder();

        // The mark by which spreadsheets know that it is UTF-8.
        await to.WriteAsync(Encoding.UTF8.GetPreamble(), stop);
        Add(list.Columns.Select(column => column.Header));
        await foreach (var row in list.Rows.WithCancellation(stop))
        {
            Add(row.Select(cell => cell.At is { } at
                ? TimeZoneInfo.ConvertTime(at, list.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
                : Defused(cell.Text ?? "")));
            if (buffer.Length >= BufferSize) await DrainAsync();
        }

        await DrainAsync();
        await to.FlushAsync(stop);

        void Add(IEnumerable<string> fields)
        {
            buffer.AppendJoin(separator, fields.Select(field => field.AsSpan().ContainsAny(quoted) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field)).Append("\r\n");
        }

        async Task DrainAsync()
        {
            await to.WriteAsync(Encoding.UTF8.GetBytes(buffer.ToString()), stop);
            buffer.Clear();
        }
    }

    private static string Defused(string text)
    {
        var clean = SafeText.Clean(text);
        return SafeText.LooksLikeFormula(clean) ? $"'{clean}" : clean;
    }
}
