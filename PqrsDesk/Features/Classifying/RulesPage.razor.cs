using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Classifying;

/// <summary>The rules of words: the list, the one that is open, and a place to try them.</summary>
public sealed partial class RulesPage(KeepRules keep, KeepTopics keepTopics, ReadAreas readAreas, NavigationManager navigation, IStringLocalizer<ClassifyingTexts> texts, IStringLocalizer<UiTexts> words)
{
    private IReadOnlyList<KeywordRule>? rules;
    private IReadOnlyList<TopicLine> topics = [];
    private IReadOnlyList<AreaLine> areas = [];
    private RuleForm? form;
    private string? opened;
    private string? problem;
    private string? said;
    private int version;

    [Parameter]
    public string? Regla { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private IStringLocalizer<ClassifyingTexts> Texts => texts;

    protected override async Task OnParametersSetAsync()
    {
        if (rules is null) await ReadAsync();
        if (opened == Regla && rules is not null && (form is not null || Regla is null)) return;
        (opened, problem) = (Regla, null);
        if (Regla is not null) said = null;
        form = Regla switch
        {
            null => null,
            DeskUrls.NewRule => new RuleForm(),
            _ => rules!.FirstOrDefault(rule => Key(rule.Id) == Regla) is { } known ? RuleForm.Of(known) : null,
        };
        if (form is null && Regla is not null) navigation.NotFound();
    }

    private async Task ReadAsync()
    {
        rules = await keep.ReadAsync(CancellationToken.None);
        topics = await keepTopics.ReadAsync(CancellationToken.None);
        areas = await readAreas.RunAsync(CancellationToken.None);
    }

    private Task SaveAsync() => DoAsync(keep.SaveAsync, form!, texts["Saved", form!.Name.Trim()]);

    private Task DeleteAsync() => DoAsync(keep.DeleteAsync, form!.Id!.Value, texts["Deleted", form.Name.Trim()]);

    private async Task DoAsync<T>(Func<T, Actor, CancellationToken, Task<Fault?>> change, T what, string done)
    {
        var fault = await change(what, (await SignedIn).User.ToActor(), CancellationToken.None);
        problem = fault is null ? null : texts.Say(fault);
        if (fault is not null) return;
        (said, form) = (done, null);
        version++;
        await ReadAsync();
        navigation.NavigateTo(DeskUrls.KeywordRuleOf(null));
    }

    /// <summary>What it says, in one line.</summary>
    private string Suggests(KeywordRule rule) => string.Join(" · ", ((string?[])
    [
        rule.Kind is { } kind ? words.Word(kind) : null,
        topics.FirstOrDefault(topic => topic.Id == rule.TopicId) is { } topic ? PathOf(topic) : null,
        areas.FirstOrDefault(area => area.Id == rule.AreaId)?.Name,
        rule.Urgency is { } urgency ? texts["Rules.UrgencyOf", words.Word(urgency)].Value : null,
    ]).OfType<string>());

    private string PathOf(TopicLine topic) => Topic.PathOf(topics.FirstOrDefault(each => each.Id == topic.ParentId)?.Name, topic.Name);

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
