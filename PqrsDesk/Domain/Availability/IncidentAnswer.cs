using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Availability;

/// <summary>What is done with each case of an incident when it is answered.</summary>
public enum IncidentAct
{
    /// <summary>A reply: the case stays open.</summary>
    Reply = 1,
    Answer = 2,
    AnswerAndClose = 3,
}

/// <summary>One answer for all cases of an incident, written once with places and sent to each as its own.</summary>
/// <remarks>Each case has a row that says whether it was sent, written with the reply in one transaction: after a stop it goes on with those that are left.</remarks>
public sealed class IncidentAnswer
{
    public const int TextLimit = Texts.MessageLimit;

    public int Id { get; private set; }
    public required int OutageId { get; init; }
    public required string Spanish { get; init; }

    /// <summary>Null: those who write in English are answered in Spanish.</summary>
    public string? English { get; init; }
    public required IncidentAct Act { get; init; }
    public required DateTimeOffset At { get; init; }
    public required int? ById { get; init; }
    public required string By { get; init; }
    public required Role? ByRole { get; init; }

    /// <summary>Null while cases are left.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    public Actor Actor => new(ById is null ? ActorKind.Program : ActorKind.Staff, ById, By, ByRole);

    public static AvailabilityRefusal? Refuse(string? spanish, string? english) =>
        string.IsNullOrWhiteSpace(spanish) ? new(AvailabilityProblem.TextMissing, nameof(Spanish))
        : AvailabilityRefusal.TooLong(spanish, TextLimit, nameof(Spanish)) ?? AvailabilityRefusal.TooLong(english, TextLimit, nameof(English))
            ?? Unknown(spanish, nameof(Spanish)) ?? Unknown(english ?? "", nameof(English));

    private static AvailabilityRefusal? Unknown(string text, string field) =>
        IncidentPlaces.Unknown(text) is { } place ? new(AvailabilityProblem.PlaceUnknown, field, $"{{{place}}}") : null;
}

/// <summary>What came of an answer for one case.</summary>
public sealed class AnsweredCase
{
    public required int AnswerId { get; init; }
    public required long TicketId { get; init; }

    /// <summary>Null: it is still to be sent.</summary>
    public bool? Sent { get; set; }

    /// <summary>Name of the refusal, and what its text quotes; null: none.</summary>
    public string? Refused { get; set; }
    public string? Detail { get; set; }

    public const int DetailLimit = 200;
}

/// <summary>What an answer says of the outage: everything that is known about it, each case's own places beside it.</summary>
/// <param name="Until">Null: it is not over.</param>
public sealed record IncidentFacts(string Product, DateTimeOffset From, DateTimeOffset? Until, TimeZoneInfo Zone);

/// <summary>The places of an answer for an incident: those of templates, and of what failed.</summary>
public static class IncidentPlaces
{
    public static IReadOnlyList<string> Names { get; } = [.. CasePlaces.Names, "plataforma", "inicio", "fin"];

    public static string? Unknown(string text) => Places.In(text).FirstOrDefault(name => !Names.Contains(name));

    public static string Fill(IncidentAnswer answer, IncidentFacts incident, CaseFacts of, WritingFacts by)
    {
        var english = of.Language == Article.English && answer.English is not null;
        var words = new Dictionary<string, string>(CasePlaces.Words(of, by, english))
        {
            ["plataforma"] = incident.Product,
            ["inicio"] = At(incident.From),
            ["fin"] = incident.Until is { } until ? At(until) : english ? "now, it is being worked on" : "ahora, se trabaja en ello",
        };
        return Places.Fill(english ? answer.English! : answer.Spanish, words);

        string At(DateTimeOffset at)
        {
            var culture = System.Globalization.CultureInfo.GetCultureInfo(english ? "en-US" : "es-CO");
            return TimeZoneInfo.ConvertTime(at, incident.Zone).ToString(english ? "MMMM d, yyyy, h:mm tt" : "d 'de' MMMM 'de' yyyy 'a las' HH:mm", culture);
        }
    }
}
