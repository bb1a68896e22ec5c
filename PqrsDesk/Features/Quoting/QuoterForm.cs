using System.Globalization;
using PqrsDesk.Domain.Pricing;

namespace PqrsDesk.Features.Quoting;

/// <summary>People who serve, as they are typed.</summary>
public sealed class RoleRow
{
    public string Name { get; set; } = "";
    public string Cost { get; set; } = "";
    public string Load { get; set; } = "1";
    public string Share { get; set; } = "0";

    public static RoleRow Of(SupplyRole role) => new() { Name = role.Name, Cost = Numbers.Write(role.MonthlyCost), Load = Numbers.Write(role.Load), Share = Numbers.Write(role.Share) };

    /// <param name="at">Its place, from 0.</param>
    public SupplyRole Read(int at, List<PriceProblem> problems) => new(
        Name.Trim(), Numbers.Read(Cost, $"Role{at + 1}.Cost", problems), Numbers.Read(Load, $"Role{at + 1}.Load", problems), Numbers.Read(Share, $"Role{at + 1}.Share", problems));
}

/// <summary>A calculation as it is typed. What cannot be read is told beside its field.</summary>
public sealed class QuoterForm
{
    public Dictionary<PriceFactor, string> Values { get; } = [];
    public List<RoleRow> Roles { get; } = [];
    public MarketDemand Demand { get; set; } = MarketDemand.Usual;

    /// <summary>The customer by name, or whoever asks.</summary>
    public string For { get; set; } = "";

    /// <summary>Numbers of plans, in the order of their columns.</summary>
    public List<int> Plans { get; } = [];
    public HashSet<int> Platforms { get; } = [];

    /// <summary>Null: by the model's days.</summary>
    public DateOnly? ValidUntil { get; set; }
    public string Note { get; set; } = "";

    public static QuoterForm Begin(QuoterDesk desk)
    {
        var form = Of(PriceFactors.Begin(desk.Model));
        form.Plans.AddRange(desk.Plans.Where(plan => plan.Cover is not null).Take(PriceOffer.Most - 1).Select(plan => plan.Id));
        form.ValidUntil = desk.ValidUntil;
        return form;
    }

    /// <summary>A quote again, to be changed. A plan that has a newer version since is taken by it.</summary>
    public static QuoterForm Of(Quote quote, QuoterDesk desk)
    {
        var form = Of(quote.Content.Factors);
        (form.For, form.ValidUntil, form.Note) = (quote.For, quote.ValidUntil, quote.Content.Note ?? "");
        foreach (var sheet in quote.Content.Sheets)
            if (desk.Plans.FirstOrDefault(plan => plan.Id == sheet.Offer.PlanId || plan.Name == sheet.Offer.Name) is { } plan && !form.Plans.Contains(plan.Id)) form.Plans.Add(plan.Id);
        form.Platforms.UnionWith(quote.Content.Platforms.Select(platform => platform.Id).Where(id => desk.Platforms.Any(each => each.Id == id)));
        return form;
    }

    public (PriceFactors Factors, List<PriceProblem> Problems) Read()
    {
        var problems = new List<PriceProblem>();
        var factors = new PriceFactors
        {
            Values = Values.ToDictionary(each => each.Key, each => each.Key.IsOptional() && each.Value.Trim().Length == 0 ? 0 : Numbers.Read(each.Value, $"Factor.{each.Key}", problems)),
            Roles = [.. Roles.Select((role, at) => role.Read(at, problems))],
            Demand = Demand,
        };
        return (factors, problems);
    }

    private static QuoterForm Of(PriceFactors factors)
    {
        var form = new QuoterForm { Demand = factors.Demand };
        foreach (var factor in PriceFactorFacts.All) form.Values[factor] = factor.IsOptional() && factors[factor] == 0 ? "" : Numbers.Write(factors[factor]);
        form.Roles.AddRange(factors.Roles.Select(RoleRow.Of));
        return form;
    }
}

/// <summary>Numbers as people type them, in their language. A number field of a browser goes by the browser's own: it swallows the comma of 2,5 where that is English.</summary>
public static class Numbers
{
    public const int Longest = 30;
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static string Write(decimal value) => value.ToString("0.######", CultureInfo.CurrentCulture);

    /// <returns>What stands in the place of what cannot be read is 1: within all bounds, for nothing else to be said of it.</returns>
    public static decimal Read(string typed, string field, List<PriceProblem> problems)
    {
        // .NET reads over a NUL at the end.
        if (typed.Length <= Longest && !typed.Contains('\0') && decimal.TryParse(Bare(typed), Plain, CultureInfo.InvariantCulture, out var value)) return value;
        problems.Add(new(PriceProblemCode.NotANumber, field));
        return 1;
    }

    /// <summary>With a point for its decimals and nothing between its thousands.</summary>
    /// <remarks>A sign that stands once parts the decimals, whichever it is, unless it parts thousands in the language and three digits follow: 2.500 is many in Spanish, 2.5 and 2,5 are few.</remarks>
    private static string Bare(string typed)
    {
        var text = string.Concat(typed.Where(sign => !char.IsWhiteSpace(sign))).Replace('−', '-');
        var (comma, point) = (text.LastIndexOf(','), text.LastIndexOf('.'));
        if (comma < 0 && point < 0) return text;
        var last = Math.Max(comma, point);
        var sign = text[last];
        var thousands = text.IndexOf(sign, StringComparison.Ordinal) != last || (Math.Min(comma, point) < 0 && sign == Grouping && IsGrouped(text, sign));
        var (whole, rest) = thousands ? (text, "") : (text[..last], $".{text[(last + 1)..]}");
        var other = thousands ? sign : sign == ',' ? '.' : ',';
        return !whole.Contains(other, StringComparison.Ordinal) ? whole + rest
            : IsGrouped(whole, other) ? whole.Replace(other.ToString(), "", StringComparison.Ordinal) + rest
            : "";
    }

    private static char Grouping => CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator == "," ? '.' : ',';

    /// <summary>1.234.567: up to three digits, and then three at a time. What begins with nothing, as 0.125, is a part of one.</summary>
    private static bool IsGrouped(string text, char sign) =>
        text.TrimStart('-', '+').Split(sign) is [{ Length: > 0 and <= 3 } first, .. var groups] && first[0] != '0' && groups.All(group => group.Length == 3 && group.All(char.IsAsciiDigit));
}
