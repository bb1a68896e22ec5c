using System.Text.Json;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Casework.Together;
using PqrsDesk.Features.Sweeping;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Notices;

/// <summary>All notices on one page, and what the browser is told of them.</summary>
public sealed class NoticesPageTests : PageTest
{
    private StaffMember _beto = default!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _beto = await Desk.HireAsync("Beto Cruz");
    }

    [Fact]
    public async Task They_come_alive_are_read_unread_and_filtered_by_kind()
    {
        var page = Render<NoticesPage>();
        See(page, () => Assert.Contains("No tiene avisos sin leer", page.Markup, StringComparison.Ordinal));
        var number = await CalledAsync($"@Ana Restrepo {Hostile}");
        Await(page, () => Assert.Single(page.FindAll(".notice-line.is-new")));
        AssertNoElements(page);
        Assert.Contains($"Beto Cruz mencionó su nombre: «@Ana Restrepo {Hostile}»", Words(page.Find(".notice-words")), StringComparison.Ordinal);
        await Desk.NoteAsync(number, by: Actor.Staff(_beto));
        Await(page, () => Assert.Equal(2, page.FindAll(".notice-line").Count));

        // Marked as read it stays until the list is opened anew, and can be made unread there.
        await page.InvokeAsync(() => page.Find($"[aria-label='Marcar leído: {number}']").ClickAsync(new()));
        See(page, () => Assert.Single(page.FindAll(".notice-line.is-new")));
        Navigate(DeskUrls.NoticesOf(all: true, nameof(NoticeKind.Mention)));
        var all = Render<NoticesPage>();
        See(all, () => Assert.Equal("Mención", Words(all.Find(".notice-line .notice-kind"))));
        Assert.Single(all.FindAll(".notice-line.is-new"));

        Navigate(DeskUrls.NoticesOf(all: true));
        var everything = Render<NoticesPage>();
        See(everything, () => Assert.Equal(2, everything.FindAll(".notice-line").Count));
        await everything.InvokeAsync(() => everything.Find($"[aria-label='Marcar sin leer: {number}']").ClickAsync(new()));
        See(everything, () => Assert.Equal(2, everything.FindAll(".notice-line.is-new").Count));
    }

    [Fact]
    public async Task All_are_marked_as_read_and_that_is_taken_back()
    {
        await CalledAsync("@Ana Restrepo uno");
        await CalledAsync("@Ana Restrepo dos");
        var page = Render<NoticesPage>();
        See(page, () => Assert.Equal(2, page.FindAll(".notice-line").Count));
        await page.InvokeAsync(() => page.FindAll(".notices-bar > button").Single().ClickAsync(new()));
        Await(page, () => Assert.Empty(page.FindAll(".notice-line")));
        Assert.Contains("quedaron marcados como leídos", page.Find(".notices-said").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find(".notices-said button").ClickAsync(new()));
        Await(page, () => Assert.Equal(2, page.FindAll(".notice-line.is-new").Count));
    }

    [Fact]
    public async Task Five_thousand_come_in_pages_and_old_ones_are_forgotten()
    {
        var id = (await Desk.TicketAsync((await Desk.FileAsync()).Number)).Id;
        await Desk.Get<Infrastructure.Persistence.DeskWriter>().RunAsync(db =>
        {
            for (var at = 0; at < 5_000; at++)
                db.Notices.Add(new Notice { StaffId = Me.Id, TicketId = id, Sequence = 0, Kind = NoticeKind.Mention, At = Desk.Clock.Now.AddMinutes(-at), By = "Beto Cruz", Words = $"número {at}" });
            return Task.FromResult(true);
        }, CancellationToken.None);
        var page = Render<NoticesPage>();
        See(page, () => Assert.Equal(ReadNotices.PageSize, page.FindAll(".notice-line").Count));
        Assert.Contains(5_000.ToString("N0", System.Globalization.CultureInfo.CurrentCulture), page.Find(".segment-count").TextContent, StringComparison.Ordinal);
        var (pages, seen, older) = (0, 0, (long?)null);
        do
        {
            var next = await Desk.ReadAsync(db => ReadNotices.RunAsync(db, new NoticeView(Me.Id, Before: older), CancellationToken.None));
            (pages, seen, older) = (pages + 1, seen + next.Lines.Count, next.Older);
        }
        while (older is not null);
        Assert.Equal((100, 5_000), (pages, seen));

        Assert.Equal(0, await Desk.Get<ForgetNotices>().RunAsync(Desk.Clock.Now + Notice.Kept - TimeSpan.FromDays(4), CancellationToken.None));
        Assert.Equal(4_999, await Desk.Get<ForgetNotices>().RunAsync(Desk.Clock.Now + Notice.Kept, CancellationToken.None));
    }

    [Fact]
    public async Task Opening_one_reads_it_and_leads_to_its_case_and_somebody_elses_leads_back()
    {
        var number = await CalledAsync("@Ana Restrepo");
        var theirs = await Desk.AddAsync(new Notice { StaffId = _beto.Id, TicketId = (await Desk.TicketAsync(number)).Id, Sequence = 1, At = Desk.Clock.Now });
        var mine = await Desk.ReadAsync(db => db.Notices.SingleAsync(notice => notice.StaffId == Me.Id));
        Render<OpenNoticePage>(p => p.Add(o => o.Numero, mine.Id));
        Assert.EndsWith(DeskUrls.TicketOf(number), Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Render<OpenNoticePage>(p => p.Add(o => o.Numero, theirs.Id));
        Assert.EndsWith(DeskUrls.Notices, Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal([true, false], await Desk.ReadAsync(db => db.Notices.OrderBy(notice => notice.StaffId).Select(notice => notice.SeenAt != null).ToListAsync()));
    }

    [Fact]
    public async Task The_browser_is_told_of_what_comes_while_the_page_is_open_and_of_the_kinds_that_were_chosen()
    {
        await CalledAsync("@Ana Restrepo antes");
        var bell = Render<NoticeBell>();
        See(bell, () => Assert.Equal("1", bell.Find(".bell-count").TextContent));
        Assert.Equal("", News(bell));
        var number = await CalledAsync($"@Ana Restrepo \" {Hostile}");
        Await(bell, () => Assert.Contains($"{number} · Mención", News(bell), StringComparison.Ordinal));
        AssertNoElements(bell);

        var card = Render<BrowserNoticesCard>();
        See(card, () => Assert.Equal(6, card.FindAll("[type=checkbox]:checked").Count));
        Assert.Contains("Tarea", card.FindAll("label.choice").Select(Words));
        Assert.Equal("Permitir avisos en este navegador", Words(card.Find("[data-notify-ask]")));
        await card.InvokeAsync(() => card.FindAll("[type=checkbox]")[0].ChangeAsync(new ChangeEventArgs { Value = false }));
        var before = News(bell);
        await CalledAsync("@Ana Restrepo otra");
        Await(bell, () => Assert.Equal("3", bell.Find(".bell-count").TextContent));
        Assert.DoesNotContain("otra", News(bell), StringComparison.Ordinal);
        Assert.NotEqual("", before);
    }

    [Fact]
    public async Task Letters_of_what_comes_due_are_switched_off_and_on()
    {
        var card = Render<MailNoticesCard>();
        See(card, () => Assert.Single(card.FindAll("[type=checkbox]:checked")));
        Assert.Contains("no tiene un servidor de correo", card.Markup, StringComparison.Ordinal);
        await card.InvokeAsync(() => card.Find("[type=checkbox]").ChangeAsync(new ChangeEventArgs { Value = false }));
        var again = Render<MailNoticesCard>();
        See(again, () => Assert.Empty(again.FindAll("[type=checkbox]:checked")));
    }

    [Fact]
    public void Whoever_chose_before_tasks_could_be_chosen_hears_of_them_as_of_what_is_assigned()
    {
        var older = JsonSerializer.Deserialize<BrowserNotices>("""{"Kinds":[2]}""")!;
        Assert.True(older.Wants(NoticeKind.Task));
        Assert.False(new BrowserNotices([NoticeKind.Mention]).Wants(NoticeKind.Task));
        Assert.False(new BrowserNotices([NoticeKind.Assignment]) { TasksChosen = true }.Wants(NoticeKind.Task));
        Assert.True(BrowserNotices.Usual.Wants(NoticeKind.Task));
    }

    private static string News(IRenderedComponent<NoticeBell> bell) => bell.Find("[hidden]").GetAttribute("data-news") is { } news
        ? string.Join('\n', JsonDocument.Parse(news).RootElement.EnumerateArray().Select(each => $"{each.GetProperty("title")}: {each.GetProperty("body")}"))
        : "";

    private void Navigate(string address) => Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    /// <summary>A case on which Beto calls somebody.</summary>
    private async Task<string> CalledAsync(string text)
    {
        var number = (await Desk.FileAsync()).Number;
        Assert.Null(await Desk.Get<SayInChat>().RunAsync((await Desk.TicketAsync(number)).Id, text, Guid.NewGuid(), Actor.Staff(_beto), CancellationToken.None));
        return number;
    }
}
