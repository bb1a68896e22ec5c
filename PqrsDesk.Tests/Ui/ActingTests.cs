using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace PqrsDesk.Ui;

public class ActingTests : WidgetTest
{
    [Theory]
    [InlineData("es-CO", "Un momento")]
    [InlineData("en-US", "One moment")]
    public async Task A_button_works_once_and_says_that_it_does(string language, string busy)
    {
        Speak(language);
        var presses = 0;
        var done = new TaskCompletionSource();
        var page = Render<BusyButton>(p => p.Add(b => b.Text, "Enviar").Add(b => b.OnPress, () => { presses++; return done.Task; }));

        var first = page.Find("button").ClickAsync();
        await page.InvokeAsync(() => page.Find("button").ClickAsync());

        Assert.True(page.Find("button").HasAttribute("disabled"));
        Assert.Equal("true", page.Find("button").GetAttribute("aria-busy"));
        Assert.Equal(busy, Words(page.Find("button")));

        done.SetResult();
        await first;
        Assert.Equal(1, presses);
        Assert.False(page.Find("button").HasAttribute("disabled"));
        Assert.Equal("Enviar", Words(page.Find("button")));
    }

    [Fact]
    public void A_forms_button_is_busy_when_the_page_says_so()
    {
        var page = Render<BusyButton>(p => p
            .Add(b => b.Text, "Radicar").Add(b => b.BusyText, "Radicando").Add(b => b.Submit, true).Add(b => b.IsBusy, true));

        Assert.Equal("submit", page.Find("button").GetAttribute("type"));
        Assert.Equal("Radicando", Words(page.Find("button")));
        Assert.True(page.Find("button").HasAttribute("disabled"));
    }

    [Theory]
    [InlineData("es-CO", "Cancelar")]
    [InlineData("en-US", "Cancel")]
    public void A_question_names_the_thing_and_has_two_ways_out(string language, string cancel)
    {
        Speak(language);
        var answers = new List<string>();
        var page = Render<ConfirmDialog>(p => p
            .Add(d => d.Open, true).Add(d => d.Title, "¿Cerrar PQRS-2026-000001?").Add(d => d.ConfirmText, "Cerrar el caso")
            .Add(d => d.OnConfirm, () => answers.Add("yes")).Add(d => d.OnCancel, () => answers.Add("no")));

        var dialog = page.Find("dialog[data-modal]");
        Assert.Equal("¿Cerrar PQRS-2026-000001?", page.Find($"#{dialog.GetAttribute("aria-labelledby")}").TextContent);
        page.FindAll("button").Single(button => Words(button) == cancel).Click();
        page.FindAll("button").Single(button => Words(button) == "Cerrar el caso").Click();

        Assert.Equal(["no", "yes"], answers);
    }

    [Fact]
    public void A_closed_question_is_not_in_the_page()
    {
        Assert.Empty(Render<ConfirmDialog>(p => p.Add(d => d.Title, "¿Cerrar?").Add(d => d.ConfirmText, "Cerrar")).FindAll("dialog"));
    }

    [Fact]
    public void A_question_prints_the_name_of_the_thing_as_text()
    {
        AssertHarmless((IRenderedComponent<IComponent>)Render<ConfirmDialog>(p => p
            .Add(d => d.Open, true).Add(d => d.Title, Hostile).Add(d => d.ConfirmText, "Borrar")));
    }

    [Fact]
    public void A_field_ties_label_help_and_error_to_its_input()
    {
        var field = Render<Field>(p => p
            .Add(f => f.Label, "Asunto").Add(f => f.For, "asunto").Add(f => f.Optional, true)
            .Add(f => f.Help, "En una línea.").Add(f => f.Error, "Escriba el asunto.")
            .AddChildContent("<input id=\"asunto\">"));

        Assert.Equal("Asunto (opcional)", Words(field.Find("label[for=asunto]")));
        Assert.Equal("En una línea.", field.Find($"#{Field.HelpId("asunto")}").TextContent);
        Assert.Equal("Escriba el asunto.", Words(field.Find($"#{Field.ErrorId("asunto")}")));
        Assert.NotNull(field.Find("input#asunto"));
    }

    [Fact]
    public void An_error_that_quotes_what_was_typed_is_printed_as_text()
    {
        AssertHarmless((IRenderedComponent<IComponent>)Render<Field>(p => p
            .Add(f => f.Label, "Asunto").Add(f => f.For, "asunto").Add(f => f.Error, Hostile)
            .Add(f => f.ChildContent, _ => { })));
    }
}
