using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Bench;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;
using PqrsDesk.Features.Casework;
using PqrsDesk.Features.Catalogue;
using PqrsDesk.Features.Filings;
using PqrsDesk.Features.Mailing;
using PqrsDesk.Features.Portal;
using PqrsDesk.Features.Queue;
using PqrsDesk.Features.Queue.Grouping;
using PqrsDesk.Features.Supervising;
using PqrsDesk.Features.Walls;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence.Kpis;
using PqrsDesk.Infrastructure.Search;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Neither engine reads the whole ticket table for a list, a ticket or a change of it, a search, a counter, the wall or an indicator, whatever is asked.</summary>
public sealed partial class ListPlanTests
{
    private const int Tickets = 12_000;
    private static readonly DateTimeOffset MidWinter = new(2026, 1, 15, 5, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly First = new(2025, 10, 1);
    private static readonly DateOnly Last = new(2025, 10, 31);
    private static readonly TicketFilter Open = new();
    private static readonly TicketFilter Any = new() { Scope = TicketScope.Any, Order = TicketOrder.Newest };
    private static readonly TicketFilter InMonth = Any with { FiledFrom = First, FiledTo = Last };

    private static readonly TicketFilter[] Filters =
    [
        Open,
        Open with { Order = TicketOrder.Newest },
        Open with { AreaId = 2 },
        Open with { WorkQueueId = 1 },
        Open with { OwnerId = 1 },
        Open with { Unassigned = true },
        Open with { Kind = TicketKind.Claim, Channel = Channel.Web, Priority = Priority.High },
        Open with { Status = TicketStatus.AwaitingPetitioner },
        Open with { Due = DueFilter.Overdue },
        Open with { Due = DueFilter.WithinTheHour },
        Open with { Due = DueFilter.Today },
        Open with { Topic = "Copia del acta" },
        Open with { NoTopic = true },
        Open with { Product = "Portal" },
        Open with { Tag = "Cobro doble" },
        Open with { Tag = Choices.Of<string>(["Cobro doble", "App"]) },
        Open with { Tag = Choices.Of<string>(["Cobro doble"], not: true) },
        Open with { Fields = FieldChoices.With(null, 1, "100237") },
        Open with { Fields = FieldChoices.With(null, 1, Choices.Of<string>(["100237", "7"], not: true)) },
        Open with { StepLate = true },
        Open with { Late = true },
        Open with { Late = false },
        Open with { Unreplied = true, ReplyLate = true },
        Open with { Text = "cobro doble" },
        Open with { AsOf = MidWinter },
        Open with { AsOf = MidWinter, Late = true, AreaId = 2 },
        Open with { AsOf = MidWinter, Unreplied = true, ReplyLate = true },
        Any,
        Any with { Order = TicketOrder.Due },
        Any with { AreaId = 2 },
        Any with { WorkQueueId = 1 },
        Any with { OwnerId = 1 },
        Any with { Kind = TicketKind.Claim },
        Any with { Channel = Channel.Web },
        Any with { Status = TicketStatus.Transferred },
        Any with { Status = TicketStatus.Answered },
        Any with { Topic = "Ninguno" },
        Any with { NoTopic = true },
        Any with { Product = "Ninguno" },
        Any with { Tag = "Cobro doble" },
        Any with { Fields = FieldChoices.With(null, 1, "100237") },
        Any with { Late = true },
        Any with { Reopened = true },
        Any with { Scope = TicketScope.Done },
        Any with { Scope = TicketScope.Done, Status = TicketStatus.Withdrawn },
        InMonth,
        InMonth with { Kind = TicketKind.Claim },
        InMonth with { Channel = Channel.Web, Priority = Priority.High, AreaId = 2 },
        InMonth with { Topic = "Copia del acta" },
        InMonth with { NoTopic = true },
        InMonth with { Product = "Portal" },
        Any with { AnsweredFrom = First, AnsweredTo = Last },
        Any with { AnsweredFrom = First, AnsweredTo = Last, Late = true },
        Any with { AnsweredFrom = First, AnsweredTo = Last, Late = false },
        Any with { ClosedFrom = First, ClosedTo = Last },
        Any with { ClosedFrom = First, ClosedTo = Last, Reopened = true },
        Open with { PetitionerId = 1 },
        Any with { PetitionerId = 1 },
        Any with { PetitionerId = 1, FiledFrom = First, FiledTo = Last },
        Open with { AlikeTo = 1 },
        Any with { AlikeTo = 1 },
        Any with { RepliedFrom = MidWinter, RepliedBefore = MidWinter.AddDays(30) },
        Open with { Kind = Choices.Of<TicketKind>([TicketKind.Claim, TicketKind.Report]) },
        Open with { Kind = Choices.Of<TicketKind>([TicketKind.Claim, TicketKind.Report], not: true), AreaId = Choices.Of<int>([1, 2]) },
        Open with { AreaId = Choices.Of<int>([1, 2, 3], not: true), Priority = Choices.Of<Priority>([Priority.Low], not: true) },
        Open with { OwnerId = Choices.Of<int>([TicketFilter.Nobody, 1, 2]) },
        Open with { OwnerId = Choices.Of<int>([1, 2], not: true) },
        Open with { HolderId = 1, Status = Choices.Of<TicketStatus>([TicketStatus.Filed, TicketStatus.AwaitingPetitioner]) },
        Open with { Topic = Choices.Of<string>(["Copia del acta", "Ninguno"]), Product = Choices.Of<string>(["Portal"], not: true) },
        Open with { WorkQueueId = Choices.Of<int>([1, 2]) },
        Open with { Match = FilterMatch.Any, Kind = TicketKind.Claim, Priority = Priority.High, OwnerId = TicketFilter.Nobody, Topic = "Ninguno" },
        Open with { Due = DueFilter.InSevenDays },
        Open with { Due = DueFilter.Later },
        Open with { Due = DueFilter.Never },
        Any with { Status = Choices.Of<TicketStatus>([TicketStatus.Withdrawn, TicketStatus.Voided]) },
        Any with { Topic = Choices.Of<string>(["Copia del acta", "Ninguno"]) },
        Any with { Product = Choices.Of<string>(["Portal", "Ninguno"]) },
        Any with { OwnerId = Choices.Of<int>([1, 2]) },
        Any with { Match = FilterMatch.Any, Kind = TicketKind.Claim, AreaId = 2 },
        InMonth with { Match = FilterMatch.Any, Kind = TicketKind.Claim, AreaId = Choices.Of<int>([2, 3]) },
    ];

    [SkippableTheory, Engines]
    public async Task No_question_reads_the_whole_table(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await ManyTickets.FillAsync(desk, Tickets, desk.Clock.Now);
        var (older, younger) = await RelateTicketsTests.TwoAsync(desk);
        Assert.Equal(Decision.Ok, await desk.Get<RelateTickets>().RunAsync(older, null, new CaseAct.Merge(younger, "Es lo mismo."), Samples.Someone(), CancellationToken.None));
        await desk.Get<FoldDays>().RunAsync(desk.Clock.Now, CancellationToken.None);
        await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync(engine == Engine.Postgres ? "VACUUM ANALYZE" : "ANALYZE"));
        var number = await desk.ReadAsync(db => db.Tickets.OrderBy(t => t.Id).Select(t => t.Number).FirstAsync());
        var overheard = new Overheard(engine, desk.Connection);
        var shelf = desk.Get<SlaShelf>();
        var kpis = new KpiReader(overheard, shelf, desk.Clock);
        var faults = new List<string>();

        foreach (var filter in Filters)
        {
            await new ListTickets(overheard, shelf, desk.Clock).RunAsync(new QueueView(filter), CancellationToken.None);
            await HearAsync($"{filter}");
        }

        foreach (var by in Enum.GetValues<QueueGrouping>())
        {
            await new ListGroups(overheard, shelf, desk.Clock).RunAsync(new(Open, by), CancellationToken.None);
            await HearAsync($"the queue by {by}");
            await new ListGroups(overheard, shelf, desk.Clock).RunAsync(new(Open with { Kind = TicketKind.Claim, OwnerId = 1 }, by), CancellationToken.None);
            await HearAsync($"claims of one by {by}");
        }

        foreach (var filter in Filters.Where(CountTickets.CanCount))
        {
            await using var counted = overheard.CreateDbContext();
            await new CountTickets(shelf, desk.Clock).RunAsync(counted, filter, CancellationToken.None);
            await HearAsync($"the number of {filter}");
        }

        string[] searches = ["alumbrado", "alum", "al", "poste alumbrado", "ornitorrinco al", "xilófono", number];
        foreach (var typed in searches)
        {
            var search = new TicketSearch(overheard);
            await search.FindAsync(WordQuery.Read(typed), new(AllTickets: true), all => all, null, 20, CancellationToken.None);
            await search.CountAsync(WordQuery.Read(typed), new(AllTickets: true), CancellationToken.None);
            await HearAsync($"the search for {typed}");
        }

        await using var db = overheard.CreateDbContext();
        await new CountQueue(desk.Clock).RunAsync(db, CancellationToken.None);
        await HearAsync("the counters");
        await new ReadWall(shelf, kpis, desk.Clock).RunAsync(db, CancellationToken.None);
        await HearAsync("the wall");
        await ReadSupervision.RunAsync(db, CancellationToken.None);
        await HearAsync("supervision");
        await new ReadPlatforms(overheard, shelf, desk.Clock).RunAsync(new(), CancellationToken.None);
        await HearAsync("the catalogue");
        await new ReadPlatform(overheard, shelf, desk.Clock).RunAsync(await desk.PlatformAsync("Portal"), CancellationToken.None);
        await HearAsync("a platform");
        await ReadMails.RunAsync(db, MailView.Waiting, CancellationToken.None);
        await HearAsync("mail to sort");
        var classification = desk.Get<ClassificationShelf>();
        var page = new ReadTicket(overheard, shelf, classification, desk.Get<MailSettings>(), desk.Get<MetaHook>(), desk.Clock);
        await page.RunAsync(number, CancellationToken.None);
        await HearAsync("a ticket");
        await page.RunAsync(older, CancellationToken.None);
        await HearAsync("a ticket with others");
        await new ReadPublicCase(overheard, shelf).RunAsync((await desk.TicketAsync(younger)).Id, CancellationToken.None);
        await HearAsync("a merged case for its petitioner");
        using (var writer = new DeskWriter(overheard, desk.Get<DatabaseSettings>()))
        {
            // Refused, so that nothing is asked but what comes before a change.
            var door = new TicketDoor(writer, shelf, desk.Get<RoutingShelf>(), desk.Get<FieldShelf>(), desk.Get<FeedInterceptor>(), desk.Get<LogTurn>(), desk.Clock);
            await door.ChangeAsync(younger, null, Samples.Someone(), (_, _, _) => RefusalCode.NothingChanged, CancellationToken.None);
            await door.ChangeBothAsync(number, older, null, Samples.Someone(), (_, _, _, _, _) => Task.FromResult<Decision>(RefusalCode.NothingChanged), CancellationToken.None);
            await HearAsync("a change");
        }

        await new ReadFilingChoices(overheard, shelf, classification, desk.Get<FieldShelf>()).RunAsync(CancellationToken.None);
        await HearAsync("the choices of a filing");
        await using (var reading = await kpis.OpenAsync(null, CancellationToken.None))
        {
            await reading.IndicatorsAsync(Period.Month(First), CancellationToken.None);
            await reading.BreakdownAsync(Period.Month(First), CancellationToken.None);
            await reading.TrendAsync(Period.Month(First), 12, CancellationToken.None);
            await reading.MonthsAsync(CancellationToken.None);
        }

        await HearAsync("the indicators");
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));

        async Task HearAsync(string what)
        {
            // What a subquery gives is read whole too, by the subquery's name.
            foreach (var (sql, plan) in await overheard.PlansAsync())
                if (plan.Exists(line => WholeTable().IsMatch(line) && !plan.Contains($"CO-ROUTINE {line[(line.LastIndexOf(' ') + 1)..]}"))) faults.Add($"{what}:\n{string.Join('\n', plan)}\n{sql}");
        }
    }

    /// <summary>PostgreSQL's word, and SQLite's: an index in order is walked only as far as the page goes, a covering one to its end, unless it holds the open ones only.</summary>
    [GeneratedRegex(@"Seq Scan on (Tickets|SearchRows|SearchWords)|^SCAN t\d*$|^SCAN t\d* USING COVERING INDEX (?!IX_Tickets_Queue)")]
    private static partial Regex WholeTable();
}
