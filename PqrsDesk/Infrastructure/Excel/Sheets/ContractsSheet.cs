using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Infrastructure.Excel.Sheets;

/// <summary>Contratos: what each promised and kept in the month, and what was used of it.</summary>
/// <remarks>
/// Cases are counted from the rows of the data sheet. Promises are not in those rows: a case may keep its contract's time and
/// miss the law's. They are the figures of the customer's own report.
/// </remarks>
internal static class ContractsSheet
{
    private const int HeaderRow = 4;
    private const int First = HeaderRow + 1;
    private const int Number = 1, Customer = 2, Plan = 3, From = 4, Until = 5, Received = 6, Reply = 7, Resolution = 10, Hours = 13, Cases = 16, Surcharge = 19, Currency = 20;
    private const string Amount = "#,##0.00";
    private const string HoursFormat = "#,##0.##";

    public static void Write(SheetPage page, MonthlyReport report, Words words, Audit audit)
    {
        page.Widths(18, 28, 18, 12, 12, 11, 18, 18, 12, 12, 11, 12, 11, 11, 10, 11, 11, 10, 16, 9);
        page.Title(words["Contracts_Title"]);
        page.Text(2, 1, words["Contracts_Rule"]);
        page.Headers(
            HeaderRow, Number, words["Column_Contract"], words["Column_Customer"], words["Column_Plan"], words["Contracts_From"], words["Contracts_Until"], words["Contracts_Received"],
            words["Contracts_ReplyInTime"], words["Contracts_ReplyLate"], words["Contracts_ReplyShare"], words["Contracts_ResolutionInTime"], words["Contracts_ResolutionLate"], words["Contracts_ResolutionShare"],
            words["Contracts_HoursIncluded"], words["Contracts_HoursUsed"], words["Contracts_Share"], words["Contracts_CasesIncluded"], words["Contracts_CasesUsed"], words["Contracts_Share"],
            words["Contracts_Surcharge"], words["Contracts_Currency"]);
        page.FreezeAbove(First);
        foreach (var (at, contract) in report.Contracts.Index()) WriteLine(page, words, audit, contract, First + at);
        WriteTotal(page, words, report.Contracts, First + report.Contracts.Count);
    }

    private static void WriteLine(SheetPage page, Words words, Audit audit, ReportContract contract, int row)
    {
        page.Text(row, Number, contract.Number);
        page.Text(row, Customer, contract.Customer);
        page.Text(row, Plan, contract.Plan);
        page.Number(row, From, SerialDate.Of(contract.From), words["Format_Date"]);
        page.Number(row, Until, SerialDate.Of(contract.Until), words["Format_Date"]);
        page.Formula(row, Received, audit.ReceivedNamed("Contract", CellName.Of(row, Number)), contract.Received, Formats.Count);
        WriteKept(page, row, Reply, contract.FirstReply);
        WriteKept(page, row, Resolution, contract.Resolution);
        if (contract.Used is { } used) WriteUsed(page, row, used);
    }

    private static void WriteKept(SheetPage page, int row, int column, Timeliness kept)
    {
        page.Number(row, column, kept.InTime, Formats.Count);
        page.Number(row, column + 1, kept.Late, Formats.Count);
        ComplianceCell.Write(page, row, column + 2, column, column + 1, kept);
    }

    /// <summary>What is not counted stays empty. Shares are whole percent and never rounded up, as on the screen.</summary>
    private static void WriteUsed(SheetPage page, int row, Consumption used)
    {
        page.Number(row, Hours, (double?)used.IncludedHours, HoursFormat);
        page.Number(row, Hours + 1, (double)used.UsedHours, HoursFormat);
        page.Number(row, Hours + 2, used.HoursPercent / 100.0, Formats.WholeShare);
        page.Number(row, Cases, used.IncludedCases, Formats.Count);
        page.Number(row, Cases + 1, used.UsedCases, Formats.Count);
        page.Number(row, Cases + 2, used.CasesPercent / 100.0, Formats.WholeShare);
        page.Number(row, Surcharge, (double)used.Amount.Amount, Amount);
        page.Text(row, Currency, used.Amount.Currency);
    }

    private static void WriteTotal(SheetPage page, Words words, IReadOnlyList<ReportContract> contracts, int row)
    {
        page.Text(row, Number, words["Total"]);
        Sum(Received, contracts.Sum(contract => contract.Received));
        foreach (var (column, kept) in ((int, Timeliness)[])[(Reply, Of(contract => contract.FirstReply)), (Resolution, Of(contract => contract.Resolution))])
        {
            Sum(column, kept.InTime);
            Sum(column + 1, kept.Late);
            ComplianceCell.Write(page, row, column + 2, column, column + 1, kept);
        }

        page.TotalRow(row, Number, Currency);

        Timeliness Of(Func<ReportContract, Timeliness> read) => contracts.Select(read).Aggregate(Timeliness.None, Timeliness.Add);

        void Sum(int column, int total) => page.Formula(row, column, $"SUM({CellName.Of(First, column)}:{CellName.Of(row - 1, column)})", total, Formats.Count);
    }
}
