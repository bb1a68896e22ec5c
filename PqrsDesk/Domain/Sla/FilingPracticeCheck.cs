namespace PqrsDesk.Domain.Sla;

/// <summary>Holds a way of filing to the rules and calendars that there are.</summary>
public static class FilingPracticeCheck
{
    /// <summary>Null when it can be saved.</summary>
    public static LegalProblem? Refuse(this FilingPractice practice, SlaBook book)
    {
        var regimes = book.Law.Regimes.Where(regime => regime.Country == practice.Country).Select(regime => regime.Code).ToHashSet();
        if (regimes.Count == 0) return new(LegalProblemCode.CountryUnknown, "country");
        if (!regimes.Contains(practice.Regime)) return new(LegalProblemCode.RegimeUnknown, "regime", practice.Regime);
        if (practice.Offered.FirstOrDefault(offered => !regimes.Contains(offered) || offered == practice.Regime) is { } wrong) return new(LegalProblemCode.RegimeUnknown, "offered", wrong);
        if (!Enum.IsDefined(practice.AfterHours)) return new(LegalProblemCode.ConditionUnknown, "afterHours");
        if (!Enum.IsDefined(practice.ClosedDays)) return new(LegalProblemCode.ConditionUnknown, "closedDays");
        return CutOff(practice, book) ?? (Same(practice, book.Law.Practice) ? LegalProblemCode.NothingChanged : (LegalProblem?)null);
    }

    /// <summary>One of the two says when the day ends, and neither where it makes no difference.</summary>
    private static LegalProblem? CutOff(FilingPractice practice, SlaBook book)
    {
        if (practice.AfterHours == AfterHours.SameDate) return practice is { HoursKey: null, CutOff: null } ? null : new(LegalProblemCode.CutOffWrong, "cutOff");
        if (practice.HoursKey is null == practice.CutOff is null) return new(LegalProblemCode.CutOffWrong, "cutOff");
        if (practice.HoursKey is { } key && book.CurrentCalendar(key) is null) return new(LegalProblemCode.CutOffWrong, "hoursKey");
        return practice.CutOff is { } time && (time <= TimeSpan.Zero || time >= TimeSpan.FromDays(1)) ? new(LegalProblemCode.CutOffWrong, "cutOff") : null;
    }

    private static bool Same(FilingPractice one, FilingPractice other) =>
        one.Offered.ToHashSet().SetEquals(other.Offered) && one with { Offered = [] } == other with { Offered = [] };
}
