using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Portal;

/// <summary>A case as its petitioner sees it, and what they can do with it.</summary>
public sealed partial class CasePage(
    ReadPublicCase readCase,
    ActAsPetitioner actAsPetitioner,
    FormFiles formFiles,
    Seals seals,
    FileStore store,
    IAntiforgery antiforgery,
    IDbContextFactory<DeskDb> desk,
    NavigationManager navigation,
    IStringLocalizer<PortalTexts> texts,
    IStringLocalizer<UiTexts> words,
    IStringLocalizer<RefusalTexts> refusals)
{
    public const string Expired = "vencida";

    private PublicCase? found;
    private long ticketId;
    private IFormCollection? sent;
    private string? refusal;
    private IReadOnlyList<StoredFile> held = [];

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromQuery(Name = DeskUrls.DoneParameter)]
    private string? Done { get; set; }

    private FileStore Store => store;
    private IStringLocalizer<PortalTexts> Texts => texts;
    private IStringLocalizer<UiTexts> Words => words;

    /// <summary>Which form was sent; null when none was.</summary>
    private string? Act => sent?["Acto"];

    private string StateWord => found!.Standing.Word;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-store";
        found = CaseCookie.Of(Http, seals) is { } id ? await readCase.RunAsync(ticketId = id, Http.RequestAborted) : null;
        if (found is null) navigation.NavigateTo($"{DeskUrls.Track}?{DeskUrls.DoneParameter}={Expired}");
        else if (HttpMethods.IsPost(Http.Request.Method) && Http.Request.HasFormContentType) sent = await Http.Request.ReadFormAsync(Http.RequestAborted);
    }

    private async Task SendAsync()
    {
        if (found is null || sent is null) return;
        var arrivals = Arrivals.Of(Http);
        var word = seals.Form(sent["Sello"]);
        if (Act == "informacion") held = await formFiles.OfAsync(word, sent[FormFiles.Field], CancellationToken.None);
        if (await RefuseAsync(arrivals) is { } why)
        {
            refusal = why;
            if (Act == "informacion" && word is not null) held = await formFiles.HoldAsync(word, held, arrivals, CancellationToken.None);
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        CaseCookie.Give(Http, seals, ticketId);
        navigation.NavigateTo(DeskUrls.TrackedCaseAfter(Act!));
    }

    /// <returns>Null when it was done.</returns>
    private async Task<string?> RefuseAsync(Arrivals arrivals)
    {
        // Another case may have been opened in another tab since: what is written for one never goes to the other.
        if (!await antiforgery.IsRequestValidAsync(Http) || seals.Form(sent!["Sello"]) is not { } word || sent["Caso"] != found!.Number) return texts["Track.Again"];
        if (arrivals.Refusal is { } bad) return refusals.Say(bad);
        var text = sent["Texto"].ToString().Replace("\0", "", StringComparison.Ordinal);
        PetitionerAct? act = Act switch
        {
            "informacion" => new PetitionerAct.Add(text, [.. held, .. arrivals.Files]),
            "desistimiento" => new PetitionerAct.Withdraw(text),
            "reapertura" => new PetitionerAct.Reopen(text),
            "valoracion" when sent["Resuelto"] == "si" => new PetitionerAct.Judge(true, text),
            "valoracion" when sent["Resuelto"] == "no" => new PetitionerAct.Judge(false, text),
            _ => null,
        };
        if (act is null) return texts[Act == "valoracion" ? "Judge.Missing" : "Track.Again"];
        var (decision, fresh) = await actAsPetitioner.RunAsync(found.Number, act, word, await NameAsync(), CancellationToken.None);
        if (decision.Succeeded && fresh) arrivals.Keep();
        return decision is Decision.Refused refused ? refusals.Say(refused.Refusal) : null;
    }

    /// <summary>As the case knows them: null for who is anonymous or reserved.</summary>
    private async Task<string?> NameAsync()
    {
        await using var db = await desk.CreateDbContextAsync(Http.RequestAborted);
        return await db.Tickets.Where(t => t.Id == ticketId).Select(t => t.PetitionerName).SingleAsync(Http.RequestAborted);
    }

    /// <summary>What is sent again after a refusal is the same form.</summary>
    private string Seal(string act) => Act == act && seals.Form(sent!["Sello"]) is not null ? sent["Sello"].ToString() : seals.NewForm();

    private string? Typed(string act) => Act == act ? sent!["Texto"].ToString() : null;

    private string Say(PublicLine line)
    {
        var detail = line.Detail is DateOnly day ? day.ToString(texts["Date"], CultureInfo.CurrentCulture) : line.Detail;
        return texts[line is { Mine: false, Word: "Reopened" or "File" or "Withdrawn.Express" or "Solved" or "NotSolved" } ? $"Line.{line.Word}.Theirs" : $"Line.{line.Word}", detail ?? ""];
    }
}
