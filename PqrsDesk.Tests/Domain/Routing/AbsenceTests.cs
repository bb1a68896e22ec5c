using Xunit;
using static PqrsDesk.Domain.Routing.House;

namespace PqrsDesk.Domain.Routing;

public sealed class AbsenceTests
{
    private static readonly TimeZoneInfo Bogota = TimeZoneInfo.FindSystemTimeZoneById("America/Bogota");
    private static readonly TimeZoneInfo Santiago = TimeZoneInfo.FindSystemTimeZoneById("America/Santiago");

    [Fact]
    public void Whoever_is_there_gets_it_themselves() => Assert.Equal((Ana, 0), Found(Of(), Ana));

    [Fact]
    public void An_absence_covers_its_first_instant_and_not_its_last()
    {
        var absence = Away(Ana, Beto, 0, 1);
        Assert.Equal([false, true, true, false],
            ((DateTimeOffset[])[Now.AddTicks(-1), Now, Now.AddHours(1).AddTicks(-1), Now.AddHours(1)]).Select(absence.Covers));
    }

    [Fact]
    public void The_absences_own_substitute_comes_before_the_usual_one()
    {
        var people = Of(Away(Ana, Carla));
        people.Staff.Single(member => member.Id == Ana).SubstituteId = Beto;
        Assert.Equal(Carla, new RoutingBook(people).WhoIsThere(Ana, Now).Member!.Id);
        Assert.Equal(Ana, new RoutingBook(people).WhoIsThere(Ana, Now.AddHours(1)).Member!.Id);

        people = Of(Away(Ana));
        people.Staff.Single(member => member.Id == Ana).SubstituteId = Beto;
        Assert.Equal(Beto, new RoutingBook(people).WhoIsThere(Ana, Now).Member!.Id);
    }

    [Fact]
    public void Of_two_absences_at_once_the_one_that_names_a_substitute_counts() =>
        Assert.Equal(Beto, new RoutingBook(Of(Away(Ana, Beto), Away(Ana))).WhoIsThere(Ana, Now).Member!.Id);

    [Fact]
    public void A_chain_is_followed_to_whoever_is_there()
    {
        var found = new RoutingBook(Of(Away(Ana, Beto), Away(Beto, Carla), Away(Carla, Dora))).WhoIsThere(Ana, Now);
        Assert.Equal(Dora, found.Member!.Id);
        Assert.Equal([new Away("Ana", "Beto"), new Away("Beto", "Carla"), new Away("Carla", "Dora")], found.Away);
    }

    [Fact]
    public void A_ring_ends_with_nobody_also_where_one_stands_in_for_oneself()
    {
        Assert.Null(new RoutingBook(Of(Away(Ana, Beto), Away(Beto, Carla), Away(Carla, Ana))).WhoIsThere(Ana, Now).Member);
        Assert.Null(new RoutingBook(Of(Away(Ana, Ana))).WhoIsThere(Ana, Now).Member);
    }

    [Fact]
    public void Through_an_absence_it_is_said_who_stands_in_from_when_on_and_where_it_turns_in_a_ring()
    {
        var all = Away(Ana, Beto, 0, 10);
        var spells = new RoutingBook(Of(all, Away(Beto, Carla, 2, 4), Away(Beto, Ana, 6, 8))).Through(all);
        Assert.Equal([(0, Beto, false), (2, Carla, false), (4, Beto, false), (6, 0, true), (8, Beto, false)],
            spells.Select(spell => ((int)(spell.From - Now).TotalHours, spell.StandIn.Member?.Id ?? 0, spell.StandIn.IsRing)));

        // Nobody is no ring, and whoever usually stands in for one another is there in turn.
        Assert.False(new RoutingBook(Of(Away(Ana, Beto), Away(Beto))).Rings(Away(Ana, Beto)));
        var people = Of(Away(Ana, null, 0, 2), Away(Beto, null, 2, 4));
        people.Staff.Single(member => member.Id == Ana).SubstituteId = Beto;
        people.Staff.Single(member => member.Id == Beto).SubstituteId = Ana;
        Assert.All(people.Absences, absence => Assert.False(new RoutingBook(people).Rings(absence)));
    }

    [Fact]
    public void Whoever_left_is_as_one_who_is_away()
    {
        var people = Of();
        people.Staff.Single(member => member.Id == Gone).SubstituteId = Dora;
        Assert.Equal(Dora, new RoutingBook(people).WhoIsThere(Gone, Now).Member!.Id);
        Assert.Null(new RoutingBook(people).WhoIsThere(999, Now).Member);
    }

    [Fact]
    public void Those_who_answer_for_an_area_are_asked_in_their_order_and_then_it_stays_with_the_queue()
    {
        AreaResponsible[] answer = [new() { AreaId = Billing, StaffId = Carla, Place = 2 }, new() { AreaId = Billing, StaffId = Beto, Place = 1 }];
        var rule = new RoutingDefinition("R") { AreaId = Billing, QueueId = Doubles, Hand = RoutingHand.Responsible };
        Assert.Equal(Beto, Routed().Owner!.Id);
        Assert.Equal(Dora, Routed(Away(Beto, Dora)).Owner!.Id);
        Assert.Equal(Carla, Routed(Away(Beto)).Owner!.Id);

        var nobody = Routed(Away(Beto), Away(Carla));
        Assert.Null(nobody.Owner);
        Assert.Equal(Doubles, nobody.Queue!.Id);
        Assert.Equal((RoutingHand.Responsible, 2), (nobody.Trace.Hand!.Value, nobody.Trace.Away!.Count));

        RoutingOutcome Routed(params Absence[] away) => new RoutingBook(Parts(rule) with { Responsibles = answer, Absences = away }).Route(Claim);
    }

    [Fact]
    public void Local_days_become_instants_of_the_desks_zone()
    {
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 5, 0, 0, TimeSpan.Zero), Absence.Instant(new(2026, 3, 3), TimeOnly.MinValue, Bogota));

        // In Santiago the clock goes from 24:00 to 1:00 on 6 September 2026, and from 24:00 back to 23:00 on 4 April.
        Assert.Equal(new DateTimeOffset(2026, 9, 6, 4, 0, 0, TimeSpan.Zero), Absence.Instant(new(2026, 9, 6), TimeOnly.MinValue, Santiago));
        Assert.Equal(new DateTimeOffset(2026, 4, 5, 2, 30, 0, TimeSpan.Zero), Absence.Instant(new(2026, 4, 4), new(23, 30), Santiago));
    }

    private static RoutingParts Of(params Absence[] away) => Parts() with { Absences = away };

    private static (int Id, int Away) Found(RoutingParts parts, int who)
    {
        var found = new RoutingBook(parts).WhoIsThere(who, Now);
        return (found.Member!.Id, found.Away.Count);
    }
}
