using System.Text;
using PqrsDesk.Infrastructure.Excel;

namespace PqrsDesk.Features.Importing.Parties;

/// <summary>A list that somebody sent, CSV or Excel, on disk as long as the page is open. It is read from end to end as often as it is asked for.</summary>
public sealed class PartyFile : IDisposable
{
    public const long MostBytes = 50L * 1024 * 1024;
    public const int MostRows = 200_000;

    private static readonly char[] Delimiters = [';', ',', '\t', '|'];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly FileStream _stream;
    private readonly bool _workbook;
    private char _delimiter = ',';
    private Encoding _encoding = Strict;

    private PartyFile(FileStream stream, string name, bool workbook) => (_stream, Name, _workbook) = (stream, name, workbook);

    public string Name { get; }
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Rows under the header.</summary>
    public int Count { get; private set; }

    /// <exception cref="ImportRefusedException">It is neither CSV nor a workbook, or there is nothing in it.</exception>
    public static async Task<PartyFile> TakeAsync(Stream sent, string name, CancellationToken cancel)
    {
        var stream = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        try
        {
            await sent.CopyToAsync(stream, cancel);
            var file = new PartyFile(stream, name, await IsZipAsync(stream, cancel));
            await Task.Run(file.Look, cancel);
            return file;
        }
        catch (Exception wrong)
        {
            await stream.DisposeAsync();
            throw wrong switch
            {
                CsvException { Said: var said } => new ImportRefusedException([said]),
                SheetException => new ImportRefusedException([new Said("Party.NotWorkbook", name)]),
                _ => wrong,
            };
        }
    }

    /// <summary>The rows under the header, each as wide as it.</summary>
    public IEnumerable<CsvRow> Rows() => All().Skip(1).Select(row => row.Fields.Count >= Header.Count ? row : row with { Fields = [.. row.Fields, .. Enumerable.Repeat("", Header.Count - row.Fields.Count)] });

    public void Dispose() => _stream.Dispose();

    private void Look()
    {
        if (!_workbook)
        {
            // Asked of its provider: whether somebody has registered it by now is not known here.
            _encoding = Utf8() ? Strict : CodePagesEncodingProvider.Instance.GetEncoding("windows-1252", EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback)!;
            _delimiter = Delimiter();
        }

        foreach (var (at, row) in All().Index())
        {
            if (at == 0) Header = [.. row.Fields.Select(field => field.Trim())];
            else Count++;
            if (Count > MostRows) throw new ImportRefusedException([new Said("Party.TooLong", MostRows)]);
        }

        if (Header.Count == 0 || Header.All(name => name.Length == 0)) throw new ImportRefusedException([new Said("File.Empty", Name)]);
    }

    private IEnumerable<CsvRow> All()
    {
        _stream.Position = 0;
        if (_workbook)
        {
            foreach (var (number, cells) in SheetReader.Rows(new Kept(_stream))) yield return new CsvRow(number, cells);
            yield break;
        }

        using var text = new StreamReader(_stream, _encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        foreach (var row in new CsvReader(text, _delimiter).Rows()) yield return row;
    }

    /// <summary>Spreadsheets here write either; what is no UTF-8 is of Windows.</summary>
    private bool Utf8()
    {
        _stream.Position = 0;
        using var text = new StreamReader(_stream, Strict, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var block = new char[1 << 15];
        try
        {
            while (text.Read(block) > 0)
            {
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private char Delimiter()
    {
        _stream.Position = 0;
        using var text = new StreamReader(_stream, _encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var block = new char[64 * 1024];
        var line = new string(block, 0, text.ReadBlock(block)).Split('\n')[0];
        return Delimiters.MaxBy(sign => line.Count(letter => letter == sign));
    }

    private static async Task<bool> IsZipAsync(FileStream stream, CancellationToken cancel)
    {
        var head = new byte[2];
        stream.Position = 0;
        return await stream.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, cancel) == 2 && head is [(byte)'P', (byte)'K'];
    }

    /// <summary>The reader of workbooks closes what it was given.</summary>
    private sealed class Kept(Stream inner) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => false;
        public override long Length => inner.Length;
        public override long Position { get => inner.Position; set => inner.Position = value; }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
