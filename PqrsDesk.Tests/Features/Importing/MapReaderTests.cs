using Xunit;

namespace PqrsDesk.Features.Importing;

public sealed class MapReaderTests
{
    [Fact]
    public void A_whole_map_is_read()
    {
        var map = MapReader.Read(SampleImport.Map);
        Assert.Equal("old-desk", map.Source);
        Assert.Equal(',', map.Delimiter);
        Assert.Equal("utf-8", map.Encoding.WebName);
        Assert.Equal(11, map.Fields.Count);
        Assert.Equal(["what", "topic"], map.Fields[ImportField.Subject].Template.Columns);
    }

    [Theory]
    [InlineData("\"source\": \"old-desk\",", "", "Map.Missing", "source")]
    [InlineData("\"old-desk\"", "\" \"", "Map.NotText", "source")]
    [InlineData("\"old-desk\"", "\"0123456789012345678901234567890123456789012345678901234567890\"", "Map.TooLong", "source")]
    [InlineData("\"source\"", "\"sauce\"", "Map.Unknown", "sauce")]
    [InlineData("\"dates\"", "\"csv\": { \"delimiter\": \"||\" }, \"dates\"", "Map.Delimiter", "csv.delimiter")]
    [InlineData("\"dates\"", "\"csv\": { \"delimiter\": \"\" }, \"dates\"", "Map.Delimiter", "csv.delimiter")]
    [InlineData("\"dates\"", "\"csv\": { \"encoding\": \"utf-9\" }, \"dates\"", "Map.Encoding", "csv.encoding")]
    [InlineData("\"dates\"", "\"csv\": { \"separator\": \",\" }, \"dates\"", "Map.Unknown", "csv.separator")]
    [InlineData("America/New_York", "America/Nueva_York", "Map.Zone", "dates.timeZone")]
    [InlineData("\"yyyy-MM-dd HH:mm\"", "", "Map.NotAList", "dates.formats")]
    [InlineData("yyyy-MM-dd HH:mm", "yyyy-MM-dd hh:mm", "Map.Format", "dates.formats")]
    [InlineData("yyyy-MM-dd HH:mm", "HH:mm", "Map.Format", "dates.formats")]
    [InlineData("yyyy-MM-dd HH:mm", "%", "Map.Format", "dates.formats")]
    [InlineData("\"externalId\": \"id\",", "", "Map.FieldMissing", "fields.externalId")]
    [InlineData("\"topic\": \"topic\"", "\"theme\": \"topic\"", "Map.Unknown", "fields.theme")]
    [InlineData("\"topic\": \"topic\"", "\"topic\": \"topic\", \"topic\": \"topic\"", "Map.Twice", "fields.topic")]
    [InlineData("\"topic\": \"topic\"", "\"topic\": 7", "Map.NotAnObject", "fields.topic")]
    [InlineData("\"topic\": \"topic\"", "\"topic\": { }", "Map.OneSource", "fields.topic")]
    [InlineData("\"topic\": \"topic\"", "\"topic\": { \"column\": \"a\", \"value\": \"b\" }", "Map.OneSource", "fields.topic")]
    [InlineData("{what}: {topic}", "{what: {topic}", "Map.Template", "fields.subject.template")]
    [InlineData("{what}: {topic}", "what}", "Map.Template", "fields.subject.template")]
    [InlineData("{what}: {topic}", "{ }", "Map.Template", "fields.subject.template")]
    [InlineData("\"claim\"", "\"clam\"", "Map.WordUnknown", "fields.kind.values[R]")]
    [InlineData("\"claim\"", "3", "Map.NotText", "fields.kind.values[R]")]
    [InlineData("\"R\": \"claim\"", "\"q\": \"claim\"", "Map.Twice", "fields.kind.values[q]")]
    [InlineData("\"petition\"", "\"3\"", "Map.WordUnknown", "fields.kind.default")]
    [InlineData("\"channel\": { \"column\": \"by\", \"values\": { \"phone\": \"telephone\" } }", "\"channel\": { \"value\": \"pigeon\" }", "Map.WordUnknown", "fields.channel.value")]
    public void Each_slip_is_named_with_its_place(string right, string wrong, string key, string place)
    {
        Assert.Contains(right, SampleImport.Map, StringComparison.Ordinal);
        var problems = Assert.Throws<ImportRefusedException>(() => MapReader.Read(SampleImport.Map.Replace(right, wrong, StringComparison.Ordinal))).Problems;
        Assert.Contains(problems, problem => problem.Key == key && problem.About[0].Equals(place));
    }

    [Theory]
    [InlineData("{\n\"source\": \n", 3)]
    [InlineData("", 1)]
    public void What_is_not_JSON_is_told_with_its_line(string json, int line)
    {
        var problem = Assert.Single(Assert.Throws<ImportRefusedException>(() => MapReader.Read(json)).Problems);
        Assert.Equal(("Map.NotJson", (long)line), (problem.Key, problem.About[0]));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"source\": \"\\ud800\" }")]
    public void Another_shape_is_refused_too(string json) =>
        Assert.NotEmpty(Assert.Throws<ImportRefusedException>(() => MapReader.Read(json)).Problems);

    [Fact]
    public void All_slips_are_told_at_once()
    {
        var map = SampleImport.Map.Replace("America/New_York", "Mars", StringComparison.Ordinal).Replace("\"claim\"", "\"clam\"", StringComparison.Ordinal);
        Assert.Equal(2, Assert.Throws<ImportRefusedException>(() => MapReader.Read(map)).Problems.Count);
    }

    [Fact]
    public void What_the_model_can_hold_is_what_a_map_allows()
    {
        using var db = new Infrastructure.Persistence.SqliteDesignTime().CreateDbContext([]);
        var ticket = db.Model.FindEntityType(typeof(Domain.Tickets.Ticket))!;
        Assert.Equal(ImportMap.SourceLimit, ticket.FindProperty(nameof(Domain.Tickets.Ticket.Source))!.GetMaxLength());
        Assert.Equal(ImportMap.ExternalIdLimit, ticket.FindProperty(nameof(Domain.Tickets.Ticket.ExternalId))!.GetMaxLength());
    }
}
