using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Together;
using PqrsDesk.Features.Notices;
using PqrsDesk.Features.Queue;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework.Together;

/// <summary>Following, being called by name, and what is said beside a case, on both engines.</summary>
public sealed class TogetherTests
{
    [SkippableTheory, Engines]
    public async Task Who_follows_is_told_of_what_others_do_until_it_is_closed(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, beto) = (await desk.HireAsync("Ana Restrepo"), await desk.HireAsync("Beto Cruz"));
        var number = (await desk.FileAsync()).Number;
        Assert.Equal([number], (await FollowAsync(desk, ana, number)).Changed);
        Assert.Empty((await FollowAsync(desk, ana, number)).Changed);
        var before = (await desk.TicketAsync(number)).Version;

        await desk.NoteAsync(number, by: Actor.Staff(ana));
        Assert.Empty(await ToldAsync(desk, ana));
        await desk.NoteAsync(number, by: Actor.Staff(beto));
        await desk.ChangeAsync(number, (ticket, book, now) => ticket.Tag(["app"], [], book, now), Actor.Staff(beto));
        await desk.AnswerAsync(number, by: Actor.Staff(beto));
        await desk.CloseAsync(number, by: Actor.Staff(beto));
        Assert.Equal([NoticeKind.Follow, NoticeKind.Follow, NoticeKind.Follow], await ToldAsync(desk, ana));
        Assert.Equal(before + 5, (await desk.TicketAsync(number)).Version);

        // What is closed is quiet, until it is opened again.
        await desk.NoteAsync(number, by: Actor.Staff(beto));
        Assert.Equal(3, (await ToldAsync(desk, ana)).Count);
        await desk.ReopenAsync(number, by: Actor.Staff(beto));
        Assert.Equal(4, (await ToldAsync(desk, ana)).Count);

        Assert.Equal([number], (await FollowAsync(desk, ana, number, follow: false)).Changed);
        await desk.NoteAsync(number, by: Actor.Staff(beto));
        Assert.Equal(4, (await ToldAsync(desk, ana)).Count);
        Assert.Empty(await ToldAsync(desk, beto));
    }

    [SkippableTheory, Engines]
    public async Task The_queue_finds_what_one_follows_and_a_program_follows_nothing(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, beto) = (await desk.HireAsync("Ana Restrepo"), await desk.HireAsync("Beto Cruz"));
        var (one, two) = ((await desk.FileAsync()).Number, (await desk.FileAsync()).Number);
        await desk.FileAsync();
        await FollowAsync(desk, ana, one, two, "NADA-1");
        await FollowAsync(desk, beto, two);
        var followed = new TicketFilter { Following = true };

        Assert.Equal([one, two], (await desk.Get<ListTickets>().RunAsync(new(followed.For(ana.Id)), CancellationToken.None)).Rows.Select(row => row.Number).Order());
        Assert.Equal([two], (await desk.Get<ListTickets>().RunAsync(new(followed.For(beto.Id)), CancellationToken.None)).Rows.Select(row => row.Number));
        Assert.Empty((await desk.Get<ListTickets>().RunAsync(new(followed.For(null)), CancellationToken.None)).Rows);
        var tickets = await desk.ReadAsync(db => db.Tickets.Include(ticket => ticket.FollowerRows).AsNoTracking().ToListAsync());
        Assert.Equal([one, two], tickets.Where(ticket => followed.For(ana.Id).Matches(ticket, desk.Clock.Now, desk.Clock.Now)).Select(ticket => ticket.Number).Order());
        Assert.Equal(followed, FilterAddress.Read(FilterAddress.Of(followed)));

        var program = await desk.Get<FollowCases>().RunAsync([one], true, Actor.Program("robot", Role.Admin), CancellationToken.None);
        var unknown = await desk.Get<FollowCases>().RunAsync(["NADA-1"], true, Actor.Staff(ana), CancellationToken.None);
        Assert.Equal((RefusalCode.RoleTooLow, RefusalCode.TicketNotFound), (program.Refusal!.Code, unknown.Refusal!.Code));
    }

    [SkippableTheory, Engines]
    public async Task Who_is_called_in_a_note_is_told_follows_from_then_on_and_stands_in_the_log(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, beto) = (await desk.HireAsync("Ana Restrepo"), await desk.HireAsync("Beto Cruz"));
        var number = (await desk.FileAsync()).Number;

        await NoteAsync(desk, number, "Mire esto, @ana restrepo <script>alert(1)</script>\0 y @Beto Cruz", beto);
        Assert.Equal([new Mentioned(ana.Id, "@ana restrepo"), new Mentioned(beto.Id, "@Beto Cruz")], (await desk.LogAsync(number)).OfType<TicketEvent.Noted>().Single().Mentions);
        var told = Assert.Single(await desk.ReadAsync(db => db.Notices.ToListAsync()));
        Assert.Equal((ana.Id, NoticeKind.Mention, "Beto Cruz", "Mire esto, @ana restrepo <script>alert(1)</script> y @Beto Cruz"), (told.StaffId, told.Kind, told.By, told.Words));
        Assert.Equal([ana.Id], await desk.ReadAsync(db => db.Followers.Select(each => each.StaffId).ToListAsync()));

        // Twice by the same name, and by somebody who follows already: one notice of the nearest kind.
        await NoteAsync(desk, number, "@Ana Restrepo", beto);
        await NoteAsync(desk, number, "Sin nombres", beto);
        Assert.Equal([NoticeKind.Mention, NoticeKind.Mention, NoticeKind.Follow], await ToldAsync(desk, ana));

        // What a petitioner writes calls nobody, nor does a letter to them.
        await desk.HearAsync(number, "@Ana Restrepo");
        await desk.ReplyAsync(number, "@Ana Restrepo", Actor.Staff(beto));
        Assert.DoesNotContain(NoticeKind.Mention, (await ToldAsync(desk, ana)).Skip(2));
    }

    [SkippableTheory, Engines]
    public async Task A_line_of_the_chat_is_kept_once_tells_whom_it_calls_and_leaves_the_case_as_it_was(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, beto) = (await desk.HireAsync("Ana Restrepo"), await desk.HireAsync("Beto Cruz"));
        var number = (await desk.FileAsync()).Number;
        var ticket = await desk.TicketAsync(number);
        var (say, key) = (desk.Get<SayInChat>(), Guid.NewGuid());
        await FollowAsync(desk, ana, number);

        Assert.Null(await say.RunAsync(ticket.Id, "  ¿Quién lo tiene?\r\n@Ana Restrepo\0 ", key, Actor.Staff(beto), CancellationToken.None));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => say.RunAsync(ticket.Id, "otra vez", key, Actor.Staff(beto), CancellationToken.None))), Assert.Null);
        Assert.Null(await say.RunAsync(ticket.Id, "Sin nombres", Guid.NewGuid(), Actor.Staff(beto), CancellationToken.None));
        var lines = await desk.ReadAsync(db => db.ChatLines.OrderBy(line => line.Id).ToListAsync());
        Assert.Equal(["¿Quién lo tiene?\n@Ana Restrepo", "Sin nombres"], lines.Select(line => line.Text));
        Assert.Equal(("Beto Cruz", ana.Id), (lines[0].By, Assert.Single(lines[0].Mentions!).StaffId));
        Assert.Equal([NoticeKind.Mention], await ToldAsync(desk, ana));
        var after = await desk.TicketAsync(number);
        Assert.Equal((ticket.Version, ticket.Events.Count), (after.Version, after.Events.Count));

        // A form that was open before is not stale.
        var decision = await desk.Get<WorkTicket>().RunAsync(number, ticket.Version, new CaseAct.ChangePriority(Priority.High, "Urge."), Actor.Staff(ana), CancellationToken.None);
        Assert.True(decision.Succeeded);

        foreach (var (text, by, code) in new[] { (" \n ", Actor.Staff(beto), RefusalCode.TextMissing), (new string('a', 100_000), Actor.Staff(beto), RefusalCode.TextTooLong), ("hola", Actor.Desk, RefusalCode.RoleTooLow) })
            Assert.Equal(code, (await say.RunAsync(ticket.Id, text, Guid.NewGuid(), by, CancellationToken.None))!.Code);
        Assert.Equal(RefusalCode.TicketNotFound, (await say.RunAsync(999, "hola", Guid.NewGuid(), Actor.Staff(beto), CancellationToken.None))!.Code);

        await say.SeeAsync(ticket.Id, ana.Id, lines[1].Id, CancellationToken.None);
        await say.SeeAsync(ticket.Id, ana.Id, lines[0].Id, CancellationToken.None);
        Assert.Equal(lines[1].Id, await desk.Get<ReadTogether>().ReadUpToAsync(ana.Id, ticket.Id, CancellationToken.None));
    }

    [SkippableTheory, Engines]
    public async Task The_owner_is_told_of_the_petitioner_and_of_a_case_that_is_given_and_many_come_as_one(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, lead) = (await desk.HireAsync("Ana Restrepo"), await desk.HireAsync("Lía Vega", Role.Lead));
        var number = (await desk.FileAsync()).Number;
        await desk.ChangeAsync(number, (ticket, book, now) => ticket.Assign(ana, null, book, now), Actor.Staff(lead));
        await desk.HearAsync(number);
        Assert.Equal([NoticeKind.Assignment, NoticeKind.PetitionerReply], await ToldAsync(desk, ana));

        var many = new List<SeenRow>();
        for (var filed = 0; filed < 60; filed++) many.Add(new((await desk.FileAsync()).Number, null));
        await desk.Get<ChangeRows>().RunAsync(many, new RowsChange.Assign(ana.Id), Actor.Staff(lead), CancellationToken.None);
        var told = await desk.ReadAsync(db => db.Notices.Where(notice => notice.StaffId == ana.Id && notice.Kind == NoticeKind.Assignment).OrderBy(notice => notice.Id).ToListAsync());
        Assert.Equal([1, 60], told.Select(notice => notice.Count));
        var board = await desk.ReadAsync(db => ReadNotices.RunAsync(db, ana.Id, CancellationToken.None));
        Assert.Equal(DeskUrls.MyTickets, NoticeWords.Target(board.Lines[0]));
    }

    internal static Task<(IReadOnlyList<string> Changed, Refusal? Refusal)> FollowAsync(AnyDesk desk, StaffMember who, params string[] numbers) => FollowAsync(desk, who, numbers, true);

    private static Task<(IReadOnlyList<string> Changed, Refusal? Refusal)> FollowAsync(AnyDesk desk, StaffMember who, string number, bool follow) => FollowAsync(desk, who, [number], follow);

    private static Task<(IReadOnlyList<string> Changed, Refusal? Refusal)> FollowAsync(AnyDesk desk, StaffMember who, string[] numbers, bool follow) =>
        desk.Get<FollowCases>().RunAsync(numbers, follow, Actor.Staff(who), CancellationToken.None);

    private static async Task NoteAsync(TestDesk desk, string number, string text, StaffMember by) =>
        Assert.True((await desk.Get<WorkTicket>().RunAsync(number, null, new CaseAct.AddNote(text), Actor.Staff(by), CancellationToken.None)).Succeeded);

    private static Task<List<NoticeKind>> ToldAsync(TestDesk desk, StaffMember who) =>
        desk.ReadAsync(db => db.Notices.Where(notice => notice.StaffId == who.Id).OrderBy(notice => notice.Id).Select(notice => notice.Kind).ToListAsync());
}
