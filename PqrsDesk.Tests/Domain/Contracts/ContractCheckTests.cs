using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Contracts;

/// <summary>What cannot be agreed is refused, and the refusal names its field.</summary>
public sealed class ContractCheckTests
{
    private static readonly SupportPlan Plan = new() { Key = "profesional", Version = 1, IsCurrent = true, Definition = Agreements.Professional };
    private static readonly ContractDraft Whole = Agreements.Draft(1, Plan, 7);
    private static readonly ContractFacts Facts = new(true, new Dictionary<int, string> { [7] = "Portal de pagos" }, Plan, true, true, false, []);

    public static TheoryData<string, ContractDraft, ContractFacts, ContractProblemCode, string> Wrong => new()
    {
        { "nobody", Whole, Facts with { Customer = false }, ContractProblemCode.CustomerUnknown, "customerId" },
        { "for nothing", Whole with { Products = [] }, Facts, ContractProblemCode.ProductMissing, "products" },
        { "for what is not there", Whole with { Products = [7, 8] }, Facts, ContractProblemCode.ProductUnknown, "products" },
        { "no plan", Whole, Facts with { Plan = null }, ContractProblemCode.PlanUnknown, "planId" },
        { "an old version", Whole, Facts with { PlanOnOffer = false }, ContractProblemCode.PlanRetired, "planId" },
        { "no calendar", Whole, Facts with { Calendar = false }, ContractProblemCode.CalendarMissing, "planId" },
        { "backwards", Whole with { Until = Whole.From.AddDays(-1) }, Facts, ContractProblemCode.EndBeforeStart, "until" },
        { "for ever", Whole with { Until = Whole.From.AddYears(31) }, Facts, ContractProblemCode.TooLong, "until" },
        { "negative hours", Whole with { IncludedHours = -0.5m }, Facts, ContractProblemCode.HoursWrong, "includedHours" },
        { "negative cases", Whole with { IncludedCases = -1 }, Facts, ContractProblemCode.CasesWrong, "includedCases" },
        { "negative money", Whole with { Price = Money.Pesos(-1) }, Facts, ContractProblemCode.MoneyNegative, "price" },
        { "a negative surcharge", Whole with { Surcharge = Money.Pesos(-0.01m) }, Facts, ContractProblemCode.MoneyNegative, "surcharge" },
        { "a negative surcharge of cases", Whole with { CaseSurcharge = Money.Pesos(-1) }, Facts, ContractProblemCode.MoneyNegative, "caseSurcharge" },
        { "too much", Whole with { Price = Money.Pesos(decimal.MaxValue) }, Facts, ContractProblemCode.MoneyTooLarge, "price" },
        { "parts of a peso", Whole with { Price = Money.Pesos(1_000_000.55m) }, Facts, ContractProblemCode.MoneyTooFine, "price" },
        { "parts of a cent", Whole with { Price = new(1, "USD"), Surcharge = new(1.005m, "USD"), CaseSurcharge = new(0, "USD") }, Facts, ContractProblemCode.MoneyTooFine, "surcharge" },
        { "no currency", Whole with { Price = new(1, "pesos") }, Facts, ContractProblemCode.CurrencyUnknown, "price" },
        { "two currencies", Whole with { Surcharge = new(1, "USD") }, Facts, ContractProblemCode.CurrenciesDiffer, "surcharge" },
        { "a number that is taken", Whole with { Number = "C-1" }, Facts with { NumberTaken = true }, ContractProblemCode.NumberTaken, "number" },
        { "a number without end", Whole with { Number = new('9', 100_000) }, Facts, ContractProblemCode.NumberTooLong, "number" },
        { "notes without end", Whole with { Notes = new('ñ', 100_000) }, Facts, ContractProblemCode.NotesTooLong, "notes" },
        { "reminders of never", Whole with { ReminderDays = [0] }, Facts, ContractProblemCode.RemindersWrong, "reminderDays" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void It_is_refused_beside_its_field(string what, ContractDraft draft, ContractFacts facts, ContractProblemCode code, string field)
    {
        var problem = draft.Tidy().Refuse(facts);
        Assert.True(problem is { } found && found.Code == code && found.Field == field, $"{what}: {problem}");
    }

    [Fact]
    public void What_is_whole_can_be_agreed() => Assert.Null(Whole.Tidy().Refuse(Facts));

    [Fact]
    public void Who_is_in_the_way_is_named_with_the_days()
    {
        var problem = Whole.Refuse(Facts with { Others = [new("C-2026-0009", [5, 7], new(2026, 12, 1), new(2027, 3, 31))] });
        Assert.Equal(ContractProblemCode.Overlaps, problem!.Code);
        Assert.Equal(new ContractOverlap("C-2026-0009", 7, new(2026, 12, 1), new(2026, 12, 31), "Portal de pagos"), problem.Overlap);
    }

    [Theory]
    [InlineData(null, 60, 480)]
    [InlineData(CriticalityClass.Low, 60, 480)]
    [InlineData(CriticalityClass.Medium, 60, 480)]
    [InlineData(CriticalityClass.High, 45, 360)]
    [InlineData(CriticalityClass.Critical, 30, 240)]
    public void The_class_takes_its_part_of_the_time(CriticalityClass? criticality, int first, int resolution)
    {
        var target = Agreements.Professional.TargetFor(Priority.High, criticality);
        Assert.Equal((first, resolution), (target.FirstResponseMinutes, target.ResolutionMinutes));
    }

    [Fact]
    public void Parts_of_a_minute_count_as_one_and_a_minute_is_the_least()
    {
        var plan = Agreements.Professional with { Targets = new Dictionary<Priority, Domain.Sla.Target> { [Priority.High] = new(1, 31) } };
        Assert.Equal(new(1, 16), plan.TargetFor(Priority.High, CriticalityClass.Critical));
    }

    [Fact]
    public void A_plan_without_a_calendar_is_refused()
    {
        PlanEdit edit = new(null, 0, Agreements.Professional with { CalendarKey = "" });
        Assert.Equal((ContractProblemCode.CalendarMissing, "calendar"), Told(edit.Refuse([], Keys)));
        Assert.Equal((ContractProblemCode.CalendarUnknown, "calendar"), Told((edit with { Definition = Agreements.Professional with { CalendarKey = "no" } }).Refuse([], Keys)));
        Assert.Null(new PlanEdit(null, 0, Agreements.Professional).Refuse([], Keys));
        Assert.Equal((ContractProblemCode.PercentWrong, "percents"), Told(new PlanEdit(null, 0, Agreements.Professional with { PercentByClass = new Dictionary<CriticalityClass, int> { [CriticalityClass.High] = 0 } }).Refuse([], Keys)));
        Assert.Equal((ContractProblemCode.NameTaken, "name"), Told(new PlanEdit(null, 0, Agreements.Professional).Refuse([Plan], Keys)));
        Assert.Equal(ContractProblemCode.NothingChanged, new PlanEdit(Plan.Key, 1, Agreements.Professional).Refuse([Plan], Keys)!.Code);
        Assert.Equal(ContractProblemCode.ChangedMeanwhile, new PlanEdit(Plan.Key, 7, Agreements.Professional).Refuse([Plan], Keys)!.Code);
    }

    [Fact]
    public void Hours_of_availability_are_those_of_the_plan_day_and_night_or_a_calendar_that_is_there()
    {
        var plan = Agreements.Professional;
        Assert.Equal("office", plan.HoursOfAvailability());
        Assert.Null((plan with { AvailabilityCalendarKey = PlanDefinition.DayAndNight }).HoursOfAvailability());
        Assert.Null(new PlanEdit(null, 0, plan with { AvailabilityCalendarKey = PlanDefinition.DayAndNight }).Refuse([], Keys));
        Assert.Null(new PlanEdit(null, 0, plan with { AvailabilityCalendarKey = "always" }).Refuse([], Keys));
        Assert.Equal((ContractProblemCode.CalendarUnknown, "availabilityHours"), Told(new PlanEdit(null, 0, plan with { AvailabilityCalendarKey = "no" }).Refuse([], Keys)));
        Assert.Equal([PlanPart.AvailabilityHours], PlanDifference.Between(plan, plan with { AvailabilityCalendarKey = "always" }));
        Assert.Empty(PlanDifference.Between(plan, plan with { AvailabilityCalendarKey = "office" }));
    }

    [Fact]
    public void A_higher_priority_with_more_time_than_a_lower_one_is_noticed_and_allowed()
    {
        var plan = Agreements.Professional with { Targets = new Dictionary<Priority, Domain.Sla.Target> { [Priority.High] = new(300, 480), [Priority.Medium] = new(120, 960), [Priority.Low] = new(240, 1920) } };
        Assert.Equal([(Priority.High, Priority.Low), (Priority.High, Priority.Medium)], plan.Inversions());
        Assert.Empty(Agreements.Professional.Inversions());
        Assert.Null(new PlanEdit(null, 0, plan).Refuse([], Keys));

        // What is not filled in yet is nothing to warn of.
        Assert.Empty((plan with { Targets = new Dictionary<Priority, Domain.Sla.Target> { [Priority.High] = new(300, 480), [Priority.Low] = new(0, 0) } }).Inversions());
    }

    private static readonly HashSet<string> Keys = ["office", "always"];

    private static (ContractProblemCode, string?) Told(ContractProblem? problem) => (problem!.Code, problem.Field);
}
