using System.Globalization;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Tickets;
using Xunit;

namespace PqrsDesk.Domain.Sla;

/// <summary>Every rule that comes with the product, on dates counted by hand.</summary>
public sealed class ShippedLawTests
{
    private static readonly BusinessCalendar Legal = BusinessCalendar.From(new CalendarDefinition
    {
        Name = "Días hábiles",
        TimeZone = "America/Bogota",
        Weekly = HoursBlock.WholeWeekdays,
        HolidayCountry = "CO",
    });

    private static LegalBook Law => LegalBook.Shipped;

    // Filed on Tuesday 3 March 2026; Monday 23 March, Holy Thursday and Good Friday (2 and 3 April) are holidays.
    [Theory]
    [InlineData("ley1755.peticion", "2026-03-03", "2026-03-25", true)]
    [InlineData("ley1755.documentos", "2026-03-03", "2026-03-17", true)]
    [InlineData("ley1755.consulta", "2026-03-03", "2026-04-17", true)]
    [InlineData("ley1755.completar", "2026-03-03", "2026-03-17", true)]
    [InlineData("ley1755.traslado", "2026-03-03", "2026-03-10", true)]
    [InlineData("ley1755.autoridades", "2026-03-03", "2026-03-17", false)]
    [InlineData("congreso.informe", "2026-03-03", "2026-03-10", false)]
    [InlineData("ley1712.informacion", "2026-03-03", "2026-03-17", true)]
    [InlineData("ley1581.consulta", "2026-03-03", "2026-03-17", true)]
    [InlineData("ley1581.reclamo", "2026-03-03", "2026-03-25", false)]
    [InlineData("ley1581.traslado", "2026-03-03", "2026-03-05", true)]
    [InlineData("crc.pqr", "2026-03-03", "2026-03-25", false)]
    [InlineData("ley142.pqr", "2026-03-03", "2026-03-25", true)]
    [InlineData("ley1480.reclamacion", "2026-03-03", "2026-03-25", true)]
    [InlineData("ley1369.pqr", "2026-03-03", "2026-03-25", true)]
    [InlineData("sfc.queja", "2026-03-03", "2026-03-25", false)]
    [InlineData("supersalud.peticion", "2026-03-03", "2026-03-25", false)]
    [InlineData("supersalud.documentos", "2026-03-03", "2026-03-17", false)]
    [InlineData("supersalud.consulta", "2026-03-03", "2026-04-17", false)]
    [InlineData("pe.reclamacion", "2026-03-03", "2026-03-25", false)]
    public void A_term_in_days_ends_where_the_hand_counts(string code, string filed, string last, bool confirmed)
    {
        var term = CitedTerm.Find(Law, code, Day(filed))!;
        Assert.Equal(Day(last), term.Unit.LastDay(Legal, Day(filed), term.Amount));
        Assert.Equal(confirmed, term.Rule.Definition.IsConfirmed);
        Assert.Equal(confirmed, term.Rule.Definition.Note is null);
    }

    [Theory]
    [InlineData("ley1755.peticion", "2020-03-27", "2020-04-21")]
    [InlineData("ley1755.peticion", "2020-03-28", "2020-05-13")]
    [InlineData("ley1755.documentos", "2020-03-28", "2020-04-28")]
    [InlineData("ley1755.consulta", "2020-03-28", "2020-05-20")]
    [InlineData("ley1755.peticion", "2022-05-17", "2022-07-01")]
    [InlineData("ley1755.peticion", "2022-05-18", "2022-06-09")]
    public void The_decree_of_the_pandemic_lengthened_what_was_filed_in_its_days(string code, string filed, string last) =>
        Assert.Equal(Day(last), DeadlineUnit.BusinessDays.LastDay(Legal, Day(filed), Law.Find(code, Day(filed))!.Definition.Amount));

    [Theory]
    [InlineData(Priority.High, "supersalud.riesgo-vital", 24)]
    [InlineData(Priority.Medium, "supersalud.priorizado", 48)]
    [InlineData(Priority.Low, "supersalud.simple", 72)]
    public void A_claim_in_health_has_hours_of_the_clock_by_its_risk(Priority priority, string code, int hours)
    {
        var ground = Law.Choose("supersalud", TicketKind.Claim, priority, Day("2026-03-20"));
        var rule = Law.Rule(ground.RuleId!.Value);
        Assert.Equal((code, DeadlineUnit.ClockMinutes, hours * 60, false), (rule.Code, rule.Definition.Unit, rule.Definition.Amount, rule.Definition.IsConfirmed));
    }

    [Fact]
    public void Before_its_first_day_a_rule_answers_to_nothing()
    {
        Assert.Null(Law.Find("supersalud.simple", Day("2023-06-21")));
        Assert.NotNull(Law.Find("supersalud.simple", Day("2023-06-22")));
        Assert.Null(Law.Choose("ley1755", TicketKind.Petition, Priority.Low, Day("2015-06-29")).RuleId);
        Assert.NotNull(Law.Choose("ley1755", TicketKind.Petition, Priority.Low, Day("2015-06-30")).RuleId);
    }

    [Fact]
    public void Extensions_are_those_of_each_law()
    {
        int? Of(string code) => Law.Find(code, Day("2026-03-03"))!.Definition.Extension;
        Assert.Equal([15, 10, 30, 5, 8, 15, null, null, null],
            ((string[])["ley1755.peticion", "ley1755.documentos", "ley1755.consulta", "ley1581.consulta", "ley1581.reclamo", "crc.pqr", "ley142.pqr", "supersalud.simple", "pe.reclamacion"]).Select(Of));
    }

    [Fact]
    public void Thanks_ask_for_nothing_under_any_law() =>
        Assert.All(Law.Regimes, regime => Assert.Null(Law.Choose(regime.Code, TicketKind.Compliment, Priority.Low, Day("2026-03-03")).RuleId));

    [Fact]
    public void All_that_ships_passes_the_check_of_what_is_typed()
    {
        var there = new List<LegalRule>();
        foreach (var rule in ShippedLaw.Rules())
        {
            Assert.Null(new LegalEdit(rule.Code, null, rule.Definition).Refuse(new LegalBook(there)));
            there.Add(rule);
        }

        Assert.Equal(there.Count, there.Select(rule => (rule.Code, rule.Version)).Distinct().Count());
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
