using System.Globalization;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Ui;

/// <summary>A <see cref="TicketFilter"/> as an address, so that any view can be bookmarked, shared and linked to.</summary>
/// <remarks>What an address says that is not understood is left out: an old bookmark opens a wider view, never an error.</remarks>
public static class FilterAddress
{
    private const string Yes = "true";
    private const string AnyOf = "alguna";
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'";

    /// <summary>What the owner's choice says where others say a number.</summary>
    private const string Me = "yo", Nobody = "nadie";

    /// <summary>Texts longer than this no form lets through.</summary>
    private const int LongestText = 200;

    public static string Of(TicketFilter filter) => DeskUrls.QueueWith(Parameters(filter));

    /// <param name="wholly">Also what goes without saying: then it is told from a filter that says nothing.</param>
    public static IEnumerable<(string Name, string? Value)> Parameters(TicketFilter filter, bool wholly = false) =>
    [
        (QueueParameter.Scope, filter.Scope == TicketScope.Open && !wholly ? null : filter.Scope.ToString()),
        (QueueParameter.Mine, filter.Mine ? Yes : null),
        (QueueParameter.Following, filter.Following ? Yes : null),
        (QueueParameter.Unassigned, filter.Unassigned ? Yes : null),
        .. Each(QueueParameter.Owner, filter.OwnerId, owner => owner switch { TicketFilter.Me => Me, TicketFilter.Nobody => Nobody, _ => Number(owner) }),
        .. Each(QueueParameter.Area, filter.AreaId, area => Number(area)),
        .. Each(QueueParameter.WorkQueue, filter.WorkQueueId, queue => Number(queue)),
        .. Each(QueueParameter.Contract, filter.ContractId, contract => Number(contract)),
        .. Each(QueueParameter.Kind, filter.Kind, kind => kind.ToString()),
        .. Each(QueueParameter.Channel, filter.Channel, channel => channel.ToString()),
        .. Each(QueueParameter.Priority, filter.Priority, priority => priority.ToString()),
        .. Each(QueueParameter.Status, filter.Status, status => status.ToString()),
        .. Each(QueueParameter.Topic, filter.Topic, topic => topic),
        .. Each(QueueParameter.Product, filter.Product, product => product),
        .. Each(QueueParameter.Tag, filter.Tag, tag => tag),
        .. (filter.Fields?.Each ?? []).SelectMany(field => Each(QueueParameter.Field + Number(field.FieldId), field.Values, value => value)),
        (QueueParameter.StepLate, Either(filter.StepLate)),
        (QueueParameter.Match, filter.Match == FilterMatch.Any ? AnyOf : null),
        (QueueParameter.Petitioner, Number(filter.PetitionerId)),
        (QueueParameter.AlikeTo, filter.AlikeTo?.ToString(CultureInfo.InvariantCulture)),
        (QueueParameter.Due, filter.Due?.ToString()),
        (QueueParameter.NoTopic, filter.NoTopic ? Yes : null),
        (QueueParameter.Text, filter.Text),
        (QueueParameter.FiledFrom, Date(filter.FiledFrom)),
        (QueueParameter.FiledTo, Date(filter.FiledTo)),
        (QueueParameter.AnsweredFrom, Date(filter.AnsweredFrom)),
        (QueueParameter.AnsweredTo, Date(filter.AnsweredTo)),
        (QueueParameter.ClosedFrom, Date(filter.ClosedFrom)),
        (QueueParameter.ClosedTo, Date(filter.ClosedTo)),
        (QueueParameter.RepliedFrom, Instant(filter.RepliedFrom)),
        (QueueParameter.RepliedBefore, Instant(filter.RepliedBefore)),
        (QueueParameter.Unreplied, filter.Unreplied ? Yes : null),
        (QueueParameter.Late, Either(filter.Late)),
        (QueueParameter.ReplyLate, Either(filter.ReplyLate)),
        (QueueParameter.Reopened, filter.Reopened ? Yes : null),
        (QueueParameter.Snoozed, Either(filter.Snoozed)),
        (QueueParameter.AsOf, Instant(filter.AsOf)),
        (QueueParameter.Sort, filter.Order == TicketOrder.Due ? null : filter.Order.ToString()),
    ];

    /// <summary>The same address where something that it names is called otherwise now. All else of it stays as it is written.</summary>
    public static string Renamed(string address, string parameter, string from, string to)
    {
        var start = address.IndexOf('?', StringComparison.Ordinal) + 1;
        return address[..start] + string.Join('&', address[start..].Split('&').Select(part => part.Split('=', 2) is [var name, var value] && name == parameter
            && Uri.UnescapeDataString(value.Replace('+', ' ')) == from ? $"{name}={Uri.EscapeDataString(to)}" : part));
    }

    public static TicketFilter Read(string addressOrQuery) => Read(addressOrQuery, out _);

    /// <param name="strange">What was left out, as the address says it.</param>
    public static TicketFilter Read(string addressOrQuery, out IReadOnlyList<string> strange)
    {
        var read = new AddressReading(addressOrQuery);
        strange = read.Strange;
        return new TicketFilter
        {
            Scope = read.Word<TicketScope>(QueueParameter.Scope) ?? TicketScope.Open,
            Mine = read.Switch(QueueParameter.Mine),
            Following = read.Switch(QueueParameter.Following),
            Unassigned = read.Switch(QueueParameter.Unassigned),
            OwnerId = read.Choice(QueueParameter.Owner, text => text switch { Me => TicketFilter.Me, Nobody => TicketFilter.Nobody, _ => Whole(text) }),
            AreaId = read.Choice(QueueParameter.Area, Whole),
            WorkQueueId = read.Choice(QueueParameter.WorkQueue, Whole),
            ContractId = read.Choice(QueueParameter.Contract, Whole),
            PetitionerId = read.Whole(QueueParameter.Petitioner),
            AlikeTo = read.Long(QueueParameter.AlikeTo),
            Kind = read.Choice<TicketKind>(QueueParameter.Kind),
            Channel = read.Choice<Channel>(QueueParameter.Channel),
            Priority = read.Choice<Priority>(QueueParameter.Priority),
            Status = read.Choice<TicketStatus>(QueueParameter.Status),
            Match = read.Known(QueueParameter.Match, AnyOf) ? FilterMatch.Any : FilterMatch.All,
            Due = read.Word<DueFilter>(QueueParameter.Due),
            Topic = read.Choice(QueueParameter.Topic, LongestText),
            Text = read.Text(QueueParameter.Text, LongestText),
            FiledFrom = read.Day(QueueParameter.FiledFrom),
            FiledTo = read.Day(QueueParameter.FiledTo),
            AnsweredFrom = read.Day(QueueParameter.AnsweredFrom),
            AnsweredTo = read.Day(QueueParameter.AnsweredTo),
            ClosedFrom = read.Day(QueueParameter.ClosedFrom),
            ClosedTo = read.Day(QueueParameter.ClosedTo),
            NoTopic = read.Switch(QueueParameter.NoTopic),
            Product = read.Choice(QueueParameter.Product, LongestText),
            Tag = read.Choice(QueueParameter.Tag, LongestText),
            Fields = Fields(read),
            StepLate = read.YesOrNo(QueueParameter.StepLate),
            RepliedFrom = read.At(QueueParameter.RepliedFrom, InstantFormat),
            RepliedBefore = read.At(QueueParameter.RepliedBefore, InstantFormat),
            Unreplied = read.Switch(QueueParameter.Unreplied),
            Late = read.YesOrNo(QueueParameter.Late),
            ReplyLate = read.YesOrNo(QueueParameter.ReplyLate),
            Reopened = read.Switch(QueueParameter.Reopened),
            Snoozed = read.YesOrNo(QueueParameter.Snoozed),
            AsOf = read.At(QueueParameter.AsOf, InstantFormat),
            Order = read.Word<TicketOrder>(QueueParameter.Sort) ?? TicketOrder.Due,
        };
    }

    private static IEnumerable<(string, string?)> Each<T>(string name, Choice<T>? choice, Func<T, string?> say)
        where T : notnull
    {
        if (choice is null) yield break;
        foreach (var value in choice.Values) yield return (name, say(value));
        if (choice.Not) yield return (QueueParameter.Except, name);
    }

    /// <summary>What names no number says nothing of any field.</summary>
    private static FieldChoices? Fields(AddressReading read) => FieldChoices.Of(
        from name in read.Names(QueueParameter.Field)
        let id = read.NumberIn(name, QueueParameter.Field)
        let values = id is null ? null : read.Choice(name, FieldValues.LongTextLimit)
        where values is not null
        select new FieldChoice(id.Value, values));

    private static int? Whole(string text) => AddressReading.Number(text);

    private static string? Either(bool? value) => value is { } known ? known ? Yes : "false" : null;

    private static string? Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
