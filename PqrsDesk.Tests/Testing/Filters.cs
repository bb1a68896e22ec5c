using FsCheck;
using FsCheck.Fluent;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Testing;

/// <summary>Filters as people put them together, and as nobody would.</summary>
public static class Filters
{
    private static readonly DateTimeOffset MidWinter = new(2026, 1, 15, 5, 0, 0, TimeSpan.Zero);
    private static readonly string[] Topics = ["Facturación › Cobro no reconocido", "Facturación", "No hay", "a&b=c, d + é 🙂"];
    private static readonly string[] Products = ["Portal ciudadano", "Portal", "No hay"];

    /// <summary>Of attributes, deadlines and dates: what the store is asked. Without the owner "me", who is somebody first.</summary>
    public static Gen<TicketFilter> Any { get; } =
        from scope in Gen.Elements(Enum.GetValues<TicketScope>())
        from match in Gen.Elements(FilterMatch.All, FilterMatch.All, FilterMatch.Any)
        from owner in Choice(TicketFilter.Nobody, 1, 2, 3, 4, 99)
        from area in Choice(1, 2, 3, 99)
        from queue in Choice(1, 2, 99)
        from contract in Choice(1, 2, 99)
        from kind in Choice(Enum.GetValues<TicketKind>())
        from channel in Choice(Enum.GetValues<Channel>())
        from priority in Choice(Enum.GetValues<Priority>())
        from status in Choice(Enum.GetValues<TicketStatus>())
        from topic in Choice(Topics)
        from product in Choice(Products)
        from tag in Choice("Cobro doble", "cobro DOBLE", "No hay", "app")
        from account in Choice("Norte", "sur", "No hay")
        from amount in Choice("184500", "7")
        from due in Rarely<DueFilter?>(null, [.. Enum.GetValues<DueFilter>()])
        from filedFrom in Rarely<DateOnly?>(null, new DateOnly(2025, 11, 1), new DateOnly(2026, 1, 10))
        from filedTo in Rarely<DateOnly?>(null, new DateOnly(2025, 12, 15), new DateOnly(2026, 2, 10))
        from asOf in Rarely<DateTimeOffset?>(null, MidWinter)
        from flags in Gen.Choose(0, 60)
        from order in Gen.Elements(Enum.GetValues<TicketOrder>())
        select new TicketFilter
        {
            Scope = scope,
            Match = match,
            OwnerId = owner,
            AreaId = area,
            WorkQueueId = queue,
            ContractId = contract,
            Kind = kind,
            Channel = channel,
            Priority = priority,
            Status = status,
            Topic = topic,
            Product = product,
            Tag = tag,
            Fields = FieldChoices.With(FieldChoices.With(null, 1, account), 2, amount),
            StepLate = flags is 9 or 10 ? flags == 9 : null,
            Due = due,
            FiledFrom = filedFrom,
            FiledTo = filedTo,
            AsOf = asOf,
            Unassigned = flags == 1,
            NoTopic = flags == 2,
            Reopened = flags == 3,
            Late = flags is 4 or 5 ? flags == 4 : null,
            ReplyLate = flags is 6 or 7 ? flags == 6 : null,
            Unreplied = flags == 8,
            Order = order,
        };

    /// <summary>One value in three, several in three, none otherwise; half of them excluded.</summary>
    private static Gen<Choice<T>?> Choice<T>(params T[] values)
        where T : notnull =>
        from count in Gen.Elements(0, 0, 0, 0, 1, 2, 3)
        from chosen in Gen.ArrayOf(Gen.Elements(values), count)
        from not in Gen.Elements(false, true)
        select Choices.Of(chosen, not);

    private static Gen<T> Rarely<T>(T usually, params T[] otherwise) => Gen.Frequency((6, Gen.Constant(usually)), (1, Gen.Elements(otherwise)));
}
