namespace PqrsDesk.Domain.Sla;

/// <summary>A term that can be asked for by its code: a rule's own, or one of the acts that the rule gives.</summary>
/// <param name="Rule">Says where it is written.</param>
/// <param name="Act">Null: the rule's own term, to answer in.</param>
public sealed record CitedTerm(string Code, int Amount, DeadlineUnit Unit, LegalRule Rule, LegalAct? Act = null)
{
    private const string Completion = ".completar";
    private const string Transfer = ".traslado";

    /// <summary>All that can be asked for on a filing date, in the order in which they are listed.</summary>
    public static IReadOnlyList<CitedTerm> On(LegalBook book, DateOnly filedOn) => [.. book.InForce
        .Where(rule => rule.IsValidOn(filedOn))
        .GroupBy(rule => (rule.Definition.Country, rule.Definition.Regime))
        .OrderBy(regime => regime.Key.Country, StringComparer.Ordinal).ThenBy(regime => regime.First().Definition.RegimeName, StringComparer.Ordinal)
        .SelectMany(regime => regime.Select(Own).Concat(Acts(regime.Key.Regime, regime.First())))];

    /// <summary>The term of a code on a filing date; null when none was in force that day. A regime alone stands for its first rule.</summary>
    public static CitedTerm? Find(LegalBook book, string code, DateOnly filedOn)
    {
        if (book.Find(code, filedOn) is { } rule) return Own(rule);
        var firsts = book.InForce.Where(each => each.IsValidOn(filedOn)).DistinctBy(each => each.Definition.Regime).ToList();
        return firsts.Find(each => each.Definition.Regime == code) is { } first
            ? Own(first)
            : firsts.SelectMany(each => Acts(each.Definition.Regime, each)).FirstOrDefault(term => term.Code == code);
    }

    /// <summary>Every code that was ever in force, to be told to who asks for another.</summary>
    public static IReadOnlyList<string> Codes(LegalBook book) => [.. book.InForce.Select(rule => rule.Code)
        .Concat(book.Regimes.Select(regime => regime.Code))
        .Concat(book.InForce.SelectMany(rule => Acts(rule.Definition.Regime, rule)).Select(term => term.Code))
        .Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether a code is that of an act, which no rule can take.</summary>
    public static bool IsOfAnAct(string code) => code.EndsWith(Completion, StringComparison.Ordinal) || code.EndsWith(Transfer, StringComparison.Ordinal);

    private static CitedTerm Own(LegalRule rule) => new(rule.Code, rule.Definition.Amount, rule.Definition.Unit, rule);

    private static IEnumerable<CitedTerm> Acts(string regime, LegalRule rule)
    {
        if (rule.Definition is { CompletionDays: { } days, CompletionMonths: not null }) yield return new(regime + Completion, days, DeadlineUnit.BusinessDays, rule, LegalAct.RequestCompletion);
        if (rule.Definition.TransferDays is { } transfer) yield return new(regime + Transfer, transfer, DeadlineUnit.BusinessDays, rule, LegalAct.Transfer);
    }
}

/// <summary>Acts of law with a term of their own.</summary>
public enum LegalAct
{
    RequestCompletion = 1,
    Transfer = 2,
}
