using Bunit;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>What changed within the month is said with its days.</summary>
public sealed class ReportTablesTests : PageTest
{
    private static readonly PromiseSource Source = new(1, "C-77 · Oro");

    [Fact]
    public void A_promise_that_changed_says_until_and_since_when()
    {
        PromiseRow[] rows = [Row(30, null, new(2026, 11, 12)), Row(45, new(2026, 11, 12), null), Row(60, new(2026, 11, 3), new(2026, 11, 9)), Row(90, new(2026, 11, 5), new(2026, 11, 5)), Row(120)];
        var table = Render<PromiseTable>(p => p.Add(each => each.Rows, rows).Add(each => each.Contracted, true).Add(each => each.Zone, DeskZone.Default));

        Assert.Equal(["hasta el 12 nov 2026", "desde el 12 nov 2026", "del 3 nov 2026 al 9 nov 2026", "el 5 nov 2026"], table.FindAll(".sheet-when").Select(Words).Select(said => said.Replace(".", "", StringComparison.Ordinal).Replace(" de ", " ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Availability_says_the_contract_the_hours_and_the_days()
    {
        AvailabilityLine[] lines =
        [
            new(Hostile, 99.9m, 99.739m, 60, 0, 1, false) { Contract = "C-77", Over = new(null), Days = new(new(2026, 4, 15), new(2026, 4, 30)) },
            new("App", null, 100m, 0, 0, 0, null) { Over = new("Oficina") },
            new("Portal", 99.5m, 100m, 0, 0, 0, true),
        ];
        var table = Render<AvailabilityTable>(p => p.Add(each => each.Lines, lines).Add(each => each.Contracted, true));

        var said = table.FindAll(".sheet-when").Select(Words).ToList();
        Assert.Equal(("C-77 · día y noche", "en el horario «Oficina»", 3), (said[0], said[2], said.Count));
        Assert.StartsWith("del 15", said[1], StringComparison.Ordinal);
        AssertNoElements(table);
    }

    private static PromiseRow Row(int minutes) => new(Source, DeadlineKind.FirstResponse, Priority.High, DeadlineUnit.BusinessMinutes, minutes, Timeliness.None, []);

    private static PromiseRow Row(int minutes, DateOnly? from, DateOnly? until) => Row(minutes) with { Days = [new(from, until)] };
}
