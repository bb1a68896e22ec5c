using System.Globalization;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Answers;

/// <summary>What a template can say of a case. Of who filed it nothing but the name, and not that where it is reserved.</summary>
/// <param name="Petitioner">Null: anonymous, or reserved.</param>
/// <param name="LastDay">Of the legal term; null: none, or it stands still.</param>
public sealed record CaseFacts(string Number, string Subject, string? Petitioner, string? Topic, string Area, DateOnly FiledOn, DateOnly? LastDay, string? Language)
{
    /// <param name="ticket">With its deadlines.</param>
    public static CaseFacts Of(Ticket ticket, string area) => new(
        ticket.Number, ticket.Subject, ticket.ReservedIdentity ? null : ticket.PetitionerName, ticket.Topic, area, ticket.FiledOn,
        ticket.Deadlines.FirstOrDefault(deadline => deadline.Kind == DeadlineKind.LegalAnswer)?.LastDay, ticket.Language);
}

/// <summary>Who writes it, where and when.</summary>
/// <param name="Track">Where the petitioner follows the case; null: the house named no address.</param>
public sealed record WritingFacts(string Agent, string House, string? Track, DateOnly Today);

/// <summary>The places of templates and macros, and what stands in each. What is not known reads as a person would write it.</summary>
public static class CasePlaces
{
    /// <summary>All that there are.</summary>
    public static IReadOnlyList<string> Names { get; } = ["radicado", "peticionario", "asunto", "tema", "fecha", "vence", "area", "agente", "entidad", "consulta", "hoy"];

    /// <summary>The first place that nobody knows; null when all are known.</summary>
    public static string? Unknown(string text) => Places.In(text).FirstOrDefault(name => !Names.Contains(name));

    /// <param name="english">Else in Spanish, as the text that they stand in.</param>
    public static IReadOnlyDictionary<string, string> Words(CaseFacts of, WritingFacts by, bool english)
    {
        var culture = CultureInfo.GetCultureInfo(english ? "en-US" : "es-CO");
        return new Dictionary<string, string>
        {
            ["radicado"] = of.Number,
            ["peticionario"] = Line(of.Petitioner) ?? Say("peticionario", "petitioner"),
            ["asunto"] = Line(of.Subject) ?? "",
            ["tema"] = Line(of.Topic) ?? Say("su solicitud", "your request"),
            ["fecha"] = Date(of.FiledOn),
            ["vence"] = of.LastDay is { } last ? Date(last) : Say("último día del término legal", "the last day of the legal term"),
            ["area"] = Line(of.Area) ?? "",
            ["agente"] = Line(by.Agent) ?? "",
            ["entidad"] = by.House,
            ["consulta"] = by.Track ?? Say("nuestro portal", "our portal"),
            ["hoy"] = Date(by.Today),
        };

        string Say(string spanish, string inEnglish) => english ? inEnglish : spanish;

        string Date(DateOnly day) => day.ToString(Say("d 'de' MMMM 'de' yyyy", "MMMM d, yyyy"), culture);
    }

    /// <summary>What others typed stays within its sentence.</summary>
    private static string? Line(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : string.Join(' ', string.Concat(typed.Select(letter => char.IsControl(letter) ? ' ' : letter)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
