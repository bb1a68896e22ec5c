using System.Globalization;
using Bunit;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Contracting;

/// <summary>What a level promises, in sentences that a customer reads.</summary>
public sealed class PlanMeaningTests : PageTest
{
    [Theory]
    [InlineData("es-CO", CriticalityClass.High, "Prioridad alta, plataforma de criticidad alta: primera respuesta en 1 h 30 min hábiles, solución en 12 h hábiles, cada respuesta siguiente en 45 min hábiles.")]
    [InlineData("en-US", CriticalityClass.High, "High priority, platform of high criticality: first response within 1 h 30 min of business time, resolution within 12 h of business time, each next response within 45 min of business time.")]
    [InlineData("es-CO", CriticalityClass.Critical, "Prioridad alta, plataforma crítica: primera respuesta en 1 h hábiles, solución en 8 h hábiles, cada respuesta siguiente en 30 min hábiles.")]
    [InlineData("en-US", null, "High priority, platform without an approved criticality: first response within 2 h of business time, resolution within 16 h of business time, each next response within 1 h of business time.")]
    public void Times_are_said_in_whole_sentences(string language, CriticalityClass? known, string said)
    {
        var plan = Agreements.Professional with { Targets = new Dictionary<Priority, Target> { [Priority.High] = new(120, 960, 60) } };
        In(language, () => Assert.Equal(said, Words(Render<PlanMeaning>(p => p.Add(each => each.Plan, plan).Add(each => each.Classes, [known])).Find("li"))));
    }

    [Theory]
    [InlineData("es-CO", null, "Disponibilidad comprometida: 99,5 % de cada mes, en el horario «Oficina».")]
    [InlineData("en-US", PlanDefinition.DayAndNight, "Committed availability: 99.5 % of each month, day and night.")]
    public void Availability_is_said_with_its_hours(string language, string? hours, string said)
    {
        var plan = Agreements.Professional with { AvailabilityCalendarKey = hours };
        In(language, () => Assert.Equal(said, Words(Render<PlanMeaning>(p => p.Add(each => each.Plan, plan).Add(each => each.Classes, []).Add(each => each.AvailabilityHours, hours is null ? "Oficina" : null)).Find(".plan-availability"))));
    }

    [Fact]
    public void A_high_priority_that_is_slower_than_a_low_one_is_told_and_hours_can_be_chosen()
    {
        var plan = Agreements.Professional with { Targets = new Dictionary<Priority, Target> { [Priority.High] = new(300, 480), [Priority.Medium] = new(300, 960), [Priority.Low] = new(240, 1_920) } };
        var form = PlanForm.Of(plan);
        var fields = Render<PlanFields>(p => p.Add(each => each.Form, form).Add(each => each.Calendars, [("office", Hostile)]));

        Assert.Equal(
            ["Un plazo de la prioridad alta es más largo que el de la prioridad baja: se puede guardar, pero revise si es lo que quiere.", "Un plazo de la prioridad media es más largo que el de la prioridad baja: se puede guardar, pero revise si es lo que quiere."],
            fields.FindAll(".notice").Select(Words));
        fields.Find("#nivel-horas-disponibilidad").Change(PlanDefinition.DayAndNight);
        Assert.Equal(PlanDefinition.DayAndNight, form.Read().AvailabilityCalendarKey);
        fields.Find("#nivel-high-primera").Change("60");
        Assert.Single(fields.FindAll(".notice"));
        AssertNoElements(fields);
    }

    private static void In(string language, Action check)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.GetCultureInfo(language), CultureInfo.GetCultureInfo(language));
            check();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
