namespace PqrsDesk.Features.Importing;

/// <summary>A CSV file that was read once from end to end and fits its map. Held open, so that it stays what was checked.</summary>
public sealed class ImportFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly string _mapPath;

    private ImportFile(FileStream stream, ImportMap map, string mapPath)
    {
        _stream = stream;
        _mapPath = mapPath;
        Map = map;
        using var rows = Read().GetEnumerator();
        if (!rows.MoveNext()) throw Refused(new Said("File.Empty", stream.Name));
        Header = rows.Current.Fields;
        if (map.Check(Header).ToList() is { Count: > 0 } problems) throw new ImportRefusedException(problems);
        while (rows.MoveNext()) Count++;
    }

    public ImportMap Map { get; }

    public IReadOnlyList<string> Header { get; }

    /// <summary>Rows under the header.</summary>
    public int Count { get; }

    /// <summary>Whether a path is that of the file or of its map.</summary>
    public bool IsMadeOf(string path) => Path.GetFullPath(path) is var full && (full == Path.GetFullPath(_stream.Name) || full == Path.GetFullPath(_mapPath));

    /// <exception cref="ImportRefusedException">One of the files cannot be read, or is not what it should be.</exception>
    public static ImportFile Open(string path, string mapPath)
    {
        var map = MapReader.Read(Opened(mapPath, () => File.ReadAllText(mapPath)));
        var stream = Opened(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read));
        try
        {
            // It is read twice.
            if (!stream.CanSeek) throw Refused(new Said("File.NotAFile", path));
            return new ImportFile(stream, map, mapPath);
        }
        catch (Exception wrong)
        {
            stream.Dispose();
            if (wrong is CsvException { Said: var said }) throw Refused(said);
            if (wrong is IOException or UnauthorizedAccessException) throw Refused(new Said("File.Unreadable", path, wrong.Message));
            throw;
        }
    }

    /// <summary>The rows under the header.</summary>
    /// <exception cref="CsvException">The file is no longer what was checked.</exception>
    public IEnumerable<CsvRow> Rows() => Read().Skip(1);

    public void Dispose() => _stream.Dispose();

    private IEnumerable<CsvRow> Read()
    {
        _stream.Position = 0;
        using var text = new StreamReader(_stream, Map.Encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        foreach (var row in new CsvReader(text, Map.Delimiter).Rows()) yield return row;
    }

    private static T Opened<T>(string path, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refused(new Said("File.NotFound", path));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Refused(new Said("File.Unreadable", path, wrong.Message));
        }
    }

    private static ImportRefusedException Refused(Said said) => new([said]);
}
