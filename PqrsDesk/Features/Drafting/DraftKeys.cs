using System.Globalization;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Drafting;

/// <summary>What a form that somebody has begun is kept under, and where one goes on with it.</summary>
public static class DraftKeys
{
    private const string New = "nuevo";

    public static string OfArticle(int id) => FormattableString.Invariant($"articulo:{id}");

    /// <param name="translates">The article that it translates; null: none.</param>
    public static string OfNewArticle(int? translates, string language) => FormattableString.Invariant($"articulo:{New}:{translates}:{language}");

    /// <param name="key">Its number, or the word for a new one.</param>
    public static string OfTemplate(string? key) => $"plantilla:{key}";

    /// <inheritdoc cref="OfTemplate"/>
    public static string OfMacro(string? key) => $"macro:{key}";

    /// <returns>What kind of thing it is, and where it is written; null: another place knows it.</returns>
    public static (string Kind, string Address)? PlaceOf(string key) => key.Split(':') switch
    {
        ["articulo", New, var translates, var language] => ("Article", DeskUrls.NewArticleOf(DeskUrls.WholeNumber(translates), language)),
        ["articulo", var id] when int.TryParse(id, CultureInfo.InvariantCulture, out var number) => ("Article", DeskUrls.ArticleEditorOf(number)),
        ["plantilla", var template] => ("Template", DeskUrls.ReplyTemplateOf(template)),
        ["macro", var macro] => ("Macro", DeskUrls.MacroOf(macro)),
        _ => null,
    };
}
