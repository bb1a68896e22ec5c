using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Excel;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Quoting;

/// <summary>A quote as a workbook.</summary>
internal static class QuoteDownload
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(DeskUrls.QuoteFile, SendAsync).RequireAuthorization(AtLeast.Agent);

    private static async Task<IResult> SendAsync(int numero, HttpContext http, ReadQuotes read, IStringLocalizer<QuotingTexts> texts, QuotingWords words, IStringLocalizer<UiTexts> ui, DeskSettings settings, CancellationToken cancel)
    {
        var forHouse = http.Request.Query[DeskUrls.InternalParameter] == "true";
        if (forHouse && !http.User.ToActor().Is(KeepQuotes.SeesCost)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await read.OneAsync(numero, cancel) is not { } sight) return Results.NotFound();
        var quote = sight.Quote;
        var book = new QuoteBook(quote.Number, settings.Name, [.. Facts(sight, texts, ui)], quote.Content, forHouse, key => Word(key, quote.Content, texts, words));
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{quote.Number}{(forHouse ? "-interno" : "")}.xlsx" }.ToString();
        return Results.Bytes(QuoteWorkbook.Write(book), MonthlyWorkbook.ContentType);
    }

    private static IEnumerable<(string Name, string Value)> Facts(QuoteSight sight, IStringLocalizer<QuotingTexts> texts, IStringLocalizer<UiTexts> ui)
    {
        yield return (texts["Paper.For"], sight.Quote.For);
        yield return (texts["State"], texts[$"State.{sight.State}"]);
        yield return (texts["ValidUntil"], sight.Quote.ValidUntil.ToString(ui["Instant.Date"], CultureInfo.CurrentCulture));
        if (sight.Quote.Content.Platforms.Count > 0) yield return (texts["Platforms"], string.Join(", ", sight.Quote.Content.Platforms.Select(platform => platform.Name)));
    }

    /// <summary>What is read of a role says whose it is; the terms say how amounts are rounded.</summary>
    internal static string Word(string key, QuoteContent content, IStringLocalizer<QuotingTexts> texts, QuotingWords words) =>
        key == QuoteWorkbook.Terms ? texts[key, words.Decimals(content.Model.Currency), content.Model.Currency]
        : key.StartsWith("Role", StringComparison.Ordinal) && key.Split('.') is [var role, var part] && int.TryParse(role.AsSpan(4), CultureInfo.InvariantCulture, out var at) && at <= content.Factors.Roles.Count
            ? texts[$"Excel.Role.{part}", content.Factors.Roles[at - 1].Name]
            : texts[key];
}
