using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Tickets;
using Xunit;
using static PqrsDesk.Domain.Tickets.Case;

namespace PqrsDesk.Domain.Sla;

/// <summary>Rules 5 to 7 over a history, in the office of <see cref="SampleCalendars.Office"/>.</summary>
public sealed class ClockReplayTests
{
    private static readonly BusinessCalendar Office = SampleCalendars.Office.Calendar();

    private static readonly Dictionary<string, ClockTargets> Targets = new()
    {
        ["high"] = new(Minutes(120), Minutes(480)),
        ["low"] = new(Minutes(240), Minutes(960)),
        ["short"] = new(Minutes(60), Minutes(60)),
        ["answer only"] = new(null, Minutes(480)),
    };

    [Fact]
    public void The_response_runs_to_the_first_reply_and_ends_there()
    {
        var replay = Of(Created("high"), Event("03-03 11:00", ClockEventType.AgentReply), Event("03-03 16:00", ClockEventType.AgentReply));

        Assert.Equal(new(DeadlineState.Running, Local("03-03 12:00"), Minutes(30), null, []), At(replay, "03-03 10:30").Response);
        Assert.Equal(new(DeadlineState.Met, Local("03-03 12:00"), Minutes(60), null, []), At(replay, "03-05 10:00").Response);
    }

    [Fact]
    public void The_response_does_not_pause_and_a_resolution_is_no_reply()
    {
        var replay = Of(Created("high"), Event("03-03 10:10", ClockEventType.WaitingOnCustomer), Event("03-03 10:20", ClockEventType.Resolved));

        Assert.Equal((DeadlineState.Running, Minutes(120)), (At(replay, "03-03 12:00").Response.State, At(replay, "03-03 12:00").Response.Used));
        Assert.Equal((DeadlineState.Breached, Local("03-03 13:00")), (At(replay, "03-03 13:01").Response.State, At(replay, "03-03 13:01").Response.BreachedAt));
    }

    [Fact]
    public void A_reply_freezes_the_target_of_the_response()
    {
        var replay = Of(Created("high"), Event("03-03 11:30", ClockEventType.AgentReply), Changed("03-03 14:00", "short"));

        Assert.Equal((DeadlineState.Met, Local("03-03 12:00")), (At(replay, "03-04 10:00").Response.State, At(replay, "03-04 10:00").Response.DueAt));
        Assert.Equal("short", At(replay, "03-04 10:00").Priority);
    }

    [Fact]
    public void The_resolution_pauses_while_waiting_and_resumes_with_what_was_used()
    {
        var replay = Of(Created("high"), Waiting("03-03 11:00"), Event("03-04 11:00", ClockEventType.CustomerResponded));

        Assert.Equal((DeadlineState.Paused, null, Minutes(60)), Brief(At(replay, "03-03 15:00").Resolution));
        Assert.Equal((DeadlineState.Running, Local("03-05 10:00"), Minutes(60)), Brief(At(replay, "03-04 11:00").Resolution));
        Assert.Equal([new Stretch(Local("03-03 11:00"), Local("03-04 11:00"))], At(replay, "03-06 08:00").Resolution.Pauses);
    }

    [Fact]
    public void A_reply_may_put_the_case_on_hold()
    {
        var replay = Of(Created("high"), Event("03-03 11:00", ClockEventType.AgentReply) with { WaitingOnCustomer = true });

        Assert.Equal((DeadlineState.Met, DeadlineState.Paused), (At(replay, "03-03 11:00").Response.State, At(replay, "03-03 11:00").Resolution.State));
    }

    [Fact]
    public void Reopening_resumes_and_brings_no_wait_back()
    {
        var replay = Of(Created("high"), Waiting("03-03 11:00"), Event("03-03 14:00", ClockEventType.Resolved), Event("03-05 10:00", ClockEventType.Reopened));

        Assert.Equal((DeadlineState.Met, null, Minutes(60)), Brief(At(replay, "03-04 10:00").Resolution));
        Assert.Equal((DeadlineState.Running, Local("03-06 09:00"), Minutes(60)), Brief(At(replay, "03-05 10:00").Resolution));
    }

    [Fact]
    public void What_the_customer_says_after_the_resolution_does_not_reopen()
    {
        var replay = Of(Created("high"), Event("03-03 11:00", ClockEventType.Resolved), Event("03-03 12:00", ClockEventType.CustomerResponded));

        Assert.Equal((DeadlineState.Met, null, Minutes(60)), Brief(At(replay, "03-10 10:00").Resolution));
    }

    [Fact]
    public void Holds_that_overlap_are_one_and_what_ends_none_changes_nothing()
    {
        var replay = Of(
            Created("high"), Event("03-03 10:30", ClockEventType.CustomerResponded), Waiting("03-03 11:00"), Waiting("03-03 11:30"),
            Event("03-03 14:00", ClockEventType.CustomerResponded), Event("03-03 14:30", ClockEventType.CustomerResponded), Event("03-03 14:40", ClockEventType.Reopened));

        Assert.Equal((DeadlineState.Running, Local("03-04 12:00"), Minutes(120)), Brief(At(replay, "03-03 15:00").Resolution));
    }

    [Fact]
    public void A_new_priority_counts_from_the_first_start_with_the_time_already_used()
    {
        var replay = Of(Created("high"), Changed("03-03 14:00", "low"));

        Assert.Equal((DeadlineState.Running, Local("03-05 10:00"), Minutes(180)), Brief(At(replay, "03-03 14:00").Resolution));
    }

    [Fact]
    public void A_target_cannot_have_been_missed_before_it_was_set()
    {
        var replay = Of(Created("low"), Changed("03-03 14:00", "short"), Changed("03-03 15:00", "low"));

        Assert.Null(At(replay, "03-03 13:59").Resolution.BreachedAt);
        Assert.Equal((DeadlineState.Breached, Local("03-03 11:00"), Minutes(180)), Brief(At(replay, "03-03 14:00").Resolution));
        Assert.Equal(Local("03-03 14:00"), At(replay, "03-03 14:00").Resolution.BreachedAt);
        Assert.Equal((DeadlineState.Breached, Local("03-05 10:00"), Minutes(240)), Brief(At(replay, "03-03 15:00").Resolution));
    }

    [Fact]
    public void Used_up_is_in_time_and_one_tick_more_is_not()
    {
        var replay = Of(Created("high"));
        var due = Local("03-04 10:00");

        Assert.Equal((DeadlineState.Running, null), (replay.At(due).Resolution.State, replay.At(due).Resolution.BreachedAt));
        Assert.Equal((DeadlineState.Breached, due), (replay.At(due.AddTicks(1)).Resolution.State, replay.At(due.AddTicks(1)).Resolution.BreachedAt));
    }

    [Fact]
    public void What_is_used_up_at_closing_time_is_missed_at_the_next_opening()
    {
        var replay = Of(new ClockEvent(Local("03-03 16:00"), ClockEventType.Created, "short"));

        Assert.Equal(Local("03-03 17:00"), At(replay, "03-04 08:00").Resolution.DueAt);
        Assert.Null(At(replay, "03-04 08:00").Resolution.BreachedAt);
        Assert.Equal(Local("03-04 08:00"), At(replay, "03-04 08:01").Resolution.BreachedAt);
    }

    [Fact]
    public void A_breach_stays_through_all_that_follows()
    {
        var replay = Of(
            Created("short"), Event("03-03 14:00", ClockEventType.Resolved), Event("03-04 10:00", ClockEventType.Reopened),
            Changed("03-04 11:00", "low"), Waiting("03-04 12:00"));

        foreach (var at in (string[])["03-03 11:01", "03-03 15:00", "03-04 10:30", "03-04 11:00", "03-05 10:00"])
            Assert.Equal((DeadlineState.Breached, Local("03-03 11:00")), (At(replay, at).Resolution.State, At(replay, at).Resolution.BreachedAt));
    }

    [Fact]
    public void What_is_not_promised_has_neither_state_nor_due()
    {
        var replay = Of(Created("answer only"), Event("03-03 11:00", ClockEventType.AgentReply), Changed("03-03 12:00", "nobody's"));

        Assert.Equal(new(null, null, Minutes(60), null, []), At(replay, "03-03 14:00").Response);
        Assert.Equal(DeadlineState.Running, At(replay, "03-03 11:30").Resolution.State);
        Assert.Equal((null, null, Minutes(180)), Brief(At(replay, "03-03 14:00").Resolution));
    }

    [Fact]
    public void Events_of_one_instant_happen_in_the_order_given()
    {
        var replay = Of(Created("high"), Event("03-03 11:00", ClockEventType.Resolved), Event("03-03 11:00", ClockEventType.Reopened), Waiting("03-03 11:00"));

        Assert.Equal(DeadlineState.Paused, At(replay, "03-03 11:00").Resolution.State);
    }

    public static TheoryData<HistoryFault, int, ClockEvent[]> Wrong => new()
    {
        { HistoryFault.Empty, 0, [] },
        { HistoryFault.DoesNotBeginWithCreated, 0, [Waiting("03-03 10:00")] },
        { HistoryFault.CreatedAgain, 1, [Created("high"), Created("high")] },
        { HistoryFault.PriorityMissing, 0, [new ClockEvent(Local("03-03 10:00"), ClockEventType.Created)] },
        { HistoryFault.PriorityMissing, 1, [Created("high"), Changed("03-03 11:00", " ")] },
        { HistoryFault.OutOfOrder, 2, [Created("high"), Waiting("03-03 12:00"), Event("03-03 11:00", ClockEventType.Resolved)] },
        { HistoryFault.OutOfOrder, 1, [Created("high"), Waiting("03-03 09:00")] },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void What_is_no_history_is_told_by_its_place(HistoryFault fault, int index, ClockEvent[] events)
    {
        Assert.False(ClockHistory.TryCreate(events, out _, out var problem));
        Assert.Equal(new HistoryProblem(index, fault), problem);
    }

    [Fact]
    public void Nothing_can_be_asked_of_before_the_creation() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(Created("high")).At(Local("03-03 09:59")));

    [Fact]
    public async Task The_same_history_gives_a_ticket_the_same_due_and_breach()
    {
        var it = await FiledAsync("03-03 10:00");
        Dictionary<string, ClockTargets> promised = new()
        {
            ["high"] = new(Minutes(120), Minutes(960)),
            ["medium"] = new(Minutes(240), Minutes(2400)),
            ["low"] = new(Minutes(480), Minutes(4800)),
        };
        ClockEvent[] events =
        [
            Created("medium"), Waiting("03-03 11:00"), Event("03-03 15:30", ClockEventType.CustomerResponded), Event("03-03 16:10", ClockEventType.AgentReply),
            Changed("03-04 10:00", "low"), Waiting("03-05 09:00"), Event("03-05 15:00", ClockEventType.Resolved), Event("03-10 10:00", ClockEventType.Reopened),
            Changed("03-11 14:00", "high"), Waiting("03-12 09:00"), Event("03-13 11:00", ClockEventType.CustomerResponded),
        ];
        Assert.True(ClockHistory.TryCreate(events, out var history, out _));
        var replay = new ClockReplay(Office, promised, history);

        foreach (var happened in events.Skip(1))
        {
            Do(it.At(Hand(happened.At)), happened);
            it.Swept(Hand(happened.At.AddMinutes(1)));
            var state = replay.At(it.Now);
            Assert.Equal(it.FirstResponse.DueAt, state.Response.DueAt);
            Assert.Equal((it.FirstResponse.State, it.FirstResponse.BreachedAt), (state.Response.State, state.Response.BreachedAt));
            Assert.Equal((it.Resolution.State, it.Resolution.BreachedAt), (state.Resolution.State, state.Resolution.BreachedAt));
            if (state.Resolution.State == DeadlineState.Running) Assert.Equal(it.Resolution.DueAt, state.Resolution.DueAt);
        }

        it.Swept("03-20 10:00");
        Assert.NotNull(it.Resolution.BreachedAt);
        Assert.NotNull(it.FirstResponse.BreachedAt);
        var last = replay.At(it.Now);
        Assert.Equal((it.FirstResponse.BreachedAt, it.Resolution.BreachedAt, it.Resolution.DueAt), (last.Response.BreachedAt, last.Resolution.BreachedAt, last.Resolution.DueAt));
    }

    private static string Hand(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(-5)).ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static Case Do(Case it, ClockEvent happened) => happened.Type switch
    {
        ClockEventType.AgentReply => it.Reply(),
        ClockEventType.WaitingOnCustomer => it.Wait(),
        ClockEventType.CustomerResponded => it.Hear(),
        ClockEventType.Resolved => it.Answer(),
        ClockEventType.Reopened => it.Reopen(),
        ClockEventType.PriorityChanged => it.Become(Enum.Parse<Priority>(happened.Priority!, ignoreCase: true)),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.Type, "A ticket is created once."),
    };

    private static ClockReplay Of(params ClockEvent[] events)
    {
        Assert.True(ClockHistory.TryCreate(events, out var history, out var problem), problem?.ToString());
        return new ClockReplay(Office, Targets, history);
    }

    private static ClockState At(ClockReplay replay, string at) => replay.At(Local(at));

    private static (DeadlineState?, DateTimeOffset?, TimeSpan) Brief(ClockReading reading) => (reading.State, reading.DueAt, reading.Used);

    private static ClockEvent Created(string priority) => new(Local("03-03 10:00"), ClockEventType.Created, priority);

    private static ClockEvent Changed(string at, string priority) => new(Local(at), ClockEventType.PriorityChanged, priority);

    private static ClockEvent Waiting(string at) => Event(at, ClockEventType.WaitingOnCustomer);

    private static ClockEvent Event(string at, ClockEventType type) => new(Local(at), type);

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);
}
