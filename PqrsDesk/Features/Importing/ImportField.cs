using System.Collections.Frozen;
using System.Text.Json;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Importing;

/// <summary>What a map can fill. Written in camelCase.</summary>
public enum ImportField
{
    ExternalId,
    FiledAt,
    DueAt,
    ClosedAt,
    Kind,
    Channel,
    Area,
    Subject,
    Description,
    Topic,
    Priority,
    Urgency,
    Impact,
    PetitionerName,
    PetitionerDocument,
    PetitionerEmail,
    PetitionerTelephone,
}

internal static class ImportFields
{
    public static IReadOnlyList<ImportField> Required { get; } =
        [ImportField.ExternalId, ImportField.FiledAt, ImportField.Kind, ImportField.Channel, ImportField.Area, ImportField.Subject];

    public static FrozenDictionary<string, ImportField> ByWord => Words<ImportField>.All;

    public static string Word(this ImportField field) => Words<ImportField>.Of(field);

    public static bool IsDate(this ImportField field) => field is ImportField.FiledAt or ImportField.DueAt or ImportField.ClosedAt;

    /// <summary>The words that a field takes; null when it takes any text.</summary>
    public static IReadOnlyCollection<string>? Choices(this ImportField field) => field switch
    {
        ImportField.Kind => Words<TicketKind>.All.Keys,
        ImportField.Channel => Words<Channel>.All.Keys,
        ImportField.Priority => Words<Priority>.All.Keys,
        ImportField.Urgency => Words<Urgency>.All.Keys,
        ImportField.Impact => Words<Impact>.All.Keys,
        _ => null,
    };
}

/// <summary>The names of an enumeration as maps write them, in camelCase; numbers are no names.</summary>
internal static class Words<TEnum>
    where TEnum : struct, Enum
{
    public static FrozenDictionary<string, TEnum> All { get; } =
        Enum.GetValues<TEnum>().ToFrozenDictionary(Of, StringComparer.OrdinalIgnoreCase);

    public static string Of(TEnum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
