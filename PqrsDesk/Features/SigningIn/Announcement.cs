using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.SigningIn;

/// <summary>What the person at the keyboard is told when the desk is up: where it is, and how to come in.</summary>
public sealed class Announcement(SetupToken setup, IServiceScopeFactory scopes, IStringLocalizer<SigningInTexts> texts, IStringLocalizer<UiTexts> words)
{
    public async Task WriteAsync(string address, TextWriter console)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es-CO");
        await console.WriteLineAsync();
        await console.WriteLineAsync(texts["Start.Address", address]);
        await using var scope = scopes.CreateAsyncScope();
        var demo = await scope.ServiceProvider.GetRequiredService<SignIn>().DemoUsersAsync();
        if (demo.Count > 0)
        {
            await console.WriteLineAsync(texts["Start.DemoUsers", address + DeskUrls.SignIn]);
            foreach (var role in demo.GroupBy(user => user.Role))
                await console.WriteLineAsync($"  {words.Word(role.Key)}: {string.Join(", ", role.Select(user => user.Name))}");
        }
        else if (await setup.IsNeededAsync())
        {
            await console.WriteLineAsync(texts["Start.Setup", address + DeskUrls.Setup, setup.Value]);
        }

        await console.WriteLineAsync();
    }
}
