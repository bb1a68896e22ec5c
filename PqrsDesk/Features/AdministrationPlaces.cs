using System.Security.Claims;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features;

/// <summary>A page on which something of the desk is set up.</summary>
/// <param name="Key">Of its words in <see cref="AdministrationTexts"/>.</param>
/// <param name="Least">Who may open it.</param>
public sealed record AdministrationPlace(string Key, string Address, Role Least = Role.Admin);

/// <summary>Pages that belong together.</summary>
public sealed record AdministrationGroup(string Key, string Icon, params IReadOnlyList<AdministrationPlace> Places);

/// <summary>All that is set up, in the order in which a case comes by it: taken in, sorted, worked on, owed, paid for.</summary>
public static class AdministrationPlaces
{
    public static IReadOnlyList<AdministrationGroup> Groups { get; } =
    [
        new("Intake", "mail", new("Portal", DeskUrls.PortalSettings), new("Required", DeskUrls.RequiredFields), new("Fields", DeskUrls.CustomFields)),
        new("Sorting", "classify", new("Topics", DeskUrls.Classification), new("Words", DeskUrls.KeywordRuleOf(null)), new("Tags", DeskUrls.Tags, Role.Lead)),
        new("Work", "route", new("Routing", DeskUrls.RoutingRuleOf(null)), new("Areas", DeskUrls.AreaOf(null), Role.Agent), new("Skills", DeskUrls.SkillsOf(null), Role.Lead), new("Protocol", DeskUrls.Protocol)),
        new("Deadlines", "calendar", new("Calendars", DeskUrls.SlaCalendarOf(null), Role.Lead), new("Policies", DeskUrls.SlaPolicyOf(null), Role.Lead), new("Terms", DeskUrls.SlaTermOf(null), Role.Lead), new("Pauses", DeskUrls.PauseCauses, Role.Lead)),
        new("Services", "customers", new("Plans", DeskUrls.SupportPlanOf(null), Role.Agent), new("Criticality", DeskUrls.CriticalitySettings), new("Prices", DeskUrls.PriceModel)),
    ];

    /// <summary>What of it somebody may open, without the groups of which that is nothing.</summary>
    public static IEnumerable<AdministrationGroup> For(ClaimsPrincipal person) =>
        from @group in Groups
        let open = @group.Places.Where(place => IdentitySetup.From(place.Least).Any(person.IsInRole)).ToList()
        where open.Count > 0
        select @group with { Places = open };
}
