using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;

namespace PqrsDesk.Testing;

public static class StaffCookie
{
    /// <summary>A client with the cookie that signing in gives to somebody new.</summary>
    public static async Task<HttpClient> StaffAsync(this WebDesk desk, Role role = Role.Agent) => await desk.StaffAsync(await desk.HireWithAccountAsync(role: role));

    /// <summary>A client with the cookie of somebody who has an account.</summary>
    public static async Task<HttpClient> StaffAsync(this WebDesk desk, StaffMember member)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var user = (await scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>().FindByEmailAsync(member.Email))!;
        var person = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<DeskUser>>().CreateAsync(user);
        var cookie = desk.Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = desk.Clock.Now, ExpiresUtc = desk.Clock.Now.AddHours(1) };
        var http = desk.Client();
        http.DefaultRequestHeaders.Add("Cookie", $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(new(person, properties, IdentityConstants.ApplicationScheme))}");
        return http;
    }
}
