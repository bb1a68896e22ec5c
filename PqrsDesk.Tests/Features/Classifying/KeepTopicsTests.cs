using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Classifying;

public sealed class KeepTopicsTests
{
    [SkippableTheory, Engines]
    public async Task Topics_are_kept_in_two_levels_by_name_with_their_uses(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var keep = desk.Get<KeepTopics>();
        var area = await desk.OpenAreaAsync();
        var vias = await desk.TopicAsync("Vías");
        var top = await desk.TopicAsync("Facturación", areaId: area.Id);
        await desk.TopicAsync("Cobro errado", top);
        await desk.TopicAsync("Ácuerdos", top);
        await desk.FileAsync(Samples.Filing with { Topic = ClassifiedHouse.Billing });

        var lines = await keep.ReadAsync(CancellationToken.None);
        Assert.Equal(["Facturación", "Ácuerdos", "Cobro errado", "Vías"], lines.Select(line => line.Name));
        Assert.Equal([0, 0, 1, 0], lines.Select(line => line.Uses));
        var book = await desk.Get<ClassificationShelf>().BookAsync();
        Assert.Equal(["Facturación", "Facturación › Ácuerdos", ClassifiedHouse.Billing, "Vías"], book.Topics.Select(topic => topic.Path));
        Assert.Equal(area.Id, book.TopicOf(ClassifiedHouse.Billing)!.AreaId);

        Assert.Equal(ClassifyingProblem.InUse, (await keep.DeleteAsync(lines[2].Id, ClassifiedHouse.Admin, CancellationToken.None))!.Problem);
        Assert.Equal(ClassifyingProblem.HasSubtopics, (await keep.DeleteAsync(top, ClassifiedHouse.Admin, CancellationToken.None))!.Problem);
        Assert.Null(await keep.DeleteAsync(vias, ClassifiedHouse.Admin, CancellationToken.None));
        Assert.Null(await keep.RetireAsync(top, true, ClassifiedHouse.Admin, CancellationToken.None));
        Assert.Empty((await desk.Get<ClassificationShelf>().BookAsync()).Topics);
        Assert.Null(await keep.RetireAsync(top, false, ClassifiedHouse.Admin, CancellationToken.None));
        Assert.Equal(3, (await desk.Get<ClassificationShelf>().BookAsync()).Topics.Count);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_words()
    {
        await using var desk = await TestDesk.StartAsync();
        var keep = desk.Get<KeepTopics>();
        var top = await desk.TopicAsync("Facturación");
        var sub = await desk.TopicAsync("Cobro errado", top);
        var other = await desk.TopicAsync("Vías");

        await RefusedAsync(ClassifyingProblem.NameMissing, new() { Name = " — " });
        await RefusedAsync(ClassifyingProblem.NameTooLong, new() { Name = new('x', Topic.NameLimit + 1) });
        await RefusedAsync(ClassifyingProblem.NameHasSign, new() { Name = "Facturación›Cobro" });
        await RefusedAsync(ClassifyingProblem.NameTaken, new() { Name = " FACTURACION " });
        await RefusedAsync(ClassifyingProblem.NameTaken, new() { Name = "cobro érrado", ParentId = top });
        await RefusedAsync(ClassifyingProblem.TooDeep, new() { Name = "Nieto", ParentId = sub });
        await RefusedAsync(ClassifyingProblem.TooDeep, new() { Id = top, Name = "Facturación", ParentId = top });
        await RefusedAsync(ClassifyingProblem.HasSubtopics, new() { Id = top, Name = "Facturación", ParentId = other });
        await RefusedAsync(ClassifyingProblem.AreaUnknown, new() { Name = "Nueva", AreaId = 9_999 });
        await RefusedAsync(ClassifyingProblem.Gone, new() { Id = 9_999, Name = "Nueva" });
        await RefusedAsync(ClassifyingProblem.Gone, new() { Name = "Nueva", ParentId = 9_999 });
        Assert.Equal(ClassifyingProblem.NotAllowed, (await keep.SaveAsync(new() { Name = "Nueva" }, Samples.Someone(Role.Lead), CancellationToken.None))!.Problem);
        Assert.Null(await keep.SaveAsync(new() { Name = "Cobro errado" }, ClassifiedHouse.Admin, CancellationToken.None));
        Assert.Null(await keep.SaveAsync(new() { Id = sub, Name = "Cobro doble", ParentId = other }, ClassifiedHouse.Admin, CancellationToken.None));
        Assert.Contains((await desk.Get<ClassificationShelf>().BookAsync()).Topics, topic => topic.Path == "Vías › Cobro doble");

        async Task RefusedAsync(ClassifyingProblem problem, TopicForm form) => Assert.Equal(problem, (await keep.SaveAsync(form, ClassifiedHouse.Admin, CancellationToken.None))!.Problem);
    }

    [Fact]
    public async Task A_pasted_list_is_added_whole_or_not_at_all()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.OpenAreaAsync();
        await desk.TopicAsync("Facturación");
        var keep = desk.Get<KeepTopics>();

        var (none, fault) = await keep.ImportAsync("Vías\nVías › Huecos; Nadie", ClassifiedHouse.Admin, CancellationToken.None);
        Assert.Equal((0, ClassifyingProblem.AreaUnknown, "2: Nadie"), (none, fault!.Problem, fault.Detail));
        Assert.Equal(ClassifyingProblem.LineUnreadable, (await keep.ImportAsync("a › b › c", ClassifiedHouse.Admin, CancellationToken.None)).Fault!.Problem);
        Assert.Equal(ClassifyingProblem.LineUnreadable, (await keep.ImportAsync("Vías ›", ClassifiedHouse.Admin, CancellationToken.None)).Fault!.Problem);
        Assert.Equal(ClassifyingProblem.NameMissing, (await keep.ImportAsync(" \n ", ClassifiedHouse.Admin, CancellationToken.None)).Fault!.Problem);
        Assert.Equal(ClassifyingProblem.TooManyLines, (await keep.ImportAsync(string.Join('\n', Enumerable.Range(0, 1_001)), ClassifiedHouse.Admin, CancellationToken.None)).Fault!.Problem);
        Assert.Single(await keep.ReadAsync(CancellationToken.None));

        var (added, ok) = await keep.ImportAsync("facturacion › Cobro errado; facturación\r\nVías > Huecos\n\nVías\t Facturación\nVías › Huecos", ClassifiedHouse.Admin, CancellationToken.None);
        Assert.Null(ok);
        Assert.Equal(3, added);
        Assert.Equal(["Facturación", ClassifiedHouse.Billing, "Vías", "Vías › Huecos"], (await desk.Get<ClassificationShelf>().BookAsync()).Topics.Select(topic => topic.Path));
        Assert.Equal(["Facturación", "Facturación"], (await keep.ReadAsync(CancellationToken.None)).Select(line => line.Area).OfType<string>());
    }

    [SkippableFact]
    public async Task Another_node_sees_a_change_within_seconds()
    {
        await using var desk = await TestDesk.StartAsync(Engine.Postgres);
        await using var other = desk.AnotherNode();
        Assert.Empty((await other.Get<ClassificationShelf>().BookAsync()).Topics);

        await desk.TopicAsync("Facturación");
        Assert.Empty((await other.Get<ClassificationShelf>().BookAsync()).Topics);
        desk.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Single((await other.Get<ClassificationShelf>().BookAsync()).Topics);
    }
}
