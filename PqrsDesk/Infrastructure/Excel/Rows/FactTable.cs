using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Infrastructure.Excel.Rows;

/// <summary>The data sheet as a table with a name, so that formulas elsewhere read as words.</summary>
internal sealed class FactTable
{
    private readonly Words words;

    /// <param name="fields">The house's own, each of which has a column.</param>
    /// <param name="contracts">Those that rows may stand on.</param>
    public FactTable(Words words, Cut cut, IReadOnlyList<CustomField> fields, IReadOnlyList<ReportContract> contracts)
    {
        this.words = words;
        var columns = Build(words, cut, contracts.ToDictionary(contract => contract.Id));
        Columns = [.. columns, .. HouseColumns.Of(fields, words, columns.Select(Header))];
    }

    public string Name => words["Sheet_Facts"];

    public IReadOnlyList<FactColumn> Columns { get; }

    public string Header(FactColumn column) => column.Header ?? words[$"Column_{column.Key}"];

    public string Meaning(FactColumn column) => words[column.Header is null ? $"Column_{column.Key}_Meaning" : "Column_House_Meaning"];

    /// <summary>A structured reference to a whole column. No header has a character that would need escaping.</summary>
    public string this[string key] => $"{Name}[{Header(Columns.First(column => column.Key == key))}]";

    private static IReadOnlyList<FactColumn> Build(Words words, Cut cut, IReadOnlyDictionary<int, ReportContract> contracts)
    {
        var enums = new EnumWords(words);
        var (yes, no) = (words.YesNo(true), words.YesNo(false));

        ReportContract? ContractOf(TicketFact fact) => fact.ContractId is { } id ? contracts.GetValueOrDefault(id) : null;
        FactCell Flag(bool? value) => FactCell.Of(value is { } known ? known ? yes : no : null);
        FactCell Instant(DateTimeOffset? at) => FactCell.Of(at is { } known ? SerialDate.Of(known, cut.Zone) : null);
        FactCell Date(DateOnly? on) => FactCell.Of(on is { } known ? SerialDate.Of(known) : null);

        return
        [
            new("FilingNumber", CellKind.Text, 20, fact => FactCell.Of(fact.FilingNumber)),
            new("Kind", CellKind.Text, 22, fact => FactCell.Of(enums[fact.Kind])),
            new("Channel", CellKind.Text, 18, fact => FactCell.Of(enums[fact.Channel])),
            new("Topic", CellKind.Text, 28, fact => FactCell.Of(fact.Topic)),
            new("Area", CellKind.Text, 24, fact => FactCell.Of(fact.Area)),
            new("Owner", CellKind.Text, 22, fact => FactCell.Of(fact.Owner)),
            new("Priority", CellKind.Text, 12, fact => FactCell.Of(enums[fact.Priority])),
            new("Status", CellKind.Text, 25, fact => FactCell.Of(enums[fact.Status])),
            new("Subject", CellKind.Text, 48, fact => FactCell.Of(fact.Subject)),
            new("Petitioner", CellKind.Text, 26, fact => FactCell.Of(fact.Petitioner)),
            new("Customer", CellKind.Text, 22, fact => FactCell.Of(fact.Customer)),
            new("FiledAt", CellKind.Instant, 17, fact => Instant(fact.FiledAt)),
            new("EffectiveFiledOn", CellKind.Date, 19, fact => Date(fact.EffectiveFiledOn)),
            new("FirstReplyAt", CellKind.Instant, 21, fact => Instant(fact.FirstReplyAt)),
            new("AnsweredAt", CellKind.Instant, 17, fact => Instant(fact.AnsweredAt)),
            new("ClosedAt", CellKind.Instant, 17, fact => Instant(fact.ClosedAt)),
            new("DueAt", CellKind.Instant, 17, fact => Instant(fact.DueAt)),
            new("LegalDueOn", CellKind.Date, 16, fact => Date(fact.LegalDueOn)),
            new("BreachedAt", CellKind.Instant, 17, fact => Instant(fact.BreachedAt)),
            new("InTime", CellKind.Text, 12, fact => Flag(cut.InTime(fact))),
            new("FirstReplyInTime", CellKind.Text, 27, fact => Flag(cut.FirstReplyInTime(fact))),
            new("Open", CellKind.Text, 18, fact => Flag(cut.Open(fact))),
            new("Overdue", CellKind.Text, 19, fact => Flag(cut.Overdue(fact))),
            new("ResponseDays", CellKind.Days, 20, fact => FactCell.Of(cut.ResponseDays(fact))),
            new("MinutesToFirstReply", CellKind.Whole, 37, fact => FactCell.Of(fact.BusinessMinutesToFirstReply)),
            new("MinutesToResolution", CellKind.Whole, 32, fact => FactCell.Of(fact.BusinessMinutesToResolution)),
            new("PausedMinutes", CellKind.Whole, 20, fact => FactCell.Of(fact.PausedMinutes)),
            new("ReopenedCount", CellKind.Whole, 15, fact => FactCell.Of(fact.ReopenedCount)),

            // What comes later comes last: people have formulas of their own over these letters.
            new("Product", CellKind.Text, 22, fact => FactCell.Of(fact.Product)),
            new("SpentMinutes", CellKind.Whole, 20, fact => FactCell.Of(fact.CaseFile?.Minutes)),
            new("Contract", CellKind.Text, 18, fact => FactCell.Of(ContractOf(fact)?.Number)),
            new("Plan", CellKind.Text, 20, fact => FactCell.Of(ContractOf(fact)?.Plan)),
        ];
    }
}
