using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;
using PqrsDesk.Features.Assessing;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Catalogue;

public sealed class KeepPlatformsTests
{
    [SkippableTheory, Engines]
    public async Task A_platform_is_kept_with_all_that_is_said_of_it(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var keep = desk.Get<KeepPlatforms>();
        var area = await desk.OpenAreaAsync();
        var north = await desk.AddAsync(new Branch { Key = "norte", Name = "Sede Norte" });
        var south = await desk.AddAsync(new Branch { Key = "sur", Name = "Sede Sur" });
        var portal = await desk.PlatformAsync("Portal");

        var form = new PlatformForm { Name = "  Pagos\0 en línea ", Kind = ProductKind.Service, Description = "Con bancos.", AreaId = area.Id, CalendarKey = "office", ParentId = portal, Branches = [north.Id, south.Id] };
        var (id, fault) = await keep.SaveAsync(form, CatalogueHouse.Lead, CancellationToken.None);
        Assert.Null(fault);
        var sight = await desk.SightAsync(id!.Value);
        Assert.Equal(("Pagos en línea", ProductKind.Service, "Con bancos.", "Facturación", true), (sight.Product.Name, sight.Product.Kind, sight.Product.Description, sight.Area, sight.MayBeDeleted));
        Assert.Equal(["Sede Norte", "Sede Sur"], sight.Branches.Select(branch => branch.Name));
        Assert.Equal("Portal", Assert.Single(sight.Above).Name);
        Assert.NotNull(sight.Hours);
        Assert.Equal(["Pagos en línea", "Portal"], (await desk.Get<ClassificationShelf>().BookAsync()).Products);

        var again = PlatformForm.Of(sight.Product, [north.Id]);
        (again.ParentId, again.CalendarKey, again.Internal) = (null, null, true);
        var (_, kept) = await keep.SaveAsync(again, CatalogueHouse.Lead, CancellationToken.None);
        Assert.Null(kept);
        var book = await desk.Get<ClassificationShelf>().BookAsync();
        Assert.Equal((2, 1), (book.Products.Count, book.PublicProducts.Count));
        again = PlatformForm.Of((await desk.SightAsync(id.Value)).Product, [north.Id]);
        again.Active = false;
        Assert.Null((await keep.SaveAsync(again, CatalogueHouse.Lead, CancellationToken.None)).Fault);
        Assert.Equal(CatalogueProblem.ChangedMeanwhile, (await keep.SaveAsync(again, CatalogueHouse.Lead, CancellationToken.None)).Fault!.Problem);
        sight = await desk.SightAsync(id.Value);
        Assert.Equal((false, null, null), (sight.Product.Active, sight.Hours, sight.Product.ParentId));
        Assert.Equal("Sede Norte", Assert.Single(sight.Branches).Name);
        Assert.Equal(["Portal"], (await desk.Get<ClassificationShelf>().BookAsync()).Products);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_words()
    {
        await using var desk = await TestDesk.StartAsync();
        var keep = desk.Get<KeepPlatforms>();
        var top = await desk.PlatformAsync("Portal");
        var middle = await desk.PlatformAsync("Pagos", parent: top);
        var low = await desk.PlatformAsync("Tarjetas", parent: middle);

        await RefusedAsync(CatalogueProblem.NameMissing, new() { Name = " — \0" });
        await RefusedAsync(CatalogueProblem.NameTooLong, new() { Name = new('x', 100_000) });
        await RefusedAsync(CatalogueProblem.NameTaken, new() { Name = "PÓRTAL" });
        await RefusedAsync(CatalogueProblem.KindUnknown, new() { Name = "Otra", Kind = (ProductKind)9 });
        await RefusedAsync(CatalogueProblem.DescriptionTooLong, new() { Name = "Otra", Description = new('x', Product.DescriptionLimit + 1) });
        await RefusedAsync(CatalogueProblem.AreaUnknown, new() { Name = "Otra", AreaId = 999 });
        await RefusedAsync(CatalogueProblem.CalendarUnknown, new() { Name = "Otra", CalendarKey = "ninguno" });
        await RefusedAsync(CatalogueProblem.ParentUnknown, new() { Name = "Otra", ParentId = 999 });
        await RefusedAsync(CatalogueProblem.BranchUnknown, new() { Name = "Otra", Branches = [999] });
        await RefusedAsync(CatalogueProblem.Gone, new() { Id = 999, Name = "Otra" });
        await RefusedAsync(CatalogueProblem.ParentItself, new() { Id = top, Seen = 1, Name = "Portal", ParentId = top });
        await RefusedAsync(CatalogueProblem.ParentCircle, new() { Id = top, Seen = 1, Name = "Portal", ParentId = low });
        Assert.Equal(CatalogueProblem.NotAllowed, (await keep.SaveAsync(new() { Name = "Otra" }, Samples.Someone(), CancellationToken.None)).Fault!.Problem);
        Assert.Equal(3, await desk.ReadAsync(db => db.Products.CountAsync()));

        async Task RefusedAsync(CatalogueProblem problem, PlatformForm form) => Assert.Equal(problem, (await keep.SaveAsync(form, CatalogueHouse.Lead, CancellationToken.None)).Fault?.Problem);
    }

    [SkippableTheory, Engines]
    public async Task Dependencies_go_both_ways_and_circles_are_shown(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var keep = desk.Get<KeepDependencies>();
        var (app, identity, mail, network) = (await desk.PlatformAsync("App"), await desk.PlatformAsync("Identidad"), await desk.PlatformAsync("Mensajería"), await desk.PlatformAsync("Red"));
        await desk.DependsAsync(app, identity, "ingreso");
        await desk.DependsAsync(identity, mail);
        await desk.DependsAsync(mail, identity);
        await desk.DependsAsync(mail, network);

        Assert.Equal(CatalogueProblem.DependencyItself, (await keep.AddAsync(app, app, "", CatalogueHouse.Lead, CancellationToken.None))!.Problem);
        Assert.Equal(CatalogueProblem.DependencyMissing, (await keep.AddAsync(app, null, "", CatalogueHouse.Lead, CancellationToken.None))!.Problem);
        Assert.Equal(CatalogueProblem.DependencyUnknown, (await keep.AddAsync(app, 999, "", CatalogueHouse.Lead, CancellationToken.None))!.Problem);
        Assert.Equal(CatalogueProblem.DependencyTaken, (await keep.AddAsync(app, identity, "", CatalogueHouse.Lead, CancellationToken.None))!.Problem);
        Assert.Equal(CatalogueProblem.NoteTooLong, (await keep.AddAsync(app, network, new('x', ProductDependency.NoteLimit + 1), CatalogueHouse.Lead, CancellationToken.None))!.Problem);
        Assert.Equal(CatalogueProblem.NotAllowed, (await keep.AddAsync(app, network, "", Samples.Someone(), CancellationToken.None))!.Problem);
        Assert.Equal(CatalogueProblem.Gone, (await keep.AddAsync(999, network, "", CatalogueHouse.Lead, CancellationToken.None))!.Problem);

        var sight = await desk.SightAsync(identity);
        Assert.Equal(("Mensajería", "App", "ingreso"), (Assert.Single(sight.Needs).Name, sight.NeededBy[0].Name, sight.NeededBy[0].Note));
        Assert.Equal(["Identidad", "Mensajería"], sight.Circle!.Select(each => each.Name));
        Assert.Equal(["App", "Identidad", "Mensajería"], (await desk.SightAsync(network)).Falling.Select(each => each.Name));
        var map = await desk.Get<ReadMap>().RunAsync(CancellationToken.None);
        Assert.Equal((4, 4, 1), (map.Products.Count, map.Layout.Arrows.Count, map.Map.Circles.Count));

        Assert.Null(await keep.RemoveAsync(mail, identity, CatalogueHouse.Lead, CancellationToken.None));
        Assert.Null((await desk.SightAsync(identity)).Circle);
        Assert.Equal(CatalogueProblem.NotAllowed, (await keep.RemoveAsync(mail, network, Samples.Someone(), CancellationToken.None))!.Problem);
    }

    [Fact]
    public async Task Only_what_nothing_names_is_deleted()
    {
        await using var desk = await TestDesk.StartAsync();
        var keep = desk.Get<KeepPlatforms>();
        var (named, parent, down, free) = (await desk.PlatformAsync("Portal"), await desk.PlatformAsync("Pagos"), await desk.PlatformAsync("Red"), await desk.PlatformAsync("App"));
        await desk.PlatformAsync("Tarjetas", parent: parent);
        await desk.FileAsync(Samples.Filing with { Product = "Portal" });
        Assert.Null(await desk.Get<WriteAssessment>().BeginAsync(down, CatalogueHouse.Lead, CancellationToken.None));
        await desk.DependsAsync(free, named);

        foreach (var id in new[] { named, parent, down }) Assert.Equal(CatalogueProblem.InUse, (await keep.DeleteAsync(id, CatalogueHouse.Lead, CancellationToken.None))!.Problem);
        Assert.Equal(CatalogueProblem.NotAllowed, (await keep.DeleteAsync(free, Samples.Someone(), CancellationToken.None))!.Problem);
        Assert.Null(await keep.DeleteAsync(free, CatalogueHouse.Lead, CancellationToken.None));
        Assert.Equal(CatalogueProblem.Gone, (await keep.DeleteAsync(free, CatalogueHouse.Lead, CancellationToken.None))!.Problem);
        Assert.Empty((await desk.SightAsync(named)).NeededBy);
    }

    [SkippableTheory, Engines]
    public async Task All_that_calls_a_platform_by_its_name_follows_when_it_is_renamed(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard);
        var portal = await desk.LaunchAsync("Portal");
        await desk.PlatformAsync("App");
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, await desk.OfferAsync(), portal.Id));
        var policy = await desk.ReadAsync(db => db.Policies.AsNoTracking().FirstAsync(each => each.IsCurrent && each.Key != ContractPolicies.KeyOf(contract.Id, portal.Id)));
        await desk.AddAsync(new SlaPolicy { Key = "portal", Version = 1, Order = 1, CalendarVersionId = policy.CalendarVersionId, IsCurrent = true, Definition = policy.Definition with { Name = "De la casa", Products = ["App", "portal"] } });
        await desk.AddAsync(new CustomField { Key = "modulo", Name = "Módulo", Type = FieldType.Text, Product = "Portal" });
        var member = await desk.HireAsync();
        await desk.AddAsync(new SavedView { MakerId = member.Id, Name = "Del portal", Address = "/?estado=Filed&producto=App&producto=Portal&densidad=compacta" });
        var (open, closed, late, other) = ((await desk.FileAsync(Agreements.About(portal, customer.Id))).Number, (await desk.FileAsync(Agreements.About(portal, customer.Id))).Number, (await desk.FileAsync(Agreements.About(portal, null))).Number, (await desk.FileAsync(Samples.Filing with { Product = "App" })).Number);
        await desk.AnswerAsync(closed);
        await desk.CloseAsync(closed);
        desk.Clock.Now += TimeSpan.FromDays(60);
        var terms = (await desk.TicketAsync(open)).PolicyVersionId;

        var form = PlatformForm.Of((await desk.SightAsync(portal.Id)).Product, []);
        form.Name = "Portal & pagos";
        Assert.Null((await desk.Get<KeepPlatforms>().SaveAsync(form, CatalogueHouse.Lead, CancellationToken.None)).Fault);

        foreach (var number in new[] { open, closed, late })
        {
            var stored = await desk.TicketAsync(number);
            Assert.Equal("Portal & pagos", stored.Product);
            Assert.Equal(new TicketEvent.ProductRenamed("Portal", "Portal & pagos"), stored.Events[^1].Event);
            Assert.Equal(TicketWords.Of(stored), TicketWords.Of(Ticket.Rebuild(stored.Events, await desk.BookAsync())));
        }

        Assert.Equal((contract.Id, terms), ((await desk.TicketAsync(open)).ContractId, (await desk.TicketAsync(open)).PolicyVersionId));
        Assert.Single(await desk.LogAsync(other));
        Assert.Equal(2, (await desk.SightAsync(portal.Id)).Open);
        Assert.Equal("Portal & pagos", await desk.ReadAsync(db => db.CustomFields.Select(field => field.Product).SingleAsync()));
        Assert.Equal(["App", "Portal & pagos"], FilterAddress.Read(await desk.ReadAsync(db => db.SavedViews.Select(view => view.Address).SingleAsync())).Product!.Values);
        Assert.EndsWith("&densidad=compacta", await desk.ReadAsync(db => db.SavedViews.Select(view => view.Address).SingleAsync()), StringComparison.Ordinal);
        Assert.Equal(["App", "Portal & pagos"], (await desk.ReadAsync(db => db.Policies.AsNoTracking().SingleAsync(each => each.IsCurrent && each.Key == "portal"))).Definition.Products);

        // What is filed under the new name stands on the contract; under the old one, on nothing.
        Assert.Equal(contract.Id, (await desk.TicketAsync((await desk.FileAsync(Agreements.About(portal, customer.Id) with { Product = "Portal & pagos" })).Number)).ContractId);
        Assert.Null((await desk.TicketAsync((await desk.FileAsync(Agreements.About(portal, customer.Id))).Number)).ContractId);
    }

    [SkippableTheory, Engines]
    public async Task The_list_counts_open_cases_and_is_found_narrowed_and_ordered(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var read = desk.Get<ReadPlatforms>();
        await desk.PlatformAsync("Ácueducto", ProductKind.Service);
        await desk.PlatformAsync("Portal ciudadano");
        await desk.PlatformAsync("Factura", ProductKind.Product);
        await desk.FileAsync(Samples.Filing with { Product = "Portal ciudadano" });
        var closed = await desk.FileAsync(Samples.Filing with { Product = "Factura" });
        await desk.AnswerAsync(closed.Number);

        Assert.Equal([("Ácueducto", 0), ("Factura", 0), ("Portal ciudadano", 1)], await NamesAsync(new()));
        Assert.Equal(["Portal ciudadano", "Ácueducto", "Factura"], (await NamesAsync(new(Order: PlatformOrder.Cases))).Select(each => each.Name));
        Assert.Equal(["Ácueducto"], (await NamesAsync(new("acue"))).Select(each => each.Name));
        Assert.Equal(["Factura"], (await NamesAsync(new(Kind: ProductKind.Product))).Select(each => each.Name));
        Assert.Empty(await NamesAsync(new(Class: CriticalityClass.High)));
        Assert.Equal(3, (await NamesAsync(new(Unclassed: true))).Count);
        Assert.Empty(await NamesAsync(new(Retired: true)));

        async Task<List<(string Name, int Open)>> NamesAsync(PlatformQuery query) => [.. (await read.RunAsync(query, CancellationToken.None)).Lines.Select(line => (line.Name, line.Open))];
    }
}
