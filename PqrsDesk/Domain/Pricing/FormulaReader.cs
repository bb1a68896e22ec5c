using System.Globalization;

namespace PqrsDesk.Domain.Pricing;

/// <summary>Works a formula out, from left to right, × and ÷ before + and −. In decimals throughout but for the logarithm, which is rounded to ten of them.</summary>
internal sealed class FormulaReader(Formula formula)
{
    private const int LogDecimals = 10;
    private readonly string text = formula.Text;
    private int at;

    public decimal Read()
    {
        var value = Sum();
        return at == text.Length ? value : throw Broken();
    }

    private decimal Sum()
    {
        var value = Product();
        while (true)
        {
            if (Takes('+')) value += Product();
            else if (Takes('−')) value -= Product();
            else return value;
        }
    }

    private decimal Product()
    {
        var value = Share();
        while (true)
        {
            if (Takes('×')) value *= Share();
            else if (Takes('÷')) value /= Share();
            else return value;
        }
    }

    private decimal Share()
    {
        var value = Single();
        return Takes('%') ? value / 100 : value;
    }

    private decimal Single()
    {
        if (Takes('(')) return Closed(Sum());
        if (Takes('{')) return formula.Numbers[int.Parse(Closing('}'), CultureInfo.InvariantCulture)].Value;
        if (at < text.Length && char.IsAsciiDigit(text[at])) return decimal.Parse(Word(char.IsAsciiDigit), CultureInfo.InvariantCulture);
        var name = Word(char.IsAsciiLetterOrDigit);
        if (!Takes('(')) throw Broken();
        var values = new List<decimal> { Sum() };
        while (Takes(';')) values.Add(Sum());
        return Closed(Call(name, values));
    }

    private decimal Call(string name, List<decimal> values) => name switch
    {
        "log2" when values is [var value] => Math.Round((decimal)Math.Log2((double)value), LogDecimals),
        "ceil" when values is [var value] => Math.Ceiling(value),
        "max" => values.Max(),
        "min" => values.Min(),
        _ => throw Broken(),
    };

    private bool Takes(char sign)
    {
        while (at < text.Length && text[at] == ' ') at++;
        if (at == text.Length || text[at] != sign) return false;
        at++;
        while (at < text.Length && text[at] == ' ') at++;
        return true;
    }

    private decimal Closed(decimal value) => Takes(')') ? value : throw Broken();

    private string Closing(char sign)
    {
        var word = Word(letter => letter != sign);
        return Takes(sign) ? word : throw Broken();
    }

    private string Word(Func<char, bool> goesOn)
    {
        var from = at;
        while (at < text.Length && goesOn(text[at])) at++;
        return at > from ? text[from..at] : throw Broken();
    }

    private FormatException Broken() => new($"No formula can be read at {at} of: {text}");
}
