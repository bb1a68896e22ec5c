using System.Net;
using System.Text.RegularExpressions;
using PqrsDesk.Ui;

namespace PqrsDesk.Testing;

public static partial class BrowserSignIn
{
    /// <summary>Signs in by the form, as a browser does, and keeps the cookies in the client's headers.</summary>
    /// <param name="http">Without a cookie of its own, and following no redirects.</param>
    public static async Task SignInAsync(this HttpClient http, string email)
    {
        using var page = await http.GetAsync(DeskUrls.SignIn);
        page.EnsureSuccessStatusCode();
        var cookies = Cookies(page);
        using var form = new FormUrlEncodedContent(
        [
            .. Hidden().Matches(await page.Content.ReadAsStringAsync()).DistinctBy(field => field.Groups[1].Value).Select(field => KeyValuePair.Create(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value))),
            KeyValuePair.Create("Input.Email", email),
            KeyValuePair.Create("Input.Password", Samples.Password),
        ]);
        using var request = new HttpRequestMessage(HttpMethod.Post, DeskUrls.SignIn) { Content = form, Headers = { { "Cookie", cookies } } };
        using var signed = await http.SendAsync(request);
        if (signed.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.Found)) throw new InvalidOperationException($"Signing in was answered with {signed.StatusCode}.");
        http.DefaultRequestHeaders.Add("Cookie", $"{cookies}; {Cookies(signed)}");
    }

    private static string Cookies(HttpResponseMessage response) =>
        string.Join("; ", response.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(cookie => cookie.Split(';')[0]) : []);

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)"\s*/?>""")]
    private static partial Regex Hidden();
}
