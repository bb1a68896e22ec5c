using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Macros;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Knowledge;

/// <summary>Writes articles, templates and macros by their own doors.</summary>
internal static class KnownHouse
{
    public static readonly Actor Lead = Samples.Someone(Role.Lead, 2, "Gloria Zuluaga");

    public static AnswersReader Reader(this StaffMember member) => new(member.Id, member.AreaId, member.Role >= Role.Lead);

    /// <returns>The number of the article.</returns>
    public static async Task<int> ArticleAsync(
        this AnyDesk desk, string title, string body = "Texto.", bool publish = true, ArticleVisibility visibility = ArticleVisibility.Public, string tags = "", int? topic = null, string language = "es", int? translates = null)
    {
        var form = new ArticleForm { Title = title, Body = body, Visibility = visibility, Tags = tags, TopicId = topic, Language = language, Translates = translates };
        var saved = await desk.Get<KeepArticles>().SaveAsync(form, publish, Lead, CancellationToken.None);
        Assert.Null(saved.Fault);
        return saved.Id!.Value;
    }

    /// <returns>The number of the template.</returns>
    public static async Task<int> TemplateAsync(this AnyDesk desk, StaffMember by, TemplateForm form)
    {
        Assert.Null(await desk.Get<KeepTemplates>().SaveAsync(form, by.Reader(), Actor.Staff(by), CancellationToken.None));
        return (await desk.Get<KeepTemplates>().ReadAsync(by.Reader(), CancellationToken.None)).Single(template => template.Name == form.Name).Id;
    }

    /// <returns>The number of the macro.</returns>
    public static async Task<int> MacroAsync(this AnyDesk desk, StaffMember by, string name, Sharing sharing, params StepForm[] steps)
    {
        Assert.Null(await desk.TryMacroAsync(by, name, sharing, steps));
        return (await desk.Get<KeepMacros>().ReadAsync(by.Reader(), CancellationToken.None)).Single(macro => macro.Name == name).Id;
    }

    public static Task<AnswersFault?> TryMacroAsync(this AnyDesk desk, StaffMember by, string name, Sharing sharing, params StepForm[] steps)
    {
        var form = new MacroForm { Name = name, Sharing = sharing };
        form.Steps.Clear();
        form.Steps.AddRange(steps);
        return desk.Get<KeepMacros>().SaveAsync(form, by.Reader(), Actor.Staff(by), CancellationToken.None);
    }

    public static async Task<MacroAnswer> ApplyAsync(this AnyDesk desk, int macro, StaffMember by, params string[] numbers) =>
        await desk.Get<ApplyMacro>().RunAsync(macro, [.. numbers.Select(number => new MacroCase(number))], by.Reader(), Actor.Staff(by), CancellationToken.None);

    public static Task<int> CauseAsync(this AnyDesk desk) => desk.ReadAsync(db => Task.FromResult(db.PauseCauses.OrderBy(cause => cause.Id).First().Id));
}
