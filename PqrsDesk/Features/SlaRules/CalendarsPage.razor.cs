using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.SlaRules;

public sealed partial class CalendarsPage(
    ReadRules read, RunningChange changes, IStringLocalizer<SlaRulesTexts> texts, SlaWords words, DeskZone zone, TimeProvider clock, NavigationManager navigation)
{
    private const int FirstYear = ColombianHolidays.FirstYear;
    private const int LastYear = 2100;

    private Rules? rules;
    private Actor? actor;
    private string? shown;
    private CalendarVersion? current;
    private CalendarForm form = new();
    private BusinessCalendar? drafted;
    private (string Field, string Text)? wrong;
    private IReadOnlyList<VersionLine> history = [];
    private ChangeFlow? flow;
    private int year;

    [Parameter]
    public string? Clave { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private IStringLocalizer<SlaRulesTexts> Texts => texts;

    private bool MayChange => actor?.Is(Role.Admin) == true;

    private bool IsNew => shown == DeskUrls.NewRule && MayChange;

    protected override async Task OnParametersSetAsync()
    {
        actor = (await SignedIn).User.ToActor();
        if (year == 0) year = zone.LocalOf(clock.GetUtcNow()).Year;
        if (rules is null || Clave != shown) await LoadAsync();
    }

    private async Task LoadAsync()
    {
        rules = await read.RunAsync(CancellationToken.None);
        shown = Clave ?? rules.Book.CurrentCalendars[0].Key;
        current = rules.Book.CurrentCalendar(shown);
        form = CalendarForm.Of(current?.Definition ?? Begun(rules.Book));
        history = VersionLine.Of(rules.Book.Calendars.Where(version => version.Key == shown), words);
        Touch();
    }

    /// <summary>A new calendar begins with ordinary office hours.</summary>
    private static CalendarDefinition Begun(SlaBook book) => new()
    {
        TimeZone = book.Zone.Id,
        HolidayCountry = "CO",
        Weekly = HoursBlock.Weekdays(new LocalHours(TimeSpan.FromHours(8), TimeSpan.FromHours(12)), new LocalHours(TimeSpan.FromHours(13), TimeSpan.FromHours(17))),
    };

    /// <summary>Something was typed: the year is drawn again, and a preview that was shown is not of this any more.</summary>
    private void Touch()
    {
        wrong = null;
        flow?.Forget();
        drafted = null;
        if (form.Read(out var unread) is not { } definition) wrong = (unread.Field, texts[$"Field.{unread.Why}"]);
        else if (!BusinessCalendar.TryCreate(definition, out drafted, out var problem)) wrong = (form.FieldOf(problem.Field), words.Say(problem));
    }

    private SlaEdit.OfCalendar? Draft()
    {
        if (form.Read(out var unread) is { } definition)
            return new SlaEdit.OfCalendar(current?.Key ?? RuleKeys.ForCalendar(rules!.Book, definition.Name), current?.Version ?? 0, definition);
        wrong = (unread.Field, texts[$"Field.{unread.Why}"]);
        return null;
    }

    private void Show(SlaProblem? problem) => wrong = problem?.Field is { } field ? (form.FieldOf(field), words.Say(problem)) : null;

    private async Task AppliedAsync(SlaEdit edit)
    {
        if (Clave == edit.Key || Clave is null) await LoadAsync();
        else navigation.NavigateTo(DeskUrls.SlaCalendarOf(edit.Key));
    }

    private string UsedBy(CalendarVersion calendar)
    {
        var names = rules!.Book.Current.Where(terms => rules.Book.Calendars.First(version => version.Id == terms.Policy.CalendarVersionId).Key == calendar.Key)
            .Select(terms => terms.Policy.Definition.Name).ToList();
        if (calendar.Key == CalendarVersion.LegalKey) names.Insert(0, texts["Calendars.Legal"]);
        return names.Count == 0 ? texts["Calendars.Unused"] : texts["Calendars.UsedBy", string.Join(", ", names)];
    }
}
