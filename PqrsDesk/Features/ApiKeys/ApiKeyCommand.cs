using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;

namespace PqrsDesk.Features.ApiKeys;

/// <summary><c>apikey create --name N --role R</c> or <c>--scope Monitor</c>, <c>apikey list</c>, <c>apikey revoke --name N</c>.</summary>
public sealed class ApiKeyCommand
{
    private const int Ok = 0;
    private const int WrongInput = 2;
    private static readonly string Roles = string.Join(", ", Enum.GetNames<Role>());
    private static readonly string Scopes = string.Join(", ", Enum.GetNames<KeyScope>());

    private readonly IStringLocalizer<ApiKeyTexts> _texts;
    private readonly Func<CancellationToken, Task<WebApplication>> _open;

    private ApiKeyCommand(IStringLocalizer<ApiKeyTexts> texts, Func<CancellationToken, Task<WebApplication>> open) => (_texts, _open) = (texts, open);

    /// <param name="open">Puts the desk together, its database up to date, without starting it.</param>
    public static Command Build(IStringLocalizer<ApiKeyTexts> texts, Func<CancellationToken, Task<WebApplication>> open)
    {
        var keys = new ApiKeyCommand(texts, open);
        var name = new Option<string>("--name") { Description = texts["Command.Name"], Required = true };
        var role = new Option<string>("--role") { Description = texts["Command.Role", Roles] };
        var scope = new Option<string>("--scope") { Description = texts["Command.Scope", Scopes] };
        var create = new Command("create", texts["Command.Create"]) { name, role, scope };
        create.SetAction((given, cancel) => keys.CreateAsync(given.GetRequiredValue(name), given.GetValue(role), given.GetValue(scope), cancel));
        var list = new Command("list", texts["Command.List"]);
        list.SetAction((_, cancel) => keys.ListAsync(cancel));
        var revoke = new Command("revoke", texts["Command.Revoke"]) { name };
        revoke.SetAction((given, cancel) => keys.RevokeAsync(given.GetRequiredValue(name), cancel));
        return new Command("apikey", texts["Command.ApiKey"]) { create, list, revoke };
    }

    private async Task<int> CreateAsync(string name, string? roleName, string? scopeName, CancellationToken cancel)
    {
        // By name only: "3" would parse as a role too.
        var named = Enum.GetNames<Role>().FirstOrDefault(role => role.Equals(roleName, StringComparison.OrdinalIgnoreCase));
        var scope = Enum.GetNames<KeyScope>().FirstOrDefault(scope => scope.Equals(scopeName, StringComparison.OrdinalIgnoreCase));
        if (scopeName is not null && (scope is null || roleName is not null)) return await RefuseAsync(_texts["ScopeUnknown", scopeName, Scopes]);
        if (scope is null && named is null) return await RefuseAsync(_texts["RoleUnknown", roleName ?? "", Roles]);
        await using var desk = await _open(cancel);
        var (shown, problem) = await desk.Services.GetRequiredService<CreateApiKey>().RunAsync(name, named is null ? Role.Agent : Enum.Parse<Role>(named), cancel, scope is null ? null : Enum.Parse<KeyScope>(scope));
        if (problem is { } wrong) return await RefuseAsync(Say(wrong, name));

        // The key alone goes to the standard output, so that a script can take it.
        await Console.Error.WriteLineAsync(_texts["Created"]);
        Console.WriteLine(shown);
        return Ok;
    }

    private async Task<int> RevokeAsync(string name, CancellationToken cancel)
    {
        await using var desk = await _open(cancel);
        if (await desk.Services.GetRequiredService<RevokeApiKey>().RunAsync(name, cancel) is { } wrong) return await RefuseAsync(Say(wrong, name));
        Console.WriteLine(_texts["Revoked", name.Trim()]);
        return Ok;
    }

    private async Task<int> ListAsync(CancellationToken cancel)
    {
        await using var desk = await _open(cancel);
        Console.WriteLine(string.Join('\t', _texts["Column.Name"], _texts["Column.Role"], _texts["Column.Created"], _texts["Column.Revoked"]));
        foreach (var key in await desk.Services.GetRequiredService<ListApiKeys>().RunAsync(cancel))
            Console.WriteLine(string.Join('\t', key.Name, key.Scope?.ToString() ?? key.Role.ToString(), Written(key.CreatedAt), key.RevokedAt is { } revoked ? Written(revoked) : ""));
        return Ok;
    }

    private string Say(ApiKeyProblem problem, string name) =>
        _texts[problem.ToString(), problem == ApiKeyProblem.NameTooLong ? ApiKey.NameLimit : name.Trim()];

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return WrongInput;
    }

    private static string Written(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
