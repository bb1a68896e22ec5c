using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace PqrsDesk.Features.Importing;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\nc,d\n")]
    [InlineData("a,b\r\nc,d\r\n")]
    [InlineData("a,b\rc,d")]
    [InlineData("a,b\n\n\r\nc,d")]
    public void Lines_end_as_they_like_and_blank_ones_are_no_rows(string text) =>
        Assert.Equal([["a", "b"], ["c", "d"]], Read(text));

    [Fact]
    public void Quotes_hold_delimiters_line_ends_and_quotes() =>
        Assert.Equal([["a,b", "one\r\ntwo\nthree", "say \"no\""], ["d", "", "f"]], Read("\"a,b\",\"one\r\ntwo\nthree\",\"say \"\"no\"\"\"\nd,,f"));

    [Fact]
    public void A_quote_inside_a_bare_field_is_a_character() =>
        Assert.Equal([["a 5\" pipe", "b"]], Read("a 5\" pipe,b"));

    [Fact]
    public void An_empty_quoted_field_alone_is_a_row() => Assert.Equal([["a"], [""], ["b"]], Read("a\n\"\"\nb"));

    [Fact]
    public void A_last_delimiter_begins_a_last_field() => Assert.Equal([["a", ""]], Read("a,"));

    [Fact]
    public void Each_row_knows_the_line_it_begins_on() =>
        Assert.Equal([1, 2, 5, 6], new CsvReader(new StringReader("h\n\"x\ny\r\nz\"\nb\n\"c\n\""), ',').Rows().Select(row => row.Line));

    [Theory]
    [InlineData("a,b\nc,\"d\ne\nf", "Csv.Unclosed", 2)]
    [InlineData("a,b\nc,\"d\"e\n", "Csv.AfterQuote", 2)]
    [InlineData("a,b\nc,d\ne\0,f\n", "Csv.NotText", 3)]
    public void What_is_not_CSV_is_told_with_its_line(string text, string key, int line)
    {
        var said = Assert.Throws<CsvException>(() => Read(text)).Said;
        Assert.Equal((key, line), (said.Key, said.About[0]));
    }

    [Fact]
    public void A_forgotten_quote_does_not_swallow_the_whole_file()
    {
        var said = Assert.Throws<CsvException>(() => Read("a\n\"" + new string('x', CsvReader.RowLimit + 1))).Said;
        Assert.Equal(("Csv.RowLimit", 2), (said.Key, said.About[0]));
    }

    [Fact]
    public void Rows_longer_than_a_block_are_whole()
    {
        var rows = Enumerable.Range(0, 40).Select(i => (string[])[new string('x', 4_000 + i), $"{i}", new string('"', 900)]).ToList();
        Assert.Equal(rows, Read(Written(rows, ';'), ';'));
    }

    [Fact]
    public void What_is_written_is_read_again() =>
        Prop.ForAll(Tables, table => Read(Written(table.Rows, table.Delimiter), table.Delimiter).SequenceEqual(table.Rows, Same)).QuickCheckThrowOnFailure();

    [Fact]
    public void Hostile_text_is_read_to_its_end_or_refused_and_never_anything_else() =>
        Prop.ForAll(Hostile, text =>
        {
            try
            {
                var fields = Read(text).SelectMany(row => row).Sum(field => field.Length);
                return fields <= text.Length;
            }
            catch (CsvException wrong)
            {
                return wrong.Said.Key.StartsWith("Csv.", StringComparison.Ordinal) && (int)wrong.Said.About[0] >= 1;
            }
        }).QuickCheckThrowOnFailure();

    private sealed record Table(IReadOnlyList<string[]> Rows, char Delimiter)
    {
        public override string ToString() => $"{Delimiter} {string.Join(" | ", Rows.Select(row => string.Join(" ¦ ", row)))}";
    }

    private static readonly char[] Letters = [',', ';', '\t', '"', '\'', '\n', '\r', ' ', '=', '\\', 'a', 'ñ', '漢', '\u2028', '\uFEFF', '0'];

    private static readonly Gen<string> Fields = Gen.ArrayOf(Gen.Elements(Letters)).Select(letters => new string(letters));

    private static readonly Arbitrary<Table> Tables = Arb.From(
        from rows in Gen.ArrayOf(Gen.NonEmptyListOf(Fields).Select(fields => fields.ToArray()))
        from delimiter in Gen.Elements(',', ';', '\t')
        select new Table(rows, delimiter));

    private static readonly Arbitrary<string> Hostile = Arb.From(Gen.ArrayOf(Gen.Elements([.. Letters, '\0', '"', '"'])).Select(letters => new string(letters)));

    private static readonly IEqualityComparer<string[]> Same =
        EqualityComparer<string[]>.Create((one, other) => one!.SequenceEqual(other!), row => row.Length);

    private static List<string[]> Read(string text, char delimiter = ',') =>
        [.. new CsvReader(new StringReader(text), delimiter).Rows().Select(row => row.Fields.ToArray())];

    private static string Written(IEnumerable<string[]> rows, char delimiter)
    {
        using var text = new StringWriter();
        var csv = new CsvWriter(text, delimiter);
        foreach (var row in rows) csv.Write(row);
        return text.ToString();
    }
}
