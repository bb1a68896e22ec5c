using System.Text;

namespace PqrsDesk.Features.Importing;

/// <summary>Reads CSV as RFC 4180 has it, one row at a time: memory holds a row and a block of the file.</summary>
/// <remarks>Lines end in LF, CRLF or CR. A quote inside a field that does not begin with one is a plain character. Blank lines are no rows.</remarks>
public sealed class CsvReader(TextReader text, char delimiter)
{
    /// <summary>Characters of one row at most. Longer ones come from a quote that somebody forgot to close.</summary>
    public const int RowLimit = 1 << 20;
    private const int End = -1;

    private readonly char[] _block = new char[1 << 15];
    private readonly StringBuilder _field = new();
    private readonly List<string> _fields = [];
    private int _at;
    private int _filled;
    private int _line = 1;
    private int _length;

    /// <exception cref="CsvException">The file is not CSV.</exception>
    public IEnumerable<CsvRow> Rows()
    {
        while (Peek() != End)
        {
            var line = _line;
            var quoted = ReadRow();
            if (quoted || _fields is not [""]) yield return new CsvRow(line, [.. _fields]);
        }
    }

    /// <returns>Whether any field was quoted: a lone quoted nothing is a row, an empty line is none.</returns>
    private bool ReadRow()
    {
        var anyQuoted = false;
        _fields.Clear();
        _length = 0;
        do
        {
            _field.Clear();
            if (Peek() == '"')
            {
                anyQuoted = true;
                ReadQuoted();
            }
            else
            {
                ReadBare();
            }

            _fields.Add(_field.ToString());
        }
        while (Skip(delimiter));
        SkipLineEnd();
        return anyQuoted;
    }

    private void ReadBare()
    {
        while (Peek() != End)
        {
            var rest = _block.AsSpan(_at, _filled - _at);
            var stop = rest.IndexOfAny(delimiter, '\r', '\n');
            Take(stop < 0 ? rest.Length : stop, _line);
            if (stop >= 0) return;
        }
    }

    private void ReadQuoted()
    {
        var opened = _line;
        _at++;
        while (true)
        {
            if (Peek() == End) throw new CsvException(new Said("Csv.Unclosed", opened));
            var rest = _block.AsSpan(_at, _filled - _at);
            var stop = rest.IndexOfAny('"', '\r', '\n');
            Take(stop < 0 ? rest.Length : stop, opened);
            if (stop < 0) continue;
            if (_block[_at] != '"')
            {
                TakeLineEnd(opened);
                continue;
            }

            _at++;
            if (Peek() != '"') break;
            Take(1, opened);
        }

        if (Peek() is not (End or '\r' or '\n') && Peek() != delimiter) throw new CsvException(new Said("Csv.AfterQuote", _line));
    }

    private void TakeLineEnd(int opened)
    {
        var isReturn = _block[_at] == '\r';
        Take(1, opened);
        if (isReturn && Peek() == '\n') Take(1, opened);
        _line++;
    }

    private void SkipLineEnd()
    {
        if (Peek() == End) return;
        if (Skip('\r')) Skip('\n');
        else Skip('\n');
        _line++;
    }

    private bool Skip(char expected)
    {
        if (Peek() != expected) return false;
        _at++;
        return true;
    }

    private void Take(int count, int line)
    {
        _length += count;
        if (_length > RowLimit) throw new CsvException(new Said("Csv.RowLimit", line, RowLimit));
        _field.Append(_block, _at, count);
        _at += count;
    }

    private int Peek() => _at < _filled || Fill() ? _block[_at] : End;

    private bool Fill()
    {
        try
        {
            (_at, _filled) = (0, text.Read(_block));
        }
        catch (DecoderFallbackException)
        {
            throw new CsvException(new Said("Csv.Encoding", _line));
        }

        // Neither text nor PostgreSQL has it: the file is something else.
        var zero = _block.AsSpan(0, _filled).IndexOf('\0');
        return zero < 0 ? _filled > 0 : throw new CsvException(new Said("Csv.NotText", _line + _block.AsSpan(0, zero).Count('\n')));
    }
}
