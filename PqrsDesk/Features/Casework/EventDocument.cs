using System.Text.Json;
using System.Text.Json.Serialization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Casework;

/// <summary>A line of a ticket's history, as programs read it.</summary>
/// <param name="Version">Its place in the history: the version of the ticket after it.</param>
/// <param name="What">The kind of event by its stored name, such as <c>filed</c>, <c>replied</c> or <c>answered</c>.</param>
/// <param name="ByKind">Staff, petitioner, the desk itself, or a program.</param>
/// <param name="Details">What the event carries, by kind: the text of a reply, the name of a file.</param>
public sealed record EventDocument(int Version, string What, DateTimeOffset At, ActorKind ByKind, string By, JsonElement Details)
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    internal static EventDocument Of(LoggedEvent line) => new(
        line.Sequence, line.Event.StoredName, line.At, line.ByKind, line.ByName, JsonSerializer.SerializeToElement(line.Event, line.Event.GetType(), Written));
}

/// <summary>A piece of a ticket's history.</summary>
/// <param name="Next">What to ask for as <c>after</c> next, now or later.</param>
public sealed record EventList(IReadOnlyList<EventDocument> Items, int Next);

/// <summary>Something that happened on a ticket, and where the ticket stands now.</summary>
/// <param name="Position">Grows over the whole desk in the order of the commits.</param>
/// <param name="Version">Of the ticket after it.</param>
/// <param name="Status">Of the ticket now.</param>
public sealed record ChangeDocument(long Position, string Number, int Version, string What, DateTimeOffset At, TicketStatus Status, int AreaId, int? OwnerId);

/// <summary>What changed on the whole desk.</summary>
/// <param name="Next">What to ask for as <c>after</c> next, now or later.</param>
public sealed record ChangeList(IReadOnlyList<ChangeDocument> Items, long Next);
