using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Queue;

/// <summary>The filter as programs write it. All are texts, so that each bad value can be answered by name.</summary>
internal sealed record TicketParameters(
    [property: FromQuery, Description("Rows of a page, 1 to 200; 50 unless said.")] string? Limit,
    [property: FromQuery, Description("The next of the page before.")] string? Cursor,
    [property: FromQuery, Description("true: also count all pages, as total. More than 10000 are not counted: total is then 10001.")] string? Count,
    [property: FromQuery, Description("open (unless said), any or done.")] string? Scope,
    [property: FromQuery, Description("Number of the member of staff who owns it.")] string? Owner,
    [property: FromQuery, Description("true: only those without an owner.")] string? Unassigned,
    [property: FromQuery, Description("Number of the area.")] string? Area,
    [property: FromQuery, Description("Number of a queue of an area.")] string? Queue,
    [property: FromQuery, Description("Number of the contact who filed it with their name.")] string? Petitioner,
    [property: FromQuery, Description("petition, complaint, claim, suggestion, inquiry, documentRequest, report or compliment.")] string? Kind,
    [property: FromQuery, Description("web, email, telephone, inPerson, chat, socialNetwork, suggestionBox, post, mobileApp, api or internal.")] string? Channel,
    [property: FromQuery, Description("low, medium or high.")] string? Priority,
    [property: FromQuery, Description("filed, inProgress, awaitingPetitioner, answered or closed.")] string? Status,
    [property: FromQuery, Description("overdue, withinTheHour or today.")] string? Due,
    [property: FromQuery, Description("The topic, whole.")] string? Topic,
    [property: FromQuery, Description("true: only those without a topic.")] string? NoTopic,
    [property: FromQuery, Description("The product or platform, whole.")] string? Product,
    [property: FromQuery, Description("A tag; case and accents do not matter.")] string? Tag,
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

    /// <param name="given">The names in the query: a misspelt filter must not widen the list silently.</param>
    public QueueView Read(ParameterReading read, IEnumerable<string> given)
    {
        foreach (var name in given.Where(name => !Names.Contains(name))) read.Refuse(name, "Api.Unknown");
        var scope = read.Word<TicketScope>("scope", Scope) ?? TicketScope.Open;
        var filter = new TicketFilter
        {
            Scope = scope,
            OwnerId = read.Whole("owner", Owner),
            Unassigned = read.Switch("unassigned", Unassigned) ?? false,
            AreaId = read.Whole("area", Area),
            WorkQueueId = read.Whole("queue", Queue),
            PetitionerId = read.Whole("petitioner", Petitioner),
            Kind = read.Word<TicketKind>("kind", Kind),
            Channel = read.Word<Channel>("channel", Channel),
            Priority = read.Word<Priority>("priority", Priority),
            Status = read.Word<TicketStatus>("status", Status),
            Due = read.Word<DueFilter>("due", Due),
            Topic = read.Words("topic", Topic, Filing.TopicLimit),
            NoTopic = read.Switch("noTopic", NoTopic) ?? false,
            Product = read.Words("product", Product, Domain.Routing.Product.NameLimit),
            Tag = read.Words("tag", Tag, Domain.CaseFiles.Tag.Limit),
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
        return new QueueView(
            filter,
            read.Cursor("cursor", Cursor, filter.Sorted),
            read.Whole("limit", Limit, 1, MostRows) ?? QueueView.PageSize,
            read.Switch("count", Count) ?? false);
    }
}
