using System.Globalization;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using PqrsDesk.Domain.Pricing;

namespace PqrsDesk.Infrastructure.Excel;

/// <summary>The sheet of one offer: what it is worked out from as numbers to play with, and each line as a formula over them.</summary>
internal sealed partial class QuoteWorking
{
    private readonly Dictionary<string, string> _cells = [];
    private readonly IXLWorksheet _page;

    private QuoteWorking(IXLWorksheet page) => _page = page;

    public static QuoteWorking Write(IXLWorksheet page, PriceSheet sheet, QuoteBook quote)
    {
        var working = new QuoteWorking(page);
        page.Column(1).Width = 44;
        page.Column(2).Width = 20;
        page.Column(3).Width = 70;
        page.PageSetup.FitToPages(1, 0);
        var row = working.Inputs(sheet, quote);
        working.Lines(sheet, quote, row + 2);
        return working;
    }

    /// <summary>The cell of a line, from any other sheet.</summary>
    public string Cell(PriceLineCode code) => $"'{_page.Name}'!{_cells[$"{FormulaNumber.LinePrefix}{code}"]}";

    private int Inputs(PriceSheet sheet, QuoteBook quote)
    {
        Head(1, quote.Words("Excel.Inputs"));
        var row = 1;
        foreach (var number in sheet.Lines.SelectMany(line => line.Formula.Numbers).Where(number => !number.Source.StartsWith(FormulaNumber.LinePrefix, StringComparison.Ordinal)).DistinctBy(number => number.Source))
        {
            row++;
            QuoteWorkbook.Text(_page.Cell(row, 1), quote.Words(number.Source));
            _page.Cell(row, 2).SetValue((double)number.Value);
            _page.Cell(row, 2).Style.Fill.SetBackgroundColor(XLColor.FromHtml($"#{Palette.Pale}"));
            _cells[number.Source] = CellName.Of(row, 2);
        }

        return row;
    }

    private void Lines(PriceSheet sheet, QuoteBook quote, int row)
    {
        Head(row, quote.Words("Excel.Lines"));
        foreach (var line in sheet.Lines)
        {
            row++;
            QuoteWorkbook.Text(_page.Cell(row, 1), quote.Words($"Line.{line.Code}"));
            var decimals = line.Unit.Decimals(sheet.Currency);
            var cell = _page.Cell(row, 2);
            cell.FormulaA1 = string.Create(CultureInfo.InvariantCulture, $"ROUND({Translated(line.Formula)},{decimals})");
            cell.Style.NumberFormat.SetFormat(line.Unit.IsMoney() ? QuoteWorkbook.Money(sheet.Currency) : "#,##0.####");
            _cells[$"{FormulaNumber.LinePrefix}{line.Code}"] = CellName.Of(row, 2);
            QuoteWorkbook.Text(_page.Cell(row, 3), line.Formula.Say(CultureInfo.CurrentCulture));
        }
    }

    private void Head(int row, string text)
    {
        QuoteWorkbook.Text(_page.Cell(row, 1), text);
        _page.Range(row, 1, row, 3).Style.Font.SetBold().Fill.SetBackgroundColor(XLColor.FromHtml($"#{Palette.Blue}")).Font.SetFontColor(XLColor.White);
    }

    /// <summary>The same formula in a spreadsheet's signs.</summary>
    private string Translated(Formula formula)
    {
        var text = Place().Replace(formula.Text, place => _cells[formula.Numbers[int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture)].Source]);
        return Logarithm(text).Replace('×', '*').Replace('÷', '/').Replace('−', '-').Replace(';', ',').Replace(" %", "%", StringComparison.Ordinal)
            .Replace("ceil(", "ROUNDUP(", StringComparison.Ordinal).Replace("max(", "MAX(", StringComparison.Ordinal).Replace("min(", "MIN(", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>log2(x) is ROUND(LOG(x, 2), 10) there, as <see cref="Formula"/> rounds it.</summary>
    private static string Logarithm(string text)
    {
        const string Sign = "log2(";
        if (text.IndexOf(Sign, StringComparison.Ordinal) is var from && from < 0) return Ceiling(text);
        var to = Closing(text, from + Sign.Length);
        return $"{text[..from]}ROUND(LOG({text[(from + Sign.Length)..to]};2);10){text[(to + 1)..]}";
    }

    private static string Ceiling(string text)
    {
        const string Sign = "ceil(";
        if (text.IndexOf(Sign, StringComparison.Ordinal) is var from && from < 0) return text;
        var to = Closing(text, from + Sign.Length);
        return $"{text[..to]};0{text[to..]}";
    }

    private static int Closing(string text, int at)
    {
        for (var open = 1; ; at++)
        {
            if (text[at] == '(') open++;
            else if (text[at] == ')' && --open == 0) return at;
        }
    }

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Place();
}
