using System.Globalization;
using System.Text.RegularExpressions;

namespace PqrsDesk.Domain.Sla;

/// <summary>Holds a rule of law to what can be counted.</summary>
public static partial class LegalEditCheck
{
    public const int DaysLimit = 366;
    public const int MonthsLimit = 24;
    public const int OrderLimit = 99;

    /// <summary>Business days in which an act of law can be done.</summary>
    public const int WindowLimit = 60;
    public const int CompletionMonthsLimit = 12;

    /// <summary>A term of more than ninety days is not counted in hours.</summary>
    public const int MinutesLimit = 90 * 24 * 60;

    private const int FirstYear = 1985;

    /// <summary>Null when it can be saved.</summary>
    public static LegalProblem? Refuse(this LegalEdit edit, LegalBook law) =>
        Version(edit, law) ?? Identity(edit, law) ?? Words(edit, law) ?? Conditions(edit.Definition) ?? Term(edit.Definition) ?? Acts(edit.Definition) ?? Validity(edit, law)
        ?? (Seen(edit, law) is { } seen && Same(seen.Definition, edit.Definition) ? LegalProblemCode.NothingChanged : (LegalProblem?)null);

    private static LegalRule? Seen(LegalEdit edit, LegalBook law) => law.InForce.FirstOrDefault(rule => rule.Code == edit.Code && rule.Version == edit.Replaces);

    private static LegalProblem? Version(LegalEdit edit, LegalBook law) =>
        edit.Replaces is not null && Seen(edit, law) is null ? LegalProblemCode.ChangedMeanwhile : (LegalProblem?)null;

    private static LegalProblem? Identity(LegalEdit edit, LegalBook law)
    {
        var rule = edit.Definition;
        if (!Country().IsMatch(rule.Country)) return new(LegalProblemCode.CountryUnknown, "country");
        if (!RegimeCode().IsMatch(rule.Regime) || rule.Regime.Length > LegalDefinition.RegimeLimit) return new(LegalProblemCode.RegimeWrong, "regime", Number(LegalDefinition.RegimeLimit));
        if (law.Regimes.FirstOrDefault(regime => regime.Code == rule.Regime) is { } known && known.Country != rule.Country) return new(LegalProblemCode.RegimeElsewhere, "regime", known.Country);
        return RuleCode().IsMatch(edit.Code) && edit.Code.Length <= LegalRule.CodeLimit && !CitedTerm.IsOfAnAct(edit.Code) ? null : new(LegalProblemCode.CodeWrong, "code", Number(LegalRule.CodeLimit));
    }

    private static LegalProblem? Words(LegalEdit edit, LegalBook law)
    {
        var rule = edit.Definition;
        if (string.IsNullOrWhiteSpace(rule.RegimeName)) return new(LegalProblemCode.NameMissing, "regimeName");
        if (string.IsNullOrWhiteSpace(rule.Name)) return new(LegalProblemCode.NameMissing, "name");
        if (string.IsNullOrWhiteSpace(rule.Source)) return new(LegalProblemCode.SourceMissing, "source");
        if ((TooLong(rule.RegimeName, LegalDefinition.NameLimit, "regimeName") ?? TooLong(rule.Name, LegalDefinition.NameLimit, "name")
            ?? TooLong(rule.Source, LegalDefinition.SourceLimit, "source") ?? TooLong(rule.Note, LegalDefinition.NoteLimit, "note")) is { } tooLong) return tooLong;

        // Who confirms puts a name to it; what is not confirmed says what is in doubt.
        var confirms = rule.IsConfirmed && Seen(edit, law) is { Definition: { IsConfirmed: false } seen } && (string.IsNullOrWhiteSpace(rule.Note) || rule.Note == seen.Note);
        return confirms || (!rule.IsConfirmed && string.IsNullOrWhiteSpace(rule.Note)) ? new(LegalProblemCode.NoteMissing, "note") : null;
    }

    private static LegalProblem? Conditions(LegalDefinition rule) =>
        rule.Kinds.Any(kind => !Enum.IsDefined(kind)) ? new(LegalProblemCode.ConditionUnknown, "kinds")
        : rule.Priorities.Any(priority => !Enum.IsDefined(priority)) ? new(LegalProblemCode.ConditionUnknown, "priorities")
        : rule.Order is < 1 or > OrderLimit ? new(LegalProblemCode.OrderWrong, "order", Number(OrderLimit))
        : !Enum.IsDefined(rule.Silence) ? new(LegalProblemCode.ConditionUnknown, "silence")
        : null;

    private static LegalProblem? Term(LegalDefinition rule)
    {
        var most = MostOf(rule.Unit);
        return most == 0 ? new(LegalProblemCode.UnitUnknown, "unit")
            : rule.Amount < 1 || rule.Amount > most ? new(LegalProblemCode.AmountWrong, "amount", Number(rule.Unit == DeadlineUnit.ClockMinutes ? most / 60 : most))
            : null;
    }

    private static LegalProblem? Acts(LegalDefinition rule)
    {
        var inDays = rule.Unit is DeadlineUnit.BusinessDays or DeadlineUnit.CalendarDays;
        if (rule.Extension is not null && !inDays) return new(LegalProblemCode.OnlyForDays, "extension");
        if (rule.Extension is < 1 or > DaysLimit) return new(LegalProblemCode.ExtensionWrong, "extension", Number(DaysLimit));
        if (rule.CompletionDays is not null && !rule.Unit.IsTerm()) return new(LegalProblemCode.OnlyForDays, "completionDays");
        if (rule.CompletionDays is < 1 or > WindowLimit || rule.CompletionDays is null != rule.CompletionMonths is null) return new(LegalProblemCode.CompletionWrong, "completionDays", Number(WindowLimit));
        if (rule.CompletionMonths is < 1 or > CompletionMonthsLimit) return new(LegalProblemCode.CompletionWrong, "completionMonths", Number(WindowLimit));
        return rule.TransferDays is < 1 or > WindowLimit ? new(LegalProblemCode.TransferWrong, "transferDays", Number(WindowLimit)) : null;
    }

    private static LegalProblem? Validity(LegalEdit edit, LegalBook law)
    {
        var (from, to) = (edit.Definition.ValidFrom, edit.Definition.ValidTo);
        if (from.Year < FirstYear) return new(LegalProblemCode.ValidityMissing, "validFrom", Number(FirstYear));
        if (to < from) return new(LegalProblemCode.ValidityReversed, "validTo");
        var other = law.InForce.FirstOrDefault(rule => rule.Code == edit.Code && rule.Version != edit.Replaces
            && (to is null || rule.Definition.ValidFrom <= to) && (rule.Definition.ValidTo is null || from <= rule.Definition.ValidTo));
        return other is null ? null : new(LegalProblemCode.ValidityOverlaps, "validFrom", Number(other.Version));
    }

    private static bool Same(LegalDefinition one, LegalDefinition other) =>
        one.Kinds.ToHashSet().SetEquals(other.Kinds) && one.Priorities.ToHashSet().SetEquals(other.Priorities)
        && one with { Kinds = [], Priorities = [] } == other with { Kinds = [], Priorities = [] };

    private static int MostOf(DeadlineUnit unit) => unit switch
    {
        DeadlineUnit.BusinessDays or DeadlineUnit.CalendarDays => DaysLimit,
        DeadlineUnit.Months => MonthsLimit,
        DeadlineUnit.ClockMinutes => MinutesLimit,
        _ => 0,
    };

    private static LegalProblem? TooLong(string? text, int limit, string field) =>
        text?.Length > limit ? new(LegalProblemCode.TextTooLong, field, Number(limit)) : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[A-Z]{2}\z")]
    private static partial Regex Country();

    [GeneratedRegex(@"\A[a-z0-9]+([.-][a-z0-9]+)*\z")]
    private static partial Regex RegimeCode();

    [GeneratedRegex(@"\A[a-z0-9]+([.-][a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex RuleCode();
}
