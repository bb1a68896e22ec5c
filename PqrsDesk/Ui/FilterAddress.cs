using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Ui;

/// <summary>A <see cref="TicketFilter"/> as an address, so that any view can be bookmarked, shared and linked to.</summary>
/// <remarks>What an address says that is not understood is left out: an old bookmark opens a wider view, never an error.</remarks>
public static class FilterAddress
{
    private const string Yes = "true";
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'";

    public static string Of(TicketFilter filter) => DeskUrls.QueueWith(
        (QueueParameter.Scope, filter.Scope == TicketScope.Open ? null : filter.Scope.ToString()),
        (QueueParameter.Mine, filter.Mine ? Yes : null),
        (QueueParameter.Unassigned, filter.Unassigned ? Yes : null),
        (QueueParameter.Owner, Number(filter.OwnerId)),
        (QueueParameter.Area, Number(filter.AreaId)),
        (QueueParameter.WorkQueue, Number(filter.WorkQueueId)),
        (QueueParameter.Petitioner, Number(filter.PetitionerId)),
        (QueueParameter.AlikeTo, filter.AlikeTo?.ToString(CultureInfo.InvariantCulture)),
        (QueueParameter.Kind, filter.Kind?.ToString()),
        (QueueParameter.Channel, filter.Channel?.ToString()),
        (QueueParameter.Priority, filter.Priority?.ToString()),
        (QueueParameter.Status, filter.Status?.ToString()),
        (QueueParameter.Due, filter.Due?.ToString()),
        (QueueParameter.Topic, filter.Topic),
        (QueueParameter.NoTopic, filter.NoTopic ? Yes : null),
        (QueueParameter.Product, filter.Product),
        (QueueParameter.Tag, filter.Tag),
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
        (QueueParameter.Sort, filter.Order == TicketOrder.Due ? null : filter.Order.ToString()));

    public static TicketFilter Read(string addressOrQuery)
    {
        var start = addressOrQuery.IndexOf('?', StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(start < 0 ? "" : addressOrQuery[start..]);
        string? Text(string name) => query.TryGetValue(name, out var values) && values[^1] is { Length: > 0 } value ? value : null;
        bool Switch(string name) => string.Equals(Text(name), Yes, StringComparison.OrdinalIgnoreCase);
        T? Word<T>(string name) where T : struct, Enum => Enum.TryParse<T>(Text(name), ignoreCase: true, out var word) && Enum.IsDefined(word) ? word : null;
        int? Whole(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        DateOnly? Day(string name) => DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        bool? YesOrNo(string name) => bool.TryParse(Text(name), out var yes) ? yes : null;
        DateTimeOffset? At(string name) => DateTimeOffset.TryParseExact(Text(name), InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

        return new TicketFilter
        {
            Scope = Word<TicketScope>(QueueParameter.Scope) ?? TicketScope.Open,
            Mine = Switch(QueueParameter.Mine),
            Unassigned = Switch(QueueParameter.Unassigned),
            OwnerId = Whole(QueueParameter.Owner),
            AreaId = Whole(QueueParameter.Area),
            WorkQueueId = Whole(QueueParameter.WorkQueue),
            PetitionerId = Whole(QueueParameter.Petitioner),
            AlikeTo = long.TryParse(Text(QueueParameter.AlikeTo), NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : null,
            Kind = Word<TicketKind>(QueueParameter.Kind),
            Channel = Word<Channel>(QueueParameter.Channel),
            Priority = Word<Priority>(QueueParameter.Priority),
            Status = Word<TicketStatus>(QueueParameter.Status),
            Due = Word<DueFilter>(QueueParameter.Due),
            Topic = Text(QueueParameter.Topic),
            Text = Text(QueueParameter.Text),
            FiledFrom = Day(QueueParameter.FiledFrom),
            FiledTo = Day(QueueParameter.FiledTo),
            AnsweredFrom = Day(QueueParameter.AnsweredFrom),
            AnsweredTo = Day(QueueParameter.AnsweredTo),
            ClosedFrom = Day(QueueParameter.ClosedFrom),
            ClosedTo = Day(QueueParameter.ClosedTo),
            NoTopic = Switch(QueueParameter.NoTopic),
            Product = Text(QueueParameter.Product),
            Tag = Text(QueueParameter.Tag),
            RepliedFrom = At(QueueParameter.RepliedFrom),
            RepliedBefore = At(QueueParameter.RepliedBefore),
            Unreplied = Switch(QueueParameter.Unreplied),
            Late = YesOrNo(QueueParameter.Late),
            ReplyLate = YesOrNo(QueueParameter.ReplyLate),
            Reopened = Switch(QueueParameter.Reopened),
            Snoozed = YesOrNo(QueueParameter.Snoozed),
            AsOf = At(QueueParameter.AsOf),
            Order = Word<TicketOrder>(QueueParameter.Sort) ?? TicketOrder.Due,
        };
    }

    private static string? Either(bool? value) => value is { } known ? known ? Yes : "false" : null;

    private static string? Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
