namespace PqrsDesk.Domain.Tickets;

/// <summary>Which tickets a list shows. A value: equal filters are the same view, whoever looks.</summary>
/// <remarks>
/// The attributes are choices of one value or several, or of all but these; <see cref="Match"/> says whether a ticket must
/// suit all that are given or any. All else (where it stands, deadlines, dates, words, whose) holds in either case.
/// </remarks>
public sealed record TicketFilter
{
    /// <summary>In <see cref="OwnerId"/>: whoever looks; <see cref="For"/> turns it into a number.</summary>
    public const int Me = -1;

    /// <summary>In <see cref="OwnerId"/>: without an owner.</summary>
    public const int Nobody = 0;

    public TicketScope Scope { get; init; } = TicketScope.Open;

    /// <summary>Those of whoever looks; <see cref="For"/> turns it into an owner.</summary>
    public bool Mine { get; init; }

    /// <summary>Whose they must be, whatever the attributes say: what <see cref="For"/> makes of "mine".</summary>
    public int? HolderId { get; init; }
    public bool Unassigned { get; init; }

    /// <summary>Those that whoever looks follows; <see cref="For"/> turns it into <see cref="FollowerId"/>.</summary>
    public bool Following { get; init; }

    /// <summary>Who must follow them: what <see cref="For"/> makes of "followed".</summary>
    public int? FollowerId { get; init; }
    public FilterMatch Match { get; init; } = FilterMatch.All;

    /// <summary>Numbers of members, <see cref="Me"/> and <see cref="Nobody"/> among them.</summary>
    public Choice<int>? OwnerId { get; init; }
    public Choice<int>? AreaId { get; init; }

    /// <summary>Queues (bandejas) of areas.</summary>
    public Choice<int>? WorkQueueId { get; init; }

    /// <summary>Contracts that they stand on.</summary>
    public Choice<int>? ContractId { get; init; }

    /// <summary>What one contact filed with their name: never a case whose identity is reserved.</summary>
    public int? PetitionerId { get; init; }

    /// <summary>The ticket that was the first to say what these nearly say too, itself among them: see <see cref="Ticket.Signature"/>.</summary>
    public long? AlikeTo { get; init; }
    public Choice<TicketKind>? Kind { get; init; }
    public Choice<Channel>? Channel { get; init; }
    public Choice<Priority>? Priority { get; init; }
    public Choice<TicketStatus>? Status { get; init; }
    public DueFilter? Due { get; init; }
    public Choice<string>? Topic { get; init; }

    /// <summary>Those that nobody has put under a topic.</summary>
    public bool NoTopic { get; init; }

    /// <summary>Products or platforms, whole.</summary>
    public Choice<string>? Product { get; init; }

    /// <summary>Tags, in whatever letters: see <see cref="CaseFiles.Tag.KeyOf"/>.</summary>
    public Choice<string>? Tag { get; init; }

    /// <summary>What the house's own fields say.</summary>
    public FieldChoices? Fields { get; init; }

    /// <summary>Whether a step of good care is late. Null: either.</summary>
    public bool? StepLate { get; init; }

    /// <summary>Words of the radicado, the subject, the petitioner's name, the description or the messages, the last perhaps only begun: see <see cref="WordQuery"/>.</summary>
    public string? Text { get; init; }

    /// <summary>Local dates, both included.</summary>
    public DateOnly? FiledFrom { get; init; }
    public DateOnly? FiledTo { get; init; }
    public DateOnly? AnsweredFrom { get; init; }
    public DateOnly? AnsweredTo { get; init; }
    public DateOnly? ClosedFrom { get; init; }
    public DateOnly? ClosedTo { get; init; }

    /// <summary>Instants: from the first on, before the second.</summary>
    public DateTimeOffset? RepliedFrom { get; init; }
    public DateTimeOffset? RepliedBefore { get; init; }

    /// <summary>Those that still wait for the first reply.</summary>
    public bool Unreplied { get; init; }

    /// <summary>Whether the answer that was owed was late. Null: either.</summary>
    public bool? Late { get; init; }

    /// <summary>Whether the first reply that was owed was late. Null: either.</summary>
    public bool? ReplyLate { get; init; }

    /// <summary>Those that were opened again at least once.</summary>
    public bool Reopened { get; init; }

    /// <summary>Only those that are set aside until an instant, or none of them. Null: either.</summary>
    public bool? Snoozed { get; init; }

    /// <summary>
    /// The desk as it stood just before this instant: what was filed, replied, answered or missed from then on had not
    /// happened. <see cref="Scope"/>, <see cref="Unreplied"/>, <see cref="Late"/> and <see cref="ReplyLate"/> go by it. Null: now.
    /// </summary>
    public DateTimeOffset? AsOf { get; init; }
    public TicketOrder Order { get; init; } = TicketOrder.Due;

    /// <summary>How it is really ordered: deadlines order what is open now, and in all else the newest come first.</summary>
    public TicketOrder Sorted => Scope == TicketScope.Open && AsOf is null ? Order : TicketOrder.Newest;

    /// <summary>Whether what it shows changes by the clock alone.</summary>
    public bool FollowsTheClock => Due is not null || StepLate is not null;

    /// <summary>The same filter, with "mine" said of somebody: what they have set aside is not before them.</summary>
    public TicketFilter For(int? memberId)
    {
        // Whoever is no member owns nothing: "me" stays, and is nobody's number.
        var me = memberId ?? Me;
        return this with
        {
            Mine = false,
            HolderId = Mine ? me : HolderId,
            Following = false,
            FollowerId = Following ? me : FollowerId,
            OwnerId = OwnerId is { } owners ? Choices.Of(owners.Values.Select(owner => owner == Me ? me : owner), owners.Not) : null,
            Snoozed = Mine ? Snoozed ?? false : Snoozed,
        };
    }

    /// <summary>What makes two tags the same; null: none is asked for.</summary>
    public Choice<string>? TagKeys => Tag is { } tags ? Choices.Of(tags.Values.Select(CaseFiles.Tag.KeyOf), tags.Not) : null;

    /// <summary>What must be found in the text; null when it asks for none. A text without a word finds nothing.</summary>
    public WordQuery? Words => string.IsNullOrWhiteSpace(Text) ? null : WordQuery.Read(Text);

    /// <param name="ticket">With its whole log, where the filter asks for words; with its signature, where it asks for what is alike; with its followers, where it asks for them.</param>
    /// <param name="midnight">The end of the desk's day.</param>
    public bool Matches(Ticket ticket, DateTimeOffset now, DateTimeOffset midnight) =>
        (Scope == TicketScope.Any || IsOpen(ticket) == (Scope == TicketScope.Open))
        && (AsOf is null || ticket.FiledAt < AsOf)
        && (!Unassigned || ticket.OwnerId is null)
        && (HolderId is null || ticket.OwnerId == HolderId)
        && (FollowerId is null || ticket.FollowerRows.Any(each => each.StaffId == FollowerId))
        && Suits(ticket, now)
        && (PetitionerId is null || (ticket.PetitionerId == PetitionerId && !ticket.ReservedIdentity))
        && (AlikeTo is null || ticket.Signature?.GroupId == AlikeTo)
        && (!NoTopic || ticket.Topic is null)
        && IsDue(ticket.QueueAt, now, midnight)
        && (Words is not { } words || words.Matches(SearchedWords.Of(ticket.Events.OrderBy(line => line.Sequence).Select(line => line.Event))))
        && Within(ticket.FiledOn, FiledFrom, FiledTo)
        && Within(ticket.AnsweredOn, AnsweredFrom, AnsweredTo)
        && Within(ticket.ClosedOn, ClosedFrom, ClosedTo)
        && (RepliedFrom is null || ticket.FirstReplyAt >= RepliedFrom)
        && (RepliedBefore is null || ticket.FirstReplyAt < RepliedBefore)
        && (!Unreplied || ticket.FirstReplyAt is null || ticket.FirstReplyAt >= AsOf)
        && (Late is null || Late == ticket.MissedBy(AsOf ?? now))
        && (ReplyLate is null || ReplyLate == ticket.FirstResponseBreachedAt < (AsOf ?? Ticket.Never))
        && (!Reopened || ticket.ReopenedCount > 0)
        && (Snoozed is null || Snoozed == ticket.SnoozedUntil is not null);

    private bool Suits(Ticket ticket, DateTimeOffset now)
    {
        var said = Verdicts(ticket, now).OfType<bool>();
        return Match == FilterMatch.All ? said.All(suits => suits) : said.DefaultIfEmpty(true).Any(suits => suits);
    }

    /// <summary>Of each attribute whether it suits; null where none is chosen.</summary>
    private IEnumerable<bool?> Verdicts(Ticket ticket, DateTimeOffset now) =>
    [
        OwnerId?.Holds(ticket.OwnerId ?? Nobody),
        AreaId?.Holds(ticket.AreaId),
        ticket.ContractId is { } contract ? ContractId?.Holds(contract) : ContractId?.Not,
        ticket.WorkQueueId is { } queue ? WorkQueueId?.Holds(queue) : WorkQueueId?.Not,
        Kind?.Holds(ticket.Kind),
        Channel?.Holds(ticket.Channel),
        Priority?.Holds(ticket.Priority),
        Status?.Holds(ticket.Status),
        ticket.Topic is { } topic ? Topic?.Holds(topic) : Topic?.Not,
        ticket.Product is { } product ? Product?.Holds(product) : Product?.Not,
        TagKeys?.HoldsAny((ticket.CaseFile?.Tags ?? []).Select(CaseFiles.Tag.KeyOf)),
        .. (Fields?.Each ?? []).Select(field => (bool?)field.Keys.HoldsAny(CaseFiles.CaseField.Of(ticket.Id, ticket.CaseFile).Where(row => row.FieldId == field.FieldId).Select(row => row.Value))),
        StepLate is { } late ? late == ticket.NextStepAt < now : null,
    ];

    private bool IsOpen(Ticket ticket) => AsOf is null ? ticket.IsOpen : (ticket.AnsweredAt ?? ticket.ClosedAt) is not { } left || left >= AsOf;

    private bool IsDue(DateTimeOffset due, DateTimeOffset now, DateTimeOffset midnight) => Due switch
    {
        null => true,
        DueFilter.Overdue => due < now,
        DueFilter.WithinTheHour => due >= now && due <= now.AddHours(1),
        DueFilter.Today => due >= now && due < midnight,
        DueFilter.InSevenDays => due >= midnight && due < midnight.AddDays(7),
        DueFilter.Later => due >= midnight.AddDays(7) && due < Ticket.Never,
        DueFilter.Never => due >= Ticket.Never,
        _ => throw new InvalidOperationException($"No such filter: {Due}."),
    };

    private static bool Within(DateOnly? date, DateOnly? from, DateOnly? to) =>
        (from is null || date >= from) && (to is null || date <= to);
}
