using Bunit;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features;

public sealed class SnoozeDialogTests : PageTest
{
    [Fact]
    public void The_quick_times_stand_in_order_and_those_behind_the_deadline_cannot_be_pressed()
    {
        Desk.Clock.Now = TestClock.Tuesday;
        var dialog = Open(TestClock.Tuesday.AddHours(3));

        Assert.Equal(["En 1 hora", "Hoy por la tarde", "Próximo día hábil", "El lunes"], dialog.FindAll(".snooze-time span:first-child").Select(Words));
        Assert.Equal([false, true, true, true], dialog.FindAll(".snooze-time").Select(button => button.HasAttribute("disabled")));
        Assert.Contains("después del plazo", Words(dialog.FindAll(".snooze-time")[1]), StringComparison.Ordinal);
        Assert.Contains("Vence primero: mar 3 mar, 13:00.", Words(dialog.Find("dialog")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_and_an_hour_are_read_in_the_desks_zone_with_the_reason()
    {
        Desk.Clock.Now = TestClock.Tuesday;
        SnoozeDialog.Wish? wish = null;
        var dialog = Open(null, chosen => wish = chosen);
        Assert.Contains("Ningún plazo corre ahora.", Words(dialog.Find("dialog")), StringComparison.Ordinal);

        await dialog.InvokeAsync(() => dialog.Find("form").SubmitAsync());
        See(dialog, () => Assert.Contains("Elija el día", Words(dialog.Find(".field-error")), StringComparison.Ordinal));
        await dialog.InvokeAsync(() => dialog.Find("#posponer-dia").ChangeAsync(new() { Value = "2026-03-05" }));
        await dialog.InvokeAsync(() => dialog.Find("#posponer-hora").ChangeAsync(new() { Value = "14:30:00" }));
        await dialog.InvokeAsync(() => dialog.Find("#posponer-motivo").InputAsync(new() { Value = Hostile }));
        await dialog.InvokeAsync(() => dialog.Find("form").SubmitAsync());

        See(dialog, () => Assert.Equal(new(new DateTimeOffset(2026, 3, 5, 19, 30, 0, TimeSpan.Zero), Hostile), wish));
        AssertNoElements((IRenderedComponent<Microsoft.AspNetCore.Components.IComponent>)dialog);
    }

    [Fact]
    public async Task A_holiday_is_said_and_the_next_day_that_is_none_is_offered_and_what_is_past_is_refused_in_words()
    {
        Desk.Clock.Now = TestClock.Tuesday;
        List<SnoozeDialog.Wish> wishes = [];
        var dialog = Open(null, wishes.Add);
        See(dialog, () => Assert.NotEmpty(dialog.FindAll(".snooze-time")));
        Assert.True(dialog.Find("form").HasAttribute("novalidate"));

        await dialog.InvokeAsync(() => dialog.Find("#posponer-dia").ChangeAsync(new() { Value = "2026-03-02" }));
        await dialog.InvokeAsync(() => dialog.Find("form").SubmitAsync());
        See(dialog, () => Assert.Contains("ya pasó", Words(dialog.Find(".field-error")), StringComparison.Ordinal));

        // Saint Joseph's day, moved to its Monday: what is confirmed at once is asked again, and may be meant.
        await dialog.InvokeAsync(() => dialog.Find("#posponer-dia").ChangeAsync(new() { Value = "2026-03-23" }));
        See(dialog, () => Assert.StartsWith("El lunes 23 de marzo no se atiende:", Words(dialog.Find(".snooze-closed p")), StringComparison.Ordinal));
        await dialog.InvokeAsync(() => dialog.Find("form").SubmitAsync());
        See(dialog, () => Assert.Contains("confirme de nuevo", Words(dialog.Find(".field-error")), StringComparison.Ordinal));
        Assert.Empty(wishes);
        await dialog.InvokeAsync(() => dialog.Find("form").SubmitAsync());
        Assert.Equal(new DateTimeOffset(2026, 3, 23, 13, 0, 0, TimeSpan.Zero), Assert.Single(wishes).Until);

        await dialog.InvokeAsync(() => dialog.Find("[data-next-day]").ClickAsync(new()));
        See(dialog, () => Assert.Equal("2026-03-24", dialog.Find("#posponer-dia").GetAttribute("value")));
        Assert.Empty(dialog.FindAll(".snooze-closed p"));
        foreach (var strange in (string[])["0001-01-01", "9999-12-31"])
        {
            await dialog.InvokeAsync(() => dialog.Find("#posponer-dia").ChangeAsync(new() { Value = strange }));
            await dialog.InvokeAsync(() => dialog.Find("form").SubmitAsync());
        }
    }

    [Fact]
    public async Task A_time_is_taken_by_its_digit_unless_it_lies_behind_the_deadline()
    {
        Desk.Clock.Now = TestClock.Tuesday;
        List<SnoozeDialog.Wish> wishes = [];
        var dialog = Open(TestClock.Tuesday.AddHours(3), wishes.Add);

        foreach (var key in (string[])["4", "9", "0", "x", "1"]) await dialog.InvokeAsync(() => dialog.Find(".snooze-times").KeyDownAsync(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = key }));

        Assert.Equal(TestClock.Tuesday.AddHours(1), Assert.Single(wishes).Until);
    }

    private IRenderedComponent<SnoozeDialog> Open(DateTimeOffset? due, Action<SnoozeDialog.Wish>? chosen = null) => Render<SnoozeDialog>(parameters => parameters
        .Add(each => each.Title, "Posponer PQRS-2026-000001").Add(each => each.Dues, [due]).Add(each => each.OnChoose, wish => chosen?.Invoke(wish)));
}
