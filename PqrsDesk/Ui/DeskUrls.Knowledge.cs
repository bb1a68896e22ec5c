using System.Globalization;

namespace PqrsDesk.Ui;

// What the house knows, and what it writes often.
public static partial class DeskUrls
{
    /// <summary>What the house knows, and what it writes often.</summary>
    public const string Knowledge = "/conocimiento";
    public const string NewArticle = "/conocimiento/articulos/nuevo";
    public const string Article = "/conocimiento/articulos/{numero:int}";
    public const string ArticleEditor = "/conocimiento/articulos/{numero:int}/editar";
    public const string ArticleVersions = "/conocimiento/articulos/{numero:int}/versiones";
    public const string ReplyTemplates = "/conocimiento/plantillas/{clave?}";
    public const string Macros = "/conocimiento/macros/{clave?}";
    public const string TopicParameter = "tema";
    public const string LanguageParameter = "idioma";
    public const string VisibilityParameter = "para";
    public const string StateParameter = "estado";
    public const string PageParameter = "pagina";
    public const string TranslatedParameter = "traduce";
    public const string BeforeParameter = "de";
    public const string AfterParameter = "a";

    public static string ArticleOf(int number) => string.Create(CultureInfo.InvariantCulture, $"/conocimiento/articulos/{number}");

    public static string ArticleEditorOf(int number) => $"{ArticleOf(number)}/editar";

    /// <param name="translated">The article that a new one translates; null: none.</param>
    public static string NewArticleOf(int? translated, string? language = null) =>
        With(NewArticle, [(TranslatedParameter, translated?.ToString(CultureInfo.InvariantCulture)), (LanguageParameter, language)]);

    /// <param name="before">Numbers of two versions to lay side by side; null: the newest and the one before.</param>
    public static string ArticleVersionsOf(int number, int? before = null, int? after = null) =>
        With($"{ArticleOf(number)}/versiones", [(BeforeParameter, before?.ToString(CultureInfo.InvariantCulture)), (AfterParameter, after?.ToString(CultureInfo.InvariantCulture))]);

    /// <param name="key">Its number, or <see cref="NewRule"/>; null: the list.</param>
    public static string ReplyTemplateOf(string? key) => key is null ? "/conocimiento/plantillas" : $"/conocimiento/plantillas/{Uri.EscapeDataString(key)}";

    /// <inheritdoc cref="ReplyTemplateOf"/>
    public static string MacroOf(string? key) => key is null ? "/conocimiento/macros" : $"/conocimiento/macros/{Uri.EscapeDataString(key)}";

    /// <summary>The knowledge base, filtered. Empty values are left out.</summary>
    public static string KnowledgeWith(params IEnumerable<(string Name, string? Value)> filter) => With(Knowledge, filter);
}
