using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Presence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Queue;

public sealed class QueuePageTests : QueuePageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static List<string?> Presence(IRenderedComponent<QueuePage> page, string number) =>
        [.. page.FindAll($"tr[data-row='{number}'] .presence .avatar").Select(mark => mark.GetAttribute("aria-label"))];

    [Fact]
    public async Task A_row_shows_who_else_is_at_the_case_and_who_writes()
    {
        var number = (await desk.FileAsync()).Number;
        var untouched = (await desk.FileAsync()).Number;
        var book = desk.Get<PresenceBook>();
        var page = Open();
        Assert.Empty(page.FindAll(".presence"));

        using var mine = book.Enter(number, ana.Id, ana.Name);
        using (var visit = book.Enter(number, ana.Id + 1, "Luis Peña"))
        {
            page.WaitForAssertion(() => Assert.Equal(["Luis Peña está viendo este caso"], Presence(page, number)), Patience);
            Assert.Empty(Presence(page, untouched));

            visit.Write(true);
            Pass(() => Presence(page, number) is ["Luis Peña está escribiendo"]);
        }

        Pass(() => Presence(page, number).Count == 0);

        void Pass(Func<bool> seen) => Assert.True(SpinWait.SpinUntil(() =>
        {
            desk.Clock.Advance(LiveViews.Pace);
            return seen();
        }, Patience));
    }

    [Fact]
    public async Task A_row_shows_number_subject_petitioner_area_and_status()
    {
        var number = (await desk.FileAsync()).Number;

        var row = Open().Find("tr[data-row]");

        Assert.Equal(number, row.GetAttribute("data-row"));
        Assert.Equal(DeskUrls.TicketOf(number), row.QuerySelector("a[data-open]")!.GetAttribute("href"));
        foreach (var words in new[] { number, Samples.Filing.Subject, "María Íñiguez", "Atención al ciudadano", "Radicado", "Media" })
            Assert.Contains(words, Words(row), StringComparison.Ordinal);
        Assert.Equal("Reclamo", row.QuerySelector(".kind")!.GetAttribute("aria-label"));
        Assert.NotNull(row.QuerySelector("sla-timer[due]"));
    }

    [Fact]
    public async Task The_heading_says_how_many_there_are()
    {
        for (var i = 0; i < QueueView.PageSize + 1; i++) await desk.FileAsync();

        var page = Open();

        Assert.Equal("51 casos abiertos", Words(page.Find(".title-hint")));
        Assert.Equal(QueueView.PageSize, page.FindAll("tr[data-row]").Count);
        Assert.Single(page.FindAll("a[rel=next]"));
        Assert.Empty(page.FindAll("a[rel=prev]"));
    }

    [Fact]
    public async Task The_next_page_has_its_address_and_the_way_back()
    {
        for (var i = 0; i < QueueView.PageSize + 1; i++) await desk.FileAsync();
        var page = Open();

        Go(page.Find("a[rel=next]").GetAttribute("href")!);

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tr[data-row]")));
        Assert.Single(page.FindAll("a[rel=prev]"));
        Assert.Empty(page.FindAll("a[rel=next]"));
    }

    [Fact]
    public async Task What_strangers_typed_stays_text()
    {
        await desk.FileAsync(Samples.Filing with { Subject = Hostile }, Samples.Petitioner with { Name = Hostile });

        var page = Open();

        Assert.Equal(Hostile, page.Find(".q-title").TextContent);
        Assert.Equal(Hostile, page.Find(".q-petitioner").TextContent);
        AssertNoElements((IRenderedComponent<IComponent>)page);
    }

    [Fact]
    public async Task A_new_ticket_appears_a_changed_one_shows_it_and_an_answered_one_leaves()
    {
        var page = Open();
        Assert.Contains("La cola está al día", page.Markup, StringComparison.Ordinal);

        var number = (await desk.FileAsync()).Number;
        await SeeAsync(page, () => page.FindAll($"tr[data-row='{number}']").Count == 1);

        await desk.TakeAsync(number, ana);
        await SeeAsync(page, () => page.Find("tr[data-row]").GetAttribute("data-version") == "2");
        Assert.Contains("En trámite", Words(page.Find("tr[data-row]")), StringComparison.Ordinal);

        await desk.AnswerAsync(number, by: Actor.Staff(ana));
        await SeeAsync(page, () => page.FindAll("tr[data-row]").Count == 0);
    }

    [Fact]
    public async Task It_lets_go_of_the_feed_when_it_is_left()
    {
        await desk.FileAsync();
        Open();
        Assert.NotEqual(0, desk.Get<ITicketFeed>().Subscribers);

        await DisposeComponentsAsync();

        Assert.Equal(0, desk.Get<ITicketFeed>().Subscribers);
        Assert.Equal(0, desk.Get<LiveViews>().Count);
    }

    [Fact]
    public async Task Another_filter_lets_the_old_view_go()
    {
        await desk.FileAsync();
        var page = Open();
        var views = desk.Get<LiveViews>().Count;

        Go(FilterAddress.Of(new() { Kind = TicketKind.Claim }));

        page.WaitForAssertion(() => Assert.Contains("Reclamo", Words(page.Find(".filter-chip")), StringComparison.Ordinal));
        Assert.Equal(views, desk.Get<LiveViews>().Count);
    }

    [Fact]
    public async Task Taking_a_row_makes_it_mine_and_can_be_undone()
    {
        var number = (await desk.FileAsync()).Number;
        var page = Open();

        await PressAsync(page, () => page.Find("[data-act='take']"));
        page.WaitForAssertion(() => Assert.Contains($"Usted tomó el caso {number}.", Words(page.Find(".notice")), StringComparison.Ordinal));
        Assert.Equal(ana.Id, (await desk.TicketAsync(number)).OwnerId);

        await PressAsync(page, () => page.FindAll(".notice button").Single(button => Words(button) == "Deshacer"));
        page.WaitForAssertion(() => Assert.Contains("volvió a la cola", Words(page.Find(".notice")), StringComparison.Ordinal));
        Assert.Null((await desk.TicketAsync(number)).OwnerId);
    }

    [Fact]
    public async Task A_notice_of_something_done_leaves_by_itself()
    {
        await desk.FileAsync();
        var page = Open();
        await PressAsync(page, () => page.Find("[data-act='take']"));
        page.WaitForElement(".notice");

        // What can be undone stays for those who need a while to get there.
        desk.Clock.Advance(NoticePlace.UndoStay - NoticePlace.Stay);
        page.Render();
        Assert.Equal("undo", page.Find(".notice .button").GetAttribute("data-key"));
        desk.Clock.Advance(NoticePlace.Stay);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".notice")));
    }

    [Fact]
    public async Task Who_comes_too_late_is_told_who_was_first()
    {
        var number = (await desk.FileAsync()).Number;
        var camilo = await desk.HireAsync("Camilo Duarte");
        var page = Open();
        await PressAsync(page, () => page.Find("[data-act='assign']"));
        await desk.TakeAsync(number, camilo);

        await PressAsync(page, () => page.FindAll(".people button").First(button => Words(button).Contains("Ana Restrepo", StringComparison.Ordinal)));

        page.WaitForAssertion(() => Assert.Contains("Camilo Duarte tomó el caso.", Words(page.Find(".notice.refused")), StringComparison.Ordinal));
        Assert.Equal(camilo.Id, (await desk.TicketAsync(number)).OwnerId);
    }

    [Fact]
    public async Task A_priority_without_a_reason_is_refused_beside_the_field()
    {
        var number = (await desk.FileAsync()).Number;
        var page = Open();
        await PressAsync(page, () => page.Find("[data-act='prioritize']"));
        await page.InvokeAsync(() => page.FindAll("dialog input[type=radio]")[0].ChangeAsync(new() { Value = "on" }));

        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        page.WaitForAssertion(() => Assert.Contains("motivo", Words(page.Find(".field-error")), StringComparison.Ordinal));

        await page.InvokeAsync(() => page.Find("dialog textarea").InputAsync(new() { Value = "Afecta a un hospital" }));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("dialog")));
        Assert.Equal(Priority.High, (await desk.TicketAsync(number)).Priority);
    }

    [Theory]
    [InlineData("/?mios=true", "Usted no tiene casos abiertos")]
    [InlineData("/?texto=nada", "Ningún caso coincide con estos filtros")]
    public void An_empty_list_says_why_and_what_can_be_done(string address, string words)
    {
        var page = Open(address);

        Assert.Contains(words, Words(page.Find(".empty")), StringComparison.Ordinal);
        Assert.NotNull(page.Find(".empty a[href]"));
    }

    [Fact]
    public async Task Every_filter_that_an_address_can_carry_is_a_chip_that_can_be_taken_off()
    {
        var day = new DateOnly(2026, 2, 3);
        var filter = new TicketFilter
        {
            Scope = TicketScope.Any,
            Mine = true,
            Unassigned = true,
            OwnerId = ana.Id,
            AreaId = 1,
            Kind = TicketKind.Claim,
            Channel = Channel.Web,
            Priority = Priority.High,
            Status = TicketStatus.Filed,
            Due = DueFilter.Overdue,
            Topic = "Facturación",
            NoTopic = true,
            Product = "Portal",
            Text = "cobro",
            FiledFrom = day,
            FiledTo = day,
            AnsweredFrom = day,
            ClosedTo = day,
            RepliedFrom = TestClock.Tuesday,
            Unreplied = true,
            Late = true,
            ReplyLate = false,
            Reopened = true,
            AsOf = TestClock.Tuesday,
        };
        var page = Open(FilterAddress.Of(filter));

        for (var left = page.FindAll(".filter-chip").Count; left > 0; left--)
        {
            await PressAsync(page, () => page.Find(".filter-chip button"));
            page.WaitForAssertion(() => Assert.Equal(left - 1, page.FindAll(".filter-chip").Count));
        }

        Assert.Equal(new TicketFilter(), FilterAddress.Read(Address));
    }

    [Fact]
    public async Task In_English_no_word_stays_Spanish()
    {
        await desk.FileAsync();
        Speak("en-US");

        var page = Open();

        Assert.Equal("1 open case", Words(page.Find(".title-hint")));
        Assert.Equal("Subject and petitioner", Words(page.Find("th.c-subject")));
        Assert.Equal("Filed", Words(page.Find(".status")));
    }
}
