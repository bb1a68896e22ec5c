using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Importing;

/// <summary>Something to tell a person: a key of <see cref="ImportingTexts"/> and what the text quotes.</summary>
public sealed record Said(string Key, params object[] About);

/// <summary>Turns what there is to tell into words of the person's language.</summary>
public sealed class ImportWords(IStringLocalizer<ImportingTexts> texts, IStringLocalizer<RefusalTexts> refusals)
{
    private const int QuoteLimit = 200;

    public string this[string key, params object[] about] => texts[key, [.. about.Select(Part)]];

    public string Say(Said said) => this[said.Key, said.About];

    public string Say(IEnumerable<Said> all) => string.Join("; ", all.Select(Say));

    // Text of a file may hold whatever a terminal obeys.
    private object Part(object part) => part switch
    {
        Said said => Say(said),
        IEnumerable<Said> all => Say(all),
        Refusal refusal => refusals.Say(refusal),
        string text => Quotable(text),
        IEnumerable<string> list => string.Join(", ", list.Select(Quotable)),
        _ => part,
    };

    private static string Quotable(string text) =>
        Texts.Shorten(string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)), QuoteLimit);
}

/// <summary>The input cannot be imported at all; nothing was written.</summary>
public sealed class ImportRefusedException(IReadOnlyList<Said> problems) : Exception(problems[0].Key)
{
    public IReadOnlyList<Said> Problems => problems;
}
