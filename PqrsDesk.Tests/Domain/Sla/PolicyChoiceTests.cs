using System.Text.Json;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Sla;

/// <summary>Which policy applies: the first that matches, by what it asks for.</summary>
public sealed class PolicyChoiceTests
{
    private static readonly PolicyFacts Facts = new(TicketKind.Claim, ServiceLevel.Preferred, 7, Channel.Email, 3, Priority.High);
    private static readonly PolicyDefinition Any = Named("Cualquiera");

    public static TheoryData<string, PolicyDefinition, bool> Asked => new()
    {
        { "nothing", Any, true },
        { "kind", Any with { Kinds = [TicketKind.Claim, TicketKind.Complaint] }, true },
        { "other kind", Any with { Kinds = [TicketKind.Complaint] }, false },
        { "level", Any with { ServiceLevels = [ServiceLevel.Preferred] }, true },
        { "other level", Any with { ServiceLevels = [ServiceLevel.Critical] }, false },
        { "customer", Any with { Customers = [6, 7] }, true },
        { "other customer", Any with { Customers = [6] }, false },
        { "channel", Any with { Channels = [Channel.Email] }, true },
        { "other channel", Any with { Channels = [Channel.Web] }, false },
        { "area", Any with { Areas = [3] }, true },
        { "other area", Any with { Areas = [4] }, false },
        { "priority", Any with { Priorities = [Priority.High] }, true },
        { "other priority", Any with { Priorities = [Priority.Low] }, false },
        { "nothing, but retired", Any with { IsRetired = true }, false },
        { "one of two", Any with { Areas = [3], Priorities = [Priority.Low] }, false },
    };

    [Theory, MemberData(nameof(Asked))]
    public void It_applies_when_all_that_it_asks_for_is_so(string asked, PolicyDefinition policy, bool applies) =>
        Assert.True(policy.Applies(Facts) == applies, asked);

    [Fact]
    public void Whoever_has_no_customer_meets_no_condition_on_customers()
    {
        var nobody = Facts with { CustomerId = null, Level = null };
        Assert.False((Any with { Customers = [7] }).Applies(nobody));
        Assert.False((Any with { ServiceLevels = [ServiceLevel.Standard] }).Applies(nobody));
        Assert.True(Any.Applies(nobody));
    }

    [Fact]
    public async Task The_first_in_order_wins_and_says_what_it_asked_for()
    {
        await using var desk = await TestDesk.StartAsync();
        var book = await desk.BookAsync();
        var critical = Facts with { Level = ServiceLevel.Critical };

        Assert.Equal("critical", book.Choose(critical)!.Policy.Key);
        Assert.Equal([PolicyCondition.ServiceLevel], book.Choose(critical)!.Policy.Definition.Conditions());
        Assert.Equal("preferred", book.Choose(Facts)!.Policy.Key);
        Assert.Equal("standard", book.Choose(Facts with { Level = null, CustomerId = null })!.Policy.Key);
        Assert.Empty(book.CurrentTerms("standard")!.Policy.Definition.Conditions());

        var first = new SlaEdit.OfPolicy("mail", 0, 1, "office", Named("Correo") with { Channels = [Channel.Email] });
        Assert.Equal("critical", book.With(first.In(book)).Choose(critical)!.Policy.Key);
        Assert.Equal("mail", book.With(first.In(book)).Choose(Facts)!.Policy.Key);
    }

    [Fact]
    public void A_definition_of_an_earlier_version_is_still_read()
    {
        const string Stored = """
            {"name":"General","kinds":["Claim"],"serviceLevels":["Critical"],"targets":{"High":{"firstResponseMinutes":120,"resolutionMinutes":960},"Medium":{"firstResponseMinutes":240,"resolutionMinutes":2400},"Low":{"firstResponseMinutes":480,"resolutionMinutes":4800}}}
            """;
        var read = JsonSerializer.Deserialize<PolicyDefinition>(Stored, Json.Options)!;

        Assert.Equal(("General", new Target(120, 960)), (read.Name, read.Targets[Priority.High]));
        Assert.Equal((TicketKind.Claim, ServiceLevel.Critical), (Assert.Single(read.Kinds), Assert.Single(read.ServiceLevels)));
        Assert.Equal([50, 75, 90, 100], read.Thresholds);
        Assert.Equal([PolicyCondition.ServiceLevel, PolicyCondition.Kind], read.Conditions());
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var written = Any with { Customers = [7], Channels = [Channel.Chat], Areas = [1, 2], Priorities = [Priority.Low], Thresholds = [80] };
        var read = JsonSerializer.Deserialize<PolicyDefinition>(JsonSerializer.Serialize(written, Json.Options), Json.Options)!;

        Assert.True(SlaDifference.SameConditions(written, read));
        Assert.Equal([80], read.Thresholds);
    }

    [Fact]
    public void The_log_of_before_there_were_versions_is_still_read()
    {
        var filed = JsonSerializer.Deserialize<TicketEvent>(
            """{"type":"filed","number":"PQRS-2026-000001","filing":{"kind":"Claim","subject":"A","description":"B","channel":"Web","areaId":1},"priority":"Medium","areaName":"Atención","policyVersionId":3,"effectiveOn":"2026-03-03"}""",
            Json.Options);
        Assert.Equal((3, null), Assert.IsType<TicketEvent.Filed>(filed) is { } read ? (read.PolicyVersionId, read.LegalCalendarVersionId) : default);
    }

    internal static PolicyDefinition Named(string name) => new(name, [], [], Enum.GetValues<Priority>().ToDictionary(priority => priority, _ => new Target(60, 600)));
}
