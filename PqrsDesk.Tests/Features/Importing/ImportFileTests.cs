using System.Text;
using Xunit;

namespace PqrsDesk.Features.Importing;

public sealed class ImportFileTests : IDisposable
{
    private readonly SampleImport _sample = new();

    [Fact]
    public void A_file_is_counted_and_can_be_read_more_than_once()
    {
        using var file = _sample.Open(SampleImport.Row(1), "", SampleImport.Row(2));
        Assert.Equal(2, file.Count);
        Assert.Equal(file.Rows().Select(row => row.Line), file.Rows().Select(row => row.Line));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("windows-1252", false)]
    [InlineData("utf-16", true)]
    public void It_is_read_in_the_encoding_of_the_map_with_or_without_a_mark(string encoding, bool mark)
    {
        var map = SampleImport.Map.Replace("\"dates\"", $"\"csv\": {{ \"encoding\": \"{encoding}\" }}, \"dates\"", StringComparison.Ordinal);
        var writing = encoding == "utf-8" ? new UTF8Encoding(mark) : MapReader.Read(map).Encoding;
        using var file = ImportFile.Open(_sample.Write("rows.csv", $"{SampleImport.Header}\n{SampleImport.Row(1, what: "Año")}", writing), _sample.Write("map.json", map));
        Assert.Equal("id", file.Header[0]);
        Assert.Equal("Año", file.Rows().Single().Fields[4]);
    }

    [Fact]
    public void Bytes_of_another_encoding_are_refused() =>
        Refused("Csv.Encoding", () => ImportFile.Open(_sample.Write("rows.csv", $"{SampleImport.Header}\nñ", Encoding.Latin1), _sample.Write("map.json", SampleImport.Map)));

    [Fact]
    public void A_broken_end_is_found_before_anything_is_imported() =>
        Refused("Csv.Unclosed", () => _sample.Open(SampleImport.Row(1), SampleImport.Row(2), "3,\"never closed"));

    [Fact]
    public void A_column_that_is_not_there_is_named_with_its_field()
    {
        var problem = Refused("Map.ColumnUnknown", () => _sample.Open(SampleImport.Map.Replace("\"closed\"", "\"shut\"", StringComparison.Ordinal), [SampleImport.Row(1)]));
        Assert.Equal(["fields.closedAt", "shut"], problem.About[..2]);
    }

    [Fact]
    public void A_column_that_is_there_twice_cannot_be_meant() =>
        Refused("Map.ColumnTwice", () => ImportFile.Open(_sample.Write("rows.csv", SampleImport.Header + ",CLOSED"), _sample.Write("map.json", SampleImport.Map)));

    [Fact]
    public void An_empty_file_has_no_header() =>
        Refused("File.Empty", () => ImportFile.Open(_sample.Write("rows.csv", "\n\n"), _sample.Write("map.json", SampleImport.Map)));

    [Fact]
    public void A_file_with_a_header_only_has_no_rows()
    {
        using var file = _sample.Open();
        Assert.Equal(0, file.Count);
    }

    [Fact]
    public void Files_that_are_not_there_are_named()
    {
        var map = _sample.Write("map.json", SampleImport.Map);
        Assert.Equal("no.csv", Refused("File.NotFound", () => ImportFile.Open("no.csv", map)).About[0]);
        Assert.Equal("no.json", Refused("File.NotFound", () => ImportFile.Open(map, "no.json")).About[0]);
        Refused("File.Unreadable", () => ImportFile.Open(Path.GetTempPath(), map));
    }

    public void Dispose() => _sample.Dispose();

    private static Said Refused(string key, Func<ImportFile> open)
    {
        var problem = Assert.Single(Assert.Throws<ImportRefusedException>(open).Problems);
        Assert.Equal(key, problem.Key);
        return problem;
    }
}
