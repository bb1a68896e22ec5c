using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;
using PqrsDesk.Features.Queue.Views;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue;

/// <summary>The filter as programs write it. All are texts, so that each bad value can be answered by name.</summary>
internal sealed record TicketParameters(
    [property: FromQuery, Description("Rows of a page, 1 to 200; 50 unless said.")] string? Limit,
    [property: FromQuery, Description("The next of the page before.")] string? Cursor,
    [property: FromQuery, Description("true: also count all pages, as total. More than 10000 are not counted: total is then 10001.")] string? Count,
    [property: FromQuery, Description("open (unless said), any or done.")] string? Scope,
    [property: FromQuery, Description("Numbers of the members of staff who own them, with commas between them; 0: nobody.")] string? Owner,
    [property: FromQuery, Description("true: only those without an owner.")] string? Unassigned,
    [property: FromQuery, Description("Numbers of areas, with commas.")] string? Area,
    [property: FromQuery, Description("Numbers of queues of areas, with commas.")] string? Queue,
    [property: FromQuery, Description("Number of the contact who filed it with their name.")] string? Petitioner,
    [property: FromQuery, Description("petition, complaint, claim, suggestion, inquiry, documentRequest, report or compliment; several with commas.")] string? Kind,
    [property: FromQuery, Description("web, email, telephone, inPerson, chat, socialNetwork, suggestionBox, post, mobileApp, api or internal; several with commas.")] string? Channel,
    [property: FromQuery, Description("low, medium or high; several with commas.")] string? Priority,
    [property: FromQuery, Description("filed, inProgress, awaitingPetitioner, answered or closed; several with commas.")] string? Status,
    [property: FromQuery, Description("overdue, withinTheHour, today, inSevenDays, later or never.")] string? Due,
    [property: FromQuery, Description("The topic, whole; several each by itself.")] string[]? Topic,
    [property: FromQuery, Description("true: only those without a topic.")] string? NoTopic,
    [property: FromQuery, Description("The product or platform, whole; several each by itself.")] string[]? Product,
    [property: FromQuery, Description("A tag; case and accents do not matter. Several each by itself.")] string[]? Tag,
    [property: FromQuery, Description("A field of the house by its key and what it says, as account:100237; several each by itself.")] string[]? Field,
    [property: FromQuery, Description("true: a step of good care is late; false: none is.")] string? StepLate,
    [property: FromQuery, Description("Which of owner, area, queue, kind, channel, priority, status, topic, product, tag and field are excluded, with commas: not=kind is all but those kinds.")] string? Not,
    [property: FromQuery, Description("all (unless said): each of those; any: one of them is enough.")] string? Match,
    [property: FromQuery, Description("Number of a saved view that is for all. It stands alone: of the other parameters only limit, cursor and count go with it.")] string? View,
    [property: FromQuery, Description("Words of the number, the subject, the petitioner, the description or the messages; the last may be only begun.")] string? Text,
    [property: FromQuery, Description("true: the answer owed was late; false: it was not.")] string? Late,
    [property: FromQuery, Description("First local date of filing, yyyy-MM-dd.")] string? FiledFrom,
    [property: FromQuery, Description("Last local date of filing.")] string? FiledTo,
    [property: FromQuery, Description("First local date of the answer.")] string? AnsweredFrom,
    [property: FromQuery, Description("Last local date of the answer.")] string? AnsweredTo,
    [property: FromQuery, Description("First local date of closing.")] string? ClosedFrom,
    [property: FromQuery, Description("Last local date of closing.")] string? ClosedTo,
    [property: FromQuery, Description("The first reply was given at this instant or later, ISO 8601.")] string? RepliedFrom,
    [property: FromQuery, Description("The first reply was given before this instant.")] string? RepliedBefore,
    [property: FromQuery, Description("true: only those that wait for the first reply.")] string? Unreplied,
    [property: FromQuery, Description("true: the first reply owed was late; false: it was not.")] string? ReplyLate,
    [property: FromQuery, Description("true: only those that were opened again.")] string? Reopened,
    [property: FromQuery, Description("true: only those that are set aside until an instant; false: none of them.")] string? Snoozed,
    [property: FromQuery, Description("The desk as it stood just before this instant.")] string? AsOf,
    [property: FromQuery, Description("due or newest.")] string? Order)
{
    public const int MostRows = 200;

    private static readonly HashSet<string> Names = new(
        typeof(TicketParameters).GetProperties().Select(property => property.Name), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> BesideView = new(["view", "limit", "cursor", "count"], StringComparer.OrdinalIgnoreCase);

    /// <param name="given">The names in the query: a misspelt filter must not widen the list silently.</param>
    public async Task<QueueView> ReadAsync(ParameterReading read, IEnumerable<string> given, ViewShelf views, ViewReader reader, FieldBook fields)
    {
        List<string> said = [.. given];
        foreach (var name in said.Where(name => !Names.Contains(name))) read.Refuse(name, "Api.Unknown");
        if (read.Whole("view", View) is { } number)
        {
            foreach (var name in said.Where(name => Names.Contains(name) && !BesideView.Contains(name))) read.Refuse(name, "Api.BesideView");
            if (await views.FindAsync(number, reader) is { } saved) return Page(read, FilterAddress.Read(saved.Address).For(reader.MemberId));
            read.Refuse("view", "Api.View");
        }

        return Page(read, Filter(read, fields));
    }

    private TicketFilter Filter(ParameterReading read, FieldBook fields)
    {
        var scope = read.Word<TicketScope>("scope", Scope) ?? TicketScope.Open;
        var not = read.Among("not", Not, "owner", "area", "queue", "kind", "channel", "priority", "status", "topic", "product", "tag", "field");
        return new TicketFilter
        {
            Scope = scope,
            OwnerId = read.Choice("owner", Owner, not.Contains("owner"), TicketFilter.Nobody),
            Unassigned = read.Switch("unassigned", Unassigned) ?? false,
            AreaId = read.Choice("area", Area, not.Contains("area")),
            WorkQueueId = read.Choice("queue", Queue, not.Contains("queue")),
            PetitionerId = read.Whole("petitioner", Petitioner),
            Kind = read.Choice<TicketKind>("kind", Kind, not.Contains("kind")),
            Channel = read.Choice<Channel>("channel", Channel, not.Contains("channel")),
            Priority = read.Choice<Priority>("priority", Priority, not.Contains("priority")),
            Status = read.Choice<TicketStatus>("status", Status, not.Contains("status")),
            Match = read.Word<FilterMatch>("match", Match) ?? FilterMatch.All,
            Due = read.Word<DueFilter>("due", Due),
            Topic = read.Choice("topic", Topic, Filing.TopicLimit, not.Contains("topic")),
            NoTopic = read.Switch("noTopic", NoTopic) ?? false,
            Product = read.Choice("product", Product, Domain.Catalogue.Product.NameLimit, not.Contains("product")),
            Tag = read.Choice("tag", Tag, Domain.CaseFiles.Tag.Limit, not.Contains("tag")),
            Fields = read.Fields("field", Field, fields, not.Contains("field")),
            StepLate = read.Switch("stepLate", StepLate),
            Text = read.Words("text", Text, Filing.SubjectLimit),
            Late = read.Switch("late", Late),
            FiledFrom = read.Day("filedFrom", FiledFrom),
            FiledTo = read.Day("filedTo", FiledTo),
            AnsweredFrom = read.Day("answeredFrom", AnsweredFrom),
            AnsweredTo = read.Day("answeredTo", AnsweredTo),
            ClosedFrom = read.Day("closedFrom", ClosedFrom),
            ClosedTo = read.Day("closedTo", ClosedTo),
            RepliedFrom = read.Instant("repliedFrom", RepliedFrom),
            RepliedBefore = read.Instant("repliedBefore", RepliedBefore),
            Unreplied = read.Switch("unreplied", Unreplied) ?? false,
            ReplyLate = read.Switch("replyLate", ReplyLate),
            Reopened = read.Switch("reopened", Reopened) ?? false,
            Snoozed = read.Switch("snoozed", Snoozed),
            AsOf = read.Instant("asOf", AsOf),
            Order = read.Word<TicketOrder>("order", Order) ?? (scope == TicketScope.Open ? TicketOrder.Due : TicketOrder.Newest),
        };
    }

    private QueueView Page(ParameterReading read, TicketFilter filter) =>
        new(
            filter,
            read.Cursor("cursor", Cursor, filter.Sorted),
            read.Whole("limit", Limit, 1, MostRows) ?? QueueView.PageSize,
            read.Switch("count", Count) ?? false);
}
