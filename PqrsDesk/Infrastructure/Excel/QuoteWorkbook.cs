using System.Globalization;
using ClosedXML.Excel;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Infrastructure.Excel.Sheets;

namespace PqrsDesk.Infrastructure.Excel;

/// <summary>A quote that becomes a workbook. Its texts come with it, in the reader's language.</summary>
/// <param name="Facts">What stands above the offers: whom it is for, until when.</param>
/// <param name="Internal">With cost, margin and the working of every line, alive.</param>
public sealed record QuoteBook(string Number, string Desk, IReadOnlyList<(string Name, string Value)> Facts, QuoteContent Content, bool Internal, Func<string, string> Words);

/// <summary>Writes a quote as an .xlsx file. For the house each line is a formula over the cells that it is worked out from, and gives the same to the peso.</summary>
public static class QuoteWorkbook
{
    /// <summary>The key of the text that says how prices are rounded.</summary>
    public const string Terms = "Paper.Terms";
    private const string Offers = "Excel.Offers";
    private const string Whole = "#,##0";
    private const string Cents = "#,##0.00";

    public static byte[] Write(QuoteBook quote)
    {
        using var book = new XLWorkbook();
        book.Properties.Title = quote.Number;
        book.Properties.Author = quote.Desk;
        var workings = new List<QuoteWorking>();
        var offers = book.AddWorksheet(Name(quote.Words(Offers), []));
        if (quote.Internal)
            foreach (var sheet in quote.Content.Sheets)
                workings.Add(QuoteWorking.Write(book.AddWorksheet(Name(sheet.Offer.Name, book.Worksheets.Select(each => each.Name))), sheet, quote));
        WriteOffers(offers, quote, workings);
        using var file = new MemoryStream();
        book.SaveAs(file);
        return file.ToArray();
    }

    internal static string Money(string currency) => Currency.DecimalsOf(currency) == 0 ? Whole : Cents;

    internal static void Text(IXLCell cell, string text)
    {
        var clean = SafeText.Clean(text);
        cell.SetValue(clean);
        cell.Style.IncludeQuotePrefix = SafeText.LooksLikeFormula(clean);
    }

    private static void WriteOffers(IXLWorksheet page, QuoteBook quote, List<QuoteWorking> workings)
    {
        page.ShowGridLines = false;
        page.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        page.PageSetup.FitToPages(1, 0);
        page.Column(1).Width = 34;
        Text(page.Cell(1, 1), $"{quote.Desk} · {quote.Number}");
        page.Cell(1, 1).Style.Font.SetBold().Font.SetFontSize(16);
        var row = 2;
        foreach (var (name, value) in quote.Facts)
        {
            Text(page.Cell(row, 1), name);
            Text(page.Cell(row++, 2), value);
        }

        Heads(page, ++row, quote);
        var money = Money(quote.Content.Model.Currency);
        foreach (var (code, format) in Rows(quote, money))
        {
            row++;
            Text(page.Cell(row, 1), quote.Words($"Line.{code}"));
            foreach (var (at, sheet) in quote.Content.Sheets.Index())
            {
                var cell = page.Cell(row, at + 2);
                cell.Style.NumberFormat.SetFormat(format);
                if (sheet.Of(code) is not { } line) continue;
                if (quote.Internal) cell.FormulaA1 = workings[at].Cell(code);
                else cell.SetValue((double)line.Value);
            }
        }

        Text(page.Cell(row + 2, 1), quote.Words(Terms));
    }

    private static void Heads(IXLWorksheet page, int row, QuoteBook quote)
    {
        Text(page.Cell(row, 1), quote.Words("Paper.Offer"));
        foreach (var (at, sheet) in quote.Content.Sheets.Index())
        {
            page.Column(at + 2).Width = 24;
            Text(page.Cell(row, at + 2), sheet.Offer.Name);
        }

        page.Range(row, 1, row, quote.Content.Sheets.Count + 1).Style.Font.SetBold().Font.SetFontColor(XLColor.White).Fill.SetBackgroundColor(XLColor.FromHtml($"#{Palette.Blue}"));
    }

    /// <summary>What the customer sees, and what the house alone does.</summary>
    private static IEnumerable<(PriceLineCode Code, string Format)> Rows(QuoteBook quote, string money)
    {
        yield return (PriceLineCode.CoverHours, "0.##");
        if (quote.Internal)
        {
            yield return (PriceLineCode.People, "0.0000");
            yield return (PriceLineCode.Floor, money);
        }

        yield return (PriceLineCode.Price, money);
        yield return (PriceLineCode.SetupPrice, money);
        if (!quote.Internal) yield break;
        yield return (PriceLineCode.Profit, money);
        yield return (PriceLineCode.Penalties, money);
    }

    /// <summary>As spreadsheets take it: short, without their signs, and not there yet.</summary>
    private static string Name(string wanted, IEnumerable<string> taken)
    {
        var clean = string.Concat(SafeText.Clean(wanted).Select(sign => @"[]:*?/\'".Contains(sign, StringComparison.Ordinal) || char.IsControl(sign) || char.IsSurrogate(sign) ? ' ' : sign)).Trim();
        clean = clean.Length == 0 ? "-" : clean.Length > 25 ? clean[..25].Trim() : clean;
        var names = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, 100).Select(at => at == 1 ? clean : string.Create(CultureInfo.InvariantCulture, $"{clean} {at}")).First(name => !names.Contains(name));
    }
}
