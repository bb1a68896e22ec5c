using System.Net.Http.Headers;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;

namespace PqrsDesk.Testing;

public static class Programs
{
    /// <summary>A client with a new key.</summary>
    public static async Task<HttpClient> ProgramAsync(this WebDesk desk, Role role = Role.Agent)
    {
        var (kept, shown) = ApiKey.Create($"prueba {Guid.NewGuid():N}", role, desk.Clock.Now);
        await desk.AddAsync(kept);
        return desk.ClientWith(shown);
    }

    public static HttpClient ClientWith(this WebDesk desk, string key)
    {
        var http = desk.Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }
}
