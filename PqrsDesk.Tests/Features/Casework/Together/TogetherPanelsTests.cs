using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Presence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework.Together;

/// <summary>Following and the chat as people see them on a case.</summary>
public sealed class TogetherPanelsTests : PageTest
{
    private string _number = "";
    private long _id;
    private StaffMember _beto = default!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _number = (await Desk.FileAsync()).Number;
        _id = (await Desk.TicketAsync(_number)).Id;
        _beto = await Desk.HireAsync("Beto Cruz");
    }

    [Fact]
    public async Task One_follows_sees_who_else_does_and_lets_it_go()
    {
        var bar = Render<FollowBar>(p => p.Add(b => b.TicketId, _id).Add(b => b.Radicado, _number));
        See(bar, () => Assert.Equal("Seguir", Words(bar.Find("[data-key=follow]"))));
        await bar.InvokeAsync(() => bar.Find("[data-key=follow]").ClickAsync(new()));
        See(bar, () => Assert.Equal(("Sigo", "true"), (Words(bar.Find("[data-key=follow]")), bar.Find("[data-key=follow]").GetAttribute("aria-pressed"))));
        Assert.Contains("Ahora sigue este caso.", bar.Find("[role=status]").TextContent, StringComparison.Ordinal);

        await TogetherTests.FollowAsync(Desk, _beto, _number);
        Await(bar, () => Assert.Equal("2 personas siguen este caso", bar.Find("[popovertarget]").GetAttribute("aria-label")));
        Assert.Equal(["Ana Restrepo", "Beto Cruz"], bar.FindAll(".owner-name").Select(name => name.TextContent));

        await bar.InvokeAsync(() => bar.Find("[data-key=follow]").ClickAsync(new()));
        See(bar, () => Assert.Equal("Seguir", Words(bar.Find("[data-key=follow]"))));
    }

    [Fact]
    public async Task A_line_is_said_seen_by_others_at_once_and_marked_as_new_until_it_is_read()
    {
        var chat = Chat();
        See(chat, () => Assert.Contains("Nadie ha escrito todavía.", chat.Markup, StringComparison.Ordinal));
        await SayAsync(chat, $"Hola @Beto Cruz {Hostile}\n\u202ehttps://example.org 🙂");
        Await(chat, () => Assert.Single(chat.FindAll(".chat-line.own")));
        AssertNoElements(chat);
        Assert.Contains(Hostile, chat.Find(".chat-text").TextContent, StringComparison.Ordinal);
        Assert.Equal("@Beto Cruz", chat.Find(".chat-text em.mention").TextContent);
        Assert.Equal("https://example.org", chat.Find(".chat-text a").GetAttribute("href"));

        Assert.Null(await Desk.Get<SayInChat>().RunAsync(_id, "Lo miro yo.", Guid.NewGuid(), Actor.Staff(_beto), CancellationToken.None));
        Await(chat, () => Assert.Equal("1", chat.Find(".fold-count").TextContent));
        Assert.Equal("Nuevo", chat.Find(".chat-line.is-new .chat-new").TextContent);
        await chat.InvokeAsync(() => chat.Find("[data-chat]").TriggerEventAsync("onfocusin", new FocusEventArgs()));
        See(chat, () => Assert.Empty(chat.FindAll(".fold-count")));

        // It is kept: another tab begins with it.
        var again = Chat();
        See(again, () => Assert.Equal(2, again.FindAll(".chat-line").Count));
        Assert.Empty(again.FindAll(".fold-count, .is-new"));
    }

    [Fact]
    public async Task What_is_refused_is_said_and_comes_back_into_the_box()
    {
        var chat = Chat();
        await SayAsync(chat, new string('ñ', 4_001));
        See(chat, () => Assert.Contains("4000", chat.Find(".refusal").TextContent.Replace(".", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Equal(4_001, chat.Find("textarea").GetAttribute("value")!.Length);
        await SayAsync(chat, "corto", key: "<script>");
        Assert.Empty(chat.FindAll(".chat-line"));
    }

    [Fact]
    public async Task Who_writes_there_is_said_and_one_tells_it_oneself()
    {
        var told = new List<bool>();
        var chat = Render<ChatPanel>(p => p.Add(c => c.TicketId, _id).Add(c => c.Radicado, _number).Add(c => c.OnWriting, told.Add)
            .Add(c => c.Others, [new Present(2, "Beto Cruz", true, true), new Present(3, "Carla Díaz", true)]));
        See(chat, () => Assert.Equal("Beto Cruz está escribiendo…", Words(chat.Find(".chat-writes"))));
        await chat.InvokeAsync(() => chat.Find("textarea").InputAsync("h"));
        await chat.InvokeAsync(() => chat.Find("textarea").InputAsync("ho"));
        await chat.InvokeAsync(() => chat.Find("textarea").InputAsync(""));
        Assert.Equal([true, false], told);
    }

    [Fact]
    public async Task The_case_page_has_both_and_lets_its_views_go()
    {
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, _number));
        See(page, () => page.Find("[data-key=follow]"));
        Assert.Equal(DeskUrls.MentionableOf(_number), page.Find("[data-chat-box]").GetAttribute("data-mentions"));
        await Desk.Get<WorkTicket>().RunAsync(_number, null, new CaseAct.AddNote("Mire, @Ana Restrepo."), Actor.Staff(_beto), CancellationToken.None);
        Await(page, () => Assert.Equal("@Ana Restrepo", page.Find(".turn.note em.mention").TextContent));
        await page.InvokeAsync(() => page.Find("[data-key=note]").ClickAsync(new()));
        See(page, () => Assert.Equal(DeskUrls.MentionableOf(_number), page.Find(".composer.note textarea").GetAttribute("data-mentions")));
        await page.InvokeAsync(() => page.Find("[data-key=reply]").ClickAsync(new()));
        See(page, () => Assert.False(page.Find(".composer textarea").HasAttribute("data-mentions")));
        await DisposeComponentsAsync();
        Assert.Equal(0, Desk.Get<Infrastructure.Live.LiveViews>().Count);
    }

    [Fact]
    public async Task What_is_picked_in_the_queue_is_followed_and_that_is_taken_back()
    {
        BulkSaid? said = null;
        var dialog = Render<FollowBulkDialog>(p => p.Add(d => d.Cases, [new PickedCase(_number, 1)]).Add(d => d.OnDone, EventCallback.Factory.Create<BulkSaid>(this, done => said = done)));
        await dialog.InvokeAsync(() => dialog.Find("[data-key=send]").ClickAsync(new()));
        Assert.Equal($"Usted sigue {_number}.", said!.Text);
        Assert.Equal(1, await Desk.ReadAsync(db => Task.FromResult(db.Followers.Count())));
        await said.Undo!();
        Assert.Equal(0, await Desk.ReadAsync(db => Task.FromResult(db.Followers.Count())));
    }

    private IRenderedComponent<ChatPanel> Chat() => Render<ChatPanel>(p => p.Add(c => c.TicketId, _id).Add(c => c.Radicado, _number));

    private static Task SayAsync(IRenderedComponent<ChatPanel> chat, string text, string? key = null) =>
        chat.InvokeAsync(() => chat.Find("form").TriggerEventAsync("onchatsay", new ChatSayEventArgs { Text = text, Key = key ?? Guid.NewGuid().ToString() }));
}
