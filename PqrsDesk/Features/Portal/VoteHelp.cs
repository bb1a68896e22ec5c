using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Answers;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Portal;

/// <summary>Counts whether an article helped. Nothing of the reader is kept here: their browser remembers what it said already.</summary>
public sealed class VoteHelp(DeskWriter writer)
{
    private const string Cookie = "ayuda";
    private const int MostRemembered = 60;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    /// <summary>Only what is open to all is counted; the article is left as it is otherwise.</summary>
    public Task<int> RunAsync(int id, bool useful, CancellationToken cancel) => writer.RunAsync(
        db => useful
            ? db.Articles.OpenToAll().Where(article => article.Id == id).ExecuteUpdateAsync(set => set.SetProperty(article => article.Useful, article => article.Useful + 1), cancel)
            : db.Articles.OpenToAll().Where(article => article.Id == id).ExecuteUpdateAsync(set => set.SetProperty(article => article.NotUseful, article => article.NotUseful + 1), cancel),
        cancel);

    /// <summary>Whether this browser said it already.</summary>
    public static bool Said(HttpContext http, int id) => Of(http).Contains(id);

    public static void Remember(HttpContext http, int id) => http.Response.Cookies.Append(
        Cookie, string.Join('.', Of(http).Append(id).TakeLast(MostRemembered).Select(each => each.ToString(CultureInfo.InvariantCulture))),
        new() { HttpOnly = true, IsEssential = true, MaxAge = Remembered, Path = DeskUrls.Help, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps });

    private static IEnumerable<int> Of(HttpContext http) => (http.Request.Cookies[Cookie] ?? "").Split('.')
        .Select(each => int.TryParse(each, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0);
}
