using PqrsDesk.Domain.Tickets;
using Xunit;

namespace PqrsDesk.Features.Importing;

public sealed class RowReaderTests
{
    private static readonly DateTimeOffset Now = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Header = SampleImport.Header.Split(',');

    [Fact]
    public void A_row_becomes_what_can_be_imported()
    {
        var row = Read(SampleImport.Row("7", due: "2015-06-02 10:00", closed: "2015-06-01 11:00", mail: "ana@example.org"))!;
        Assert.Equal(("7", 2, "Works"), (row.ExternalId, row.Line, row.AreaName));
        Assert.Equal(new DateTimeOffset(2015, 6, 1, 14, 0, 0, TimeSpan.Zero), row.FiledAt);
        Assert.Equal(new DateTimeOffset(2015, 6, 2, 14, 0, 0, TimeSpan.Zero), row.DueAt);
        Assert.Equal(new DateTimeOffset(2015, 6, 1, 15, 0, 0, TimeSpan.Zero), row.ClosedAt);
        Assert.Equal(("Lamp out: Light", "Lamp out: Light", "Light"), (row.Filing.Subject, row.Filing.Description, row.Filing.Topic));
        Assert.Equal((TicketKind.Claim, Channel.Telephone), (row.Filing.Kind, row.Filing.Channel));
        Assert.Equal(("ana@example.org", "ana@example.org", false), (row.Petitioner.Name, row.Petitioner.Email, row.Petitioner.Anonymous));
    }

    [Fact]
    public void Values_are_found_whatever_their_case_and_a_default_stands_for_the_rest()
    {
        Assert.Equal(TicketKind.Complaint, Read(SampleImport.Row(1, kind: " q "))!.Filing.Kind);
        Assert.Equal(TicketKind.Suggestion, Read(SampleImport.Row(1, kind: "suggestion"))!.Filing.Kind);
        Assert.Equal(TicketKind.Petition, Read(SampleImport.Row(1, kind: "?"))!.Filing.Kind);
        Assert.Equal(TicketKind.Petition, Read(SampleImport.Row(1, kind: ""))!.Filing.Kind);
        Assert.Equal("General", Read(SampleImport.Row(1, unit: ""))!.AreaName);
        Assert.True(Read(SampleImport.Row(1))!.Petitioner.Anonymous);
    }

    [Fact]
    public void A_template_of_blank_columns_is_blank() => Assert.Equal(["Row.Missing subject"], Wrong(SampleImport.Row(1, what: " ", topic: "")));

    [Fact]
    public void A_priority_of_the_file_overrides_the_matrix_with_a_reason()
    {
        var row = Read(SampleImport.Row(1), SampleImport.Map.Replace("\"topic\": \"topic\"", "\"priority\": { \"value\": \"high\" }, \"urgency\": { \"value\": \"low\" }", StringComparison.Ordinal))!;
        Assert.Equal((Priority.High, Urgency.Low, "why"), (row.Filing.Priority, row.Filing.Urgency, row.Filing.PriorityReason));
    }

    [Theory]
    [InlineData("1,2015-06-01 10:00", "Row.Width")]
    [InlineData(",2015-06-01 10:00,,,a,b,R,phone,Works,", "Row.Missing externalId")]
    [InlineData("1,,,,a,b,R,,Works,", "Row.Missing filedAt|Row.Missing channel")]
    [InlineData("1,2015-06-31 10:00,,,a,b,R,phone,Works,", "Row.Date filedAt")]
    [InlineData("1,2015-06-01 10:00,soon,,a,b,R,phone,Works,", "Row.Date dueAt")]
    [InlineData("1,2015-06-01 10:00,,2015-06-01 09:59,a,b,R,phone,Works,", "Row.ClosedBeforeFiled 2015-06-01 09:59")]
    [InlineData("1,2020-06-01 10:00,,,a,b,R,phone,Works,", "Row.Future filedAt")]
    [InlineData("1,2019-06-01 10:00,,2020-06-01 10:00,a,b,R,phone,Works,", "Row.Future closedAt")]
    [InlineData("1,2015-06-01 10:00,,,a,b,R,pigeon,Works,", "Row.WordUnknown channel")]
    [InlineData("1,2015-06-01 10:00,,,a,b,R,3,Works,", "Row.WordUnknown channel")]
    [InlineData("1,2015-06-01 10:00,,,a,b,R,phone,Works,no mail", "Row.Refused petitionerEmail")]
    public void What_cannot_be_imported_is_told(string row, string problems) => Assert.Equal(problems.Split('|').Select(Tidy), Wrong(row));

    [Theory]
    [InlineData("externalId", 80)]
    [InlineData("area", 120)]
    [InlineData("topic", 120)]
    public void The_limits_of_the_desk_hold(string field, int limit)
    {
        var (fits, tooLong) = (new string('x', limit), new string('x', limit + 1));
        Assert.Empty(Wrong(With(fits)));
        Assert.Equal([$"Row.TooLong {field}"], Wrong(With(tooLong)));

        string With(string text) => field switch
        {
            "externalId" => SampleImport.Row(text),
            "area" => SampleImport.Row(1, unit: text),
            _ => SampleImport.Row(1, what: "a", topic: text),
        };
    }

    private static string Tidy(string problem) => problem == "Row.Width" ? "Row.Width 2" : problem;

    private static ImportRow? Read(string row, string map = SampleImport.Map) => Reading(row, map).Row;

    private static IEnumerable<string> Wrong(string row) => Reading(row, SampleImport.Map).Problems.Select(problem => $"{problem.Key} {problem.About[0]}");

    private static (ImportRow? Row, IReadOnlyList<Said> Problems) Reading(string row, string map) =>
        new RowReader(MapReader.Read(map), Header, "why", Now).Read(new CsvRow(2, row.Split(',')));
}
