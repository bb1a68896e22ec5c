using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.SigningIn;

public static class SigningInSetup
{
    public static IServiceCollection AddSigningIn(this IServiceCollection services) =>
        services.AddSingleton<SetupToken>().AddSingleton<Announcement>().AddScoped<StaffAccounts>().AddScoped<SignIn>();

    public static void MapSigningIn(this IEndpointRouteBuilder routes) =>
        routes.MapPost(DeskUrls.SignOut, async (HttpContext http, IAntiforgery antiforgery, SignInManager<DeskUser> manager) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
            await manager.SignOutAsync();
            return Results.LocalRedirect(DeskUrls.SignIn);
        }).AllowAnonymous().ExcludeFromDescription();
}
