using PqrsDesk.Domain.Kpis;
using PqrsDesk.Infrastructure.Excel.Rows;

namespace PqrsDesk.Infrastructure.Excel.Sheets;

/// <summary>Diccionario: what every figure and column means, and when the data were read.</summary>
internal sealed class DictionarySheet(SheetPage page, Words words)
{
    private int row = 2;

    public static void Write(SheetPage page, MonthlyReport report, Words words, FactTable table) =>
        new DictionarySheet(page, words).Write(report, table);

    private void Write(MonthlyReport report, FactTable table)
    {
        page.Widths(36, 60, 70);
        page.Title(words["Dictionary_Title"]);

        Section("Dictionary_Extraction");
        Entry(words["Summary_Desk"], report.Desk);
        Instant(words["Summary_ReadAt"], report);
        Entry(words["Summary_Zone"], report.Zone.Id, words["Dictionary_ZoneRule"]);
        Entry(words["Dictionary_Cut"], words["Dictionary_CutRule"]);
        Entry(words["Dictionary_RowsRule"], words["Dictionary_Rows"]);

        Section("Dictionary_Indicators");
        foreach (var kpi in KpiTraits.All)
            Entry(words[$"Kpi_{kpi}"], words[$"Kpi_{kpi}_Formula"], words[$"Kpi_{kpi}_Rule"]);

        Section("Dictionary_Columns");
        foreach (var column in table.Columns)
            Entry(table.Header(column), table.Meaning(column));

        if (report.Notes.Count == 0)
            return;
        Section("Dictionary_Notes");
        foreach (var note in report.Notes)
            Entry(note.Term, note.Meaning);
    }

    private void Section(string key)
    {
        page.Heading(++row, 1, words[key]);
        row++;
        page.Headers(row++, 1, words["Dictionary_Term"], words["Dictionary_Formula"], words["Dictionary_Rule"]);
    }

    private void Entry(string term, string meaning, string rule = "")
    {
        page.Wrapped(row, 1, term);
        page.Wrapped(row, 2, meaning);
        page.Wrapped(row, 3, rule);
        row++;
    }

    private void Instant(string term, MonthlyReport report)
    {
        page.Wrapped(row, 1, term);
        page.Lead(row, 2, SerialDate.Of(report.ReadAt, report.Zone), words["Format_Instant"]);
        row++;
    }
}
