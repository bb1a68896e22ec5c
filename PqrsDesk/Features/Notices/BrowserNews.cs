using System.Text.Json;
using System.Text.Json.Serialization;

namespace PqrsDesk.Features.Notices;

/// <summary>One notice as the browser shows it (wwwroot/js/notify.js).</summary>
internal sealed record BrowserNews(
    [property: JsonPropertyName("id")] long Id, [property: JsonPropertyName("title")] string Title, [property: JsonPropertyName("body")] string Body, [property: JsonPropertyName("url")] string Url)
{
    /// <param name="news">Null: nothing came yet.</param>
    public static string? Write(IReadOnlyList<BrowserNews> news) => news.Count == 0 ? null : JsonSerializer.Serialize(news);
}
