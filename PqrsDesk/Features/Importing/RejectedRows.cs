using System.Globalization;

namespace PqrsDesk.Features.Importing;

/// <summary>Gathers what was rejected: the first ones to show, all of them in a file if one was asked for.</summary>
public sealed class RejectedRows : IDisposable
{
    public const int Shown = 20;

    private readonly List<RejectedRow> _first = [];
    private readonly ImportWords _words;
    private readonly StreamWriter? _file;
    private readonly CsvWriter? _csv;

    /// <param name="path">Null: no file. A rejected row is written as it was, so that it can be mended and imported.</param>
    /// <exception cref="ImportRefusedException">The file cannot be written.</exception>
    public RejectedRows(string? path, ImportFile from, ImportWords words)
    {
        _words = words;
        if (path is null) return;
        try
        {
            if (from.IsMadeOf(path)) throw new ImportRefusedException([new Said("Rejects.SameFile", path)]);

            // Not shared: under another name it could still be the file that is being read.
            _file = new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ImportRefusedException([new Said("Rejects.Unwritable", path, wrong.Message)]);
        }

        _csv = new CsvWriter(_file, from.Map.Delimiter);
        _csv.Write([.. from.Header, words["Rejects.Line"], words["Rejects.Reason"]]);
    }

    public int Count { get; private set; }

    public IReadOnlyList<RejectedRow> First => _first;

    public void Add(CsvRow row, IReadOnlyList<Said> reasons)
    {
        Count++;
        if (_first.Count < Shown) _first.Add(new RejectedRow(row, reasons));
        _csv?.Write([.. row.Fields, row.Line.ToString(CultureInfo.InvariantCulture), _words.Say(reasons)]);
    }

    public void Dispose() => _file?.Dispose();
}
