using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Searching;

/// <summary>What kind of text the words were found in.</summary>
public enum ExcerptSource
{
    Description = 1,
    Reply = 2,
    Petitioner = 3,
    Answer = 4,
    Request = 5,
    Extension = 6,
    Withdrawal = 7,
    Transfer = 8,
    Voiding = 9,
}

/// <summary>A piece of a ticket's texts around the words that were found.</summary>
public sealed record Excerpt(ExcerptSource Source, string Text)
{
    private const int Length = 200;
    private const int Before = 60;
    private const string Cut = "…";

    /// <summary>Of the text that has most of the words that the head lacks; null when the head lacks none.</summary>
    public static Excerpt? Of(WordQuery query, string head, IEnumerable<TicketEvent> log)
    {
        var lacking = query.Words.Where(word => !Marking.Words(query, head).Contains(word)).ToHashSet(StringComparer.Ordinal);
        if (lacking.Count == 0) return null;
        var best = log.Select(happened => (Source: SourceOf(happened), Text: SearchedWords.TextOf(happened)))
            .Where(text => text is { Source: not null, Text: not null })
            .Select(text => (text.Source, text.Text, Words: Marking.Words(query, text.Text!).Count(lacking.Contains)))
            .MaxBy(text => text.Words);
        return best.Words > 0 ? new(best.Source!.Value, Around(query, best.Text!)) : null;
    }

    private static string Around(WordQuery query, string text)
    {
        text = text.ReplaceLineEndings(" ");
        var start = Math.Max(0, Marking.Of(text, query).TakeWhile(run => !run.Marked).Sum(run => run.Text.Length) - Before);
        if (start > 0 && text.IndexOf(' ', start, Math.Min(Before, text.Length - start)) is var gap and >= 0) start = gap + 1;
        var end = Math.Min(text.Length, start + Length);
        if (end < text.Length && text.LastIndexOf(' ', end - 1, Math.Min(Before, end - start)) is var last and > 0) end = last;
        return $"{(start > 0 ? Cut : "")}{text[start..end]}{(end < text.Length ? Cut : "")}";
    }

    private static ExcerptSource? SourceOf(TicketEvent happened) => happened switch
    {
        TicketEvent.Filed or TicketEvent.Imported => ExcerptSource.Description,
        TicketEvent.Replied => ExcerptSource.Reply,
        TicketEvent.PetitionerResponded or TicketEvent.HeardThrough => ExcerptSource.Petitioner,
        TicketEvent.Answered or TicketEvent.AnsweredTogether => ExcerptSource.Answer,
        TicketEvent.CompletionRequested => ExcerptSource.Request,
        TicketEvent.Extended or TicketEvent.ExtendedTogether => ExcerptSource.Extension,
        TicketEvent.Withdrawn => ExcerptSource.Withdrawal,
        TicketEvent.Transferred => ExcerptSource.Transfer,
        TicketEvent.Voided => ExcerptSource.Voiding,
        _ => null,
    };
}
