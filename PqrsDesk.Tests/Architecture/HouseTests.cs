using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Architecture;

/// <summary>Shell → Features → Infrastructure → Domain, and Ui → Domain. Nothing points back.</summary>
public sealed partial class HouseTests
{
    private static readonly Assembly Product = typeof(SettingException).Assembly;
    private static readonly Lazy<IReadOnlyList<Use>> OfProduct = new(() => [.. Uses.Of(Product.Location)]);
    private static readonly Lazy<IReadOnlyList<Use>> OfTests = new(() => [.. Uses.Of(typeof(HouseTests).Assembly.Location)]);

    [Fact]
    public void No_room_looks_into_one_above_it() => None(Rooms.AgainstTheDirection(OfProduct.Value));

    [Fact]
    public void No_slice_imports_another() => None(Rooms.AcrossSlices(OfProduct.Value));

    [Fact]
    public void What_slices_share_imports_no_slice() => None(Rooms.OutOfShared(OfProduct.Value).Concat(Rooms.FromTheRootOfFeatures(OfProduct.Value)));

    [Fact]
    public void What_is_shared_is_shared() => None(Rooms.SharedByFewerThanTwo(OfProduct.Value));

    [Fact]
    public void The_domain_knows_System_only() => None(Rooms.ForeignInDomain(OfProduct.Value));

    [Fact]
    public void The_domain_reads_no_clock() => None(Rooms.ClocksInDomain(OfProduct.Value));

    [Fact]
    public void Nothing_sleeps() => None(Rooms.Sleeping(OfProduct.Value.Concat(OfTests.Value)));

    [Fact]
    public void Routes_come_from_DeskUrls() => None(
        from file in Repository.Files("PqrsDesk", ".razor").Concat(Repository.Files("PqrsDesk", ".cs"))
        where !Path.GetFileName(file.Path).StartsWith("DeskUrls.", StringComparison.Ordinal)
        from Match route in LiteralRoute().Matches(file.Text)
        select $"{file.Path} writes {route.Value}: an address belongs into DeskUrls.");

    [Fact]
    public void No_component_keeps_a_database_context() => None(
        from type in Product.GetTypes()
        where typeof(IComponent).IsAssignableFrom(type)
        from member in type.GetFields(Everything).Select(field => (field.Name, Type: field.FieldType))
            .Concat(type.GetProperties(Everything).Select(property => (property.Name, Type: property.PropertyType)))
        where typeof(DbContext).IsAssignableFrom(member.Type)
        select $"{type.FullName} keeps a {member.Type.Name} in {member.Name}: ask IDbContextFactory for one for each operation.");

    [Fact]
    public void Features_and_pages_ask_for_contexts_by_the_factory() => None(
        from type in Product.GetTypes()
        where Regex.IsMatch(type.Namespace ?? "", @"^PqrsDesk\.(Features|Shell|Ui)\b") && !type.IsDefined(typeof(CompilerGeneratedAttribute))
        from constructor in type.GetConstructors(Everything)
        where constructor.GetParameters().Any(parameter => typeof(DbContext).IsAssignableFrom(parameter.ParameterType))
        select $"{type.FullName} is given a database context: ask IDbContextFactory for one for each operation.");

    [Fact]
    public void A_test_on_both_engines_can_be_skipped() => None(
        from type in typeof(HouseTests).Assembly.GetTypes()
        from test in type.GetMethods()
        where test.IsDefined(typeof(EnginesAttribute)) && !test.IsDefined(typeof(SkippableTheoryAttribute))
        select $"{type.Name}.{test.Name} runs on both engines and must be a SkippableTheory: not every machine has PostgreSQL.");

    [Fact]
    public void The_rules_see_into_bodies_closures_and_state_machines()
    {
        var samples = OfTests.Value.Where(use => use.From.Name.StartsWith("Offending", StringComparison.Ordinal)).ToList();
        Assert.Contains(Rooms.AgainstTheDirection(samples), fault => fault ==
            "PqrsDesk.Domain.Offences.OffendingTicket.Look uses PqrsDesk.Infrastructure.Persistence.Json, but Domain may not look into Infrastructure: it may use nothing but itself.");
        Assert.Contains(Rooms.ClocksInDomain(samples), fault => fault.Contains("reads System.DateTimeOffset.get_UtcNow", StringComparison.Ordinal));
        Assert.Contains(Rooms.ForeignInDomain(samples), fault => fault.Contains("uses Xunit.Assert of xunit.assert", StringComparison.Ordinal));
        Assert.Contains(Rooms.AcrossSlices(samples), fault => fault.Contains("the slice One may not import the slice Two", StringComparison.Ordinal));
        Assert.Contains(Rooms.OutOfShared(samples), fault => fault.Contains("Drafting is shared by slices and may not import Two", StringComparison.Ordinal));
        Assert.Contains(Rooms.FromTheRootOfFeatures(samples), fault => fault.Contains("what stands directly in Features may not import the slice Two", StringComparison.Ordinal));
    }

    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static void None(IEnumerable<string> faults)
    {
        var found = faults.Distinct().ToList();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    [GeneratedRegex("""@page\s+"|\[Route\("|(?<!<base )\b(href|action|src)="/|(NavigateTo|LocalRedirect|Redirect|Map(Get|Post|Put|Patch|Delete|Group|Hub<\w+>|Fallback)?)\(\s*\$?"/""")]
    private static partial Regex LiteralRoute();
}
