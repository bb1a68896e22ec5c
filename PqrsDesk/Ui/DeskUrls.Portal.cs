namespace PqrsDesk.Ui;

// What citizens see.
public static partial class DeskUrls
{
    public const string PublicForm = "/radicar";
    public const string PublicHint = "/radicar/sugerencia";
    public const string PublicReceipt = "/radicar/recibo/{sello}";
    public const string Track = "/consultar";
    public const string TrackedCase = "/consultar/caso";
    public const string TrackedFile = "/consultar/archivo/{id}";
    public const string Poster = "/buzon/{sede}";

    /// <summary>What citizens may read of it.</summary>
    public const string Help = "/ayuda";
    public const string HelpArticle = "/ayuda/{articulo}";
    public const string BranchParameter = "sede";
    public const string NumberParameter = "radicado";
    public const string DoneParameter = "hecho";

    public static string PublicFormOf(string? branch) => With(PublicForm, [(BranchParameter, branch)]);

    public static string PublicReceiptOf(string seal) => $"/radicar/recibo/{Uri.EscapeDataString(seal)}";

    public static string TrackOf(string? radicado) => With(Track, [(NumberParameter, radicado)]);

    public static string TrackedCaseAfter(string what) => With(TrackedCase, [(DoneParameter, what)]);

    public static string TrackedFileOf(Guid id) => $"/consultar/archivo/{id:D}";

    public static string PosterOf(string branch) => $"/buzon/{Uri.EscapeDataString(branch)}";

    public static string HelpFor(string? text) => With(Help, [(SearchParameter, text)]);

    public static string HelpArticleOf(string slug) => $"/ayuda/{Uri.EscapeDataString(slug)}";

    public static string HelpArticleAfter(string slug, string what) => With(HelpArticleOf(slug), [(DoneParameter, what)]);
}
