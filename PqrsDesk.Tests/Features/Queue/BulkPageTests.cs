using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Queue;

/// <summary>Rows picked on the queue's page, and what is done to them together. Who looks is a lead.</summary>
public sealed class BulkPageTests : QueuePageTest
{
    public BulkPageTests() => Services.AddSingleton<IBulkAct, Greeting>();

    private protected override Role Role => Role.Lead;

    [Fact]
    public async Task Picked_rows_are_counted_and_let_go_again()
    {
        var numbers = await FileAsync(3);
        var page = Open();
        Assert.Empty(page.FindAll(".bulk-bar"));

        await PickAsync(page, numbers[0]);
        Assert.Equal("1 caso seleccionado", Words(page.Find(".bulk-count")));
        Assert.Equal("1 caso seleccionado", Words(page.Find(".bulk-place [role=status]")));
        Assert.True(page.Find("[data-pick-page]").HasAttribute("data-some"));

        await PickAsync(page, numbers[2], shift: true);
        Assert.Equal("3 casos seleccionados", Words(page.Find(".bulk-count")));
        Assert.True(page.Find("[data-pick-page]").HasAttribute("checked"));
        Assert.False(page.Find("[data-pick-page]").HasAttribute("data-some"));

        await PressAsync(page, () => page.Find("[data-key=unpick]"));
        Assert.Empty(page.FindAll(".bulk-bar, tr[data-picked]"));
    }

    [Fact]
    public async Task Taking_the_picked_is_one_push_says_how_many_and_can_be_undone()
    {
        var numbers = await FileAsync(3);
        var page = Open();
        await PressAsync(page, () => page.Find("[data-pick-page]"));
        var pushes = 0;
        using var reading = desk.Get<ITicketFeed>().Subscribe(_ => Interlocked.Increment(ref pushes));

        await PressAsync(page, () => page.Find("[data-bulk-take]"));

        page.WaitForAssertion(() => Assert.Equal("Usted tomó 3 casos.", Words(page.Find(".notice-words"))));
        Assert.Empty(page.FindAll(".bulk-bar"));
        Assert.Equal(1, pushes);
        Assert.Equal([ana.Id, ana.Id, ana.Id], await OwnersAsync(numbers));

        await PressAsync(page, () => page.FindAll(".notice button").Single(button => Words(button) == "Deshacer"));
        page.WaitForAssertion(() => Assert.Equal("3 casos volvieron a quien los tenía o a la cola.", Words(page.Find(".notice-words"))));
        Assert.Equal(2, pushes);
        Assert.Equal([null, null, null], await OwnersAsync(numbers));
    }

    [Fact]
    public async Task Assigning_says_which_did_not_go_and_why_and_undo_gives_each_back_to_its_owner()
    {
        var beto = await desk.HireAsync("Beto Ruiz");
        var camilo = await desk.HireAsync("Camilo Duarte");
        var numbers = await FileAsync(4);
        await desk.TakeAsync(numbers[1], camilo);
        var page = Open();
        await PressAsync(page, () => page.Find("[data-pick-page]"));
        await desk.AnswerAsync(numbers[3], by: Actor.Staff(camilo));
        await SeeAsync(page, () => page.FindAll("tr[data-row]").Count == 3);
        Assert.Equal("4 casos seleccionados", Words(page.Find(".bulk-count")));

        await PressAsync(page, () => page.Find("[data-bulk-assign]"));
        Assert.Equal("Asignar 4 casos", Words(page.Find("dialog h2")));
        await PressAsync(page, () => page.FindAll(".people button").First(button => Words(button).Contains(beto.Name, StringComparison.Ordinal)));

        page.WaitForAssertion(() => Assert.Equal("Se asignaron 3 casos a Beto Ruiz; 1 no:", Words(page.Find(".notice-words p"))));
        Assert.StartsWith($"{numbers[3]}: cambió hace un momento.", Words(page.FindAll(".notice-words p")[1]), StringComparison.Ordinal);
        Assert.Equal([beto.Id, beto.Id, beto.Id, null], await OwnersAsync(numbers));

        await PressAsync(page, () => page.FindAll(".notice button").Single(button => Words(button) == "Deshacer"));
        page.WaitForAssertion(() => Assert.Equal("3 casos volvieron a quien los tenía o a la cola.", Words(page.Find(".notice-words"))));
        Assert.Equal([null, camilo.Id, null, null], await OwnersAsync(numbers));
    }

    [Fact]
    public async Task What_somebody_did_after_it_is_not_undone()
    {
        var beto = await desk.HireAsync("Beto Ruiz");
        var numbers = await FileAsync(2);
        var page = Open();
        await PressAsync(page, () => page.Find("[data-pick-page]"));
        await PressAsync(page, () => page.Find("[data-bulk-assign]"));
        await PressAsync(page, () => page.FindAll(".people button").First(button => Words(button).Contains(beto.Name, StringComparison.Ordinal)));
        page.WaitForElement(".notice");
        await desk.ReplyAsync(numbers[0], by: Actor.Staff(beto));

        await PressAsync(page, () => page.FindAll(".notice button").Single(button => Words(button) == "Deshacer"));

        page.WaitForAssertion(() => Assert.Equal("1 caso volvió a quien lo tenía o a la cola; 1 no:", Words(page.Find(".notice-words p"))));
        Assert.Equal([beto.Id, null], await OwnersAsync(numbers));
    }

    [Fact]
    public async Task Of_many_that_did_not_go_five_are_named()
    {
        var numbers = await FileAsync(8);
        foreach (var number in numbers) await desk.TakeAsync(number, await desk.HireAsync("Camilo Duarte"));
        var page = Open();
        await PressAsync(page, () => page.Find("[data-pick-page]"));

        await PressAsync(page, () => page.Find("[data-bulk-take]"));

        page.WaitForAssertion(() => Assert.Equal("Ninguno de los 8 casos cambió:", Words(page.Find(".notice.refused .notice-words p"))));
        var lines = page.FindAll(".notice-words p").Select(Words).ToList();
        Assert.Equal((7, "y 3 más"), (lines.Count, lines[^1]));
        Assert.DoesNotContain(page.FindAll(".notice button"), button => Words(button) == "Deshacer");
    }

    [Fact]
    public async Task A_priority_for_many_wants_a_choice_and_a_reason()
    {
        var numbers = await FileAsync(2);
        await desk.ChangePriorityAsync(numbers[1], Priority.High);
        var page = Open();
        await PressAsync(page, () => page.Find("[data-pick-page]"));
        await PressAsync(page, () => page.Find("[data-bulk-prioritize]"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        page.WaitForAssertion(() => Assert.Equal("Elija la prioridad.", Words(page.Find("#prioridad-error"))));
        await page.InvokeAsync(() => page.FindAll("dialog input[type=radio]")[2].ChangeAsync(new() { Value = "on" }));

        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        page.WaitForAssertion(() => Assert.Contains("motivo", Words(page.Find(".field-error")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("dialog textarea").InputAsync(new() { Value = "Es una prueba" }));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());

        page.WaitForAssertion(() => Assert.Equal("2 casos quedaron en prioridad Baja.", Words(page.Find(".notice-words"))));
        foreach (var number in numbers) Assert.Equal(Priority.Low, (await desk.TicketAsync(number)).Priority);
    }

    [Fact]
    public async Task The_whole_list_can_be_picked_beyond_the_page()
    {
        await FileAsync(QueueView.PageSize + 7);
        var page = Open();
        await PressAsync(page, () => page.Find("[data-pick-page]"));

        Assert.Equal("Seleccionar los 57 de esta lista", Words(page.Find("[data-pick-list]")));
        await PressAsync(page, () => page.Find("[data-pick-list]"));

        Assert.Equal("57 casos seleccionados", Words(page.Find(".bulk-count")));
        Assert.Empty(page.FindAll("[data-pick-list]"));
        await PressAsync(page, () => page.Find("[data-bulk-take]"));
        page.WaitForAssertion(() => Assert.Equal("Usted tomó 57 casos.", Words(page.Find(".notice-words"))));
    }

    [Fact]
    public async Task The_selection_outlives_a_push_and_the_next_page_but_not_another_filter()
    {
        var numbers = await FileAsync(QueueView.PageSize + 1);
        var page = Open();
        var first = page.Find("tr[data-row]").GetAttribute("data-row")!;
        await PickAsync(page, first);

        await desk.NoteAsync(first);
        await SeeAsync(page, () => page.Find($"tr[data-row='{first}']").GetAttribute("data-version") == "2");
        Assert.True(page.Find($"tr[data-row='{first}'] [data-act='pick']").HasAttribute("checked"));

        Go(page.Find("a[rel=next]").GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tr[data-row]")));
        Assert.Equal("1 caso seleccionado", Words(page.Find(".bulk-count")));

        Go(FilterAddress.Of(new() { Kind = TicketKind.Claim }));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".bulk-bar")));
        Assert.Equal(QueueView.PageSize + 1, numbers.Count);
    }

    [Fact]
    public async Task What_is_on_the_page_was_seen_and_so_a_note_of_others_holds_nothing_back()
    {
        var numbers = await FileAsync(2);
        var page = Open();
        await PressAsync(page, () => page.Find("[data-pick-page]"));
        await desk.NoteAsync(numbers[0]);
        await SeeAsync(page, () => page.Find($"tr[data-row='{numbers[0]}']").GetAttribute("data-version") == "2");

        await PressAsync(page, () => page.Find("[data-bulk-assign]"));
        await PressAsync(page, () => page.FindAll(".people button").First(button => Words(button).Contains(ana.Name, StringComparison.Ordinal)));

        page.WaitForAssertion(() => Assert.Equal($"Se asignaron 2 casos a {ana.Name}.", Words(page.Find(".notice-words"))));
    }

    [Fact]
    public async Task Hostile_names_stay_text()
    {
        var hostile = await desk.HireAsync(Hostile);
        await FileAsync(2);
        var page = Open();
        await PressAsync(page, () => page.Find("[data-pick-page]"));
        await PressAsync(page, () => page.Find("[data-bulk-assign]"));
        await PressAsync(page, () => page.FindAll(".people button").First(button => Words(button).Contains("alert", StringComparison.Ordinal)));

        page.WaitForAssertion(() => Assert.Contains(Hostile, page.Find(".notice-words").TextContent, StringComparison.Ordinal));
        AssertNoElements((IRenderedComponent<IComponent>)page);
        Assert.Equal(2, await desk.ReadAsync(db => Task.FromResult(db.Tickets.Count(ticket => ticket.OwnerId == hostile.Id))));
    }

    [Fact]
    public async Task In_English_no_word_stays_Spanish()
    {
        await FileAsync(2);
        Speak("en-US");
        var page = Open();
        await PressAsync(page, () => page.Find("[data-pick-page]"));

        Assert.Equal(["2 cases selected", "Take", "Assign…", "Priority…", "More actions", "Clear selection"], page.FindAll(".bulk-count, .bulk-bar button:not(.bulk-entry)").Select(Words));
        Assert.Equal(
            ["Put aside…", "Bring back", "Wait on the petitioner…", "Resume", "Topic and product…", "Move to another area…", "Put into a work queue…", "Give back to the queue", "Merge…", "Export…", "Spam…"],
            page.FindAll(".bulk-menu .bulk-entry[data-bulk] > span:first-child").Select(Words));
    }

    [Fact]
    public async Task Waiting_asks_for_the_cause_or_a_reason_and_can_be_undone()
    {
        var numbers = await FileAsync(2);
        var page = Open();
        await PressAsync(page, () => page.Find("[data-pick-page]"));
        await PressAsync(page, () => page.Find("[data-bulk=wait]"));
        Assert.Equal("Poner 2 casos en espera", Words(page.Find("dialog h2")));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        page.WaitForAssertion(() => Assert.Contains("motivo", Words(page.Find(".field-error")), StringComparison.Ordinal));

        await page.InvokeAsync(() => page.Find("#varios-causa").ChangeAsync(new() { Value = page.Find("#varios-causa option:nth-child(2)").GetAttribute("value") }));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        page.WaitForAssertion(() => Assert.Equal("2 casos quedaron en espera.", Words(page.Find(".notice-words"))));
        foreach (var number in numbers) Assert.Equal(TicketStatus.AwaitingPetitioner, (await desk.TicketAsync(number)).Status);

        await PressAsync(page, () => page.FindAll(".notice button").Single(button => Words(button) == "Deshacer"));
        page.WaitForAssertion(() => Assert.Equal("2 casos quedaron como estaban.", Words(page.Find(".notice-words"))));
        foreach (var number in numbers) Assert.Equal(TicketStatus.Filed, (await desk.TicketAsync(number)).Status);
    }

    [Fact]
    public async Task Putting_aside_takes_a_quick_time_shows_the_nearest_deadline_and_marks_the_rows()
    {
        var numbers = await FileAsync(2);
        await desk.TakeAsync(numbers[0], ana);
        var page = Open();
        await PressAsync(page, () => page.Find("[data-pick-page]"));
        await PressAsync(page, () => page.Find("[data-bulk=snooze]"));
        page.WaitForAssertion(() => Assert.Contains("El primero vence:", Words(page.Find("dialog")), StringComparison.Ordinal));
        await PressAsync(page, () => page.Find(".snooze-time"));

        page.WaitForAssertion(() => Assert.StartsWith("1 caso quedó pospuesto hasta el", Words(page.Find(".notice-words p")), StringComparison.Ordinal));
        Assert.Equal($"{numbers[1]}: El caso no tiene responsable: tómelo antes de posponerlo.", Words(page.FindAll(".notice-words p")[1]));
        await SeeAsync(page, () => page.FindAll(".snooze-mark").Count == 1);

        Go(FilterAddress.Of(new() { Snoozed = true }));
        page.WaitForAssertion(() => Assert.Equal(numbers[0], Assert.Single(page.FindAll("tr[data-row]")).GetAttribute("data-row")));
        Go(DeskUrls.MyTickets);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("tr[data-row]")));
    }

    [Fact]
    public async Task Merging_says_before_that_it_is_not_undone_here_and_after_into_which()
    {
        var numbers = await FileAsync(3);
        var page = Open();
        await PressAsync(page, () => page.Find("[data-pick-page]"));
        await PressAsync(page, () => page.Find("[data-bulk=merge]"));
        Assert.Contains("no se deshace", Words(page.Find("dialog")), StringComparison.Ordinal);
        Assert.Contains($"Sigue: {numbers[0]}", Words(page.Find(".merge-preview p")), StringComparison.Ordinal);
        Assert.Equal(numbers.Skip(1), page.FindAll(".merge-preview li .radicado").Select(Words));
        Assert.Empty(page.FindAll(".merge-preview .refusal"));
        await page.InvokeAsync(() => page.Find("#varios-motivo").InputAsync(new() { Value = Hostile }));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());

        page.WaitForAssertion(() => Assert.Equal($"2 casos se responden con {numbers[0]}.", Words(page.Find(".notice-words"))));
        Assert.DoesNotContain(page.FindAll(".notice button"), button => Words(button) == "Deshacer");
        AssertNoElements((IRenderedComponent<IComponent>)page);
    }

    [Fact]
    public async Task What_another_slice_brings_stands_in_the_menu_with_its_own_dialog()
    {
        var numbers = await FileAsync(2);
        var page = Open();
        await PressAsync(page, () => page.Find("[data-pick-page]"));
        await PressAsync(page, () => page.FindAll(".bulk-entry").Single(entry => Words(entry) == "Saludar…"));
        await PressAsync(page, () => page.Find("#saludar"));

        page.WaitForAssertion(() => Assert.Equal($"Saludados: {string.Join(", ", numbers.Order())}.", Words(page.Find(".notice-words"))));
        Assert.Empty(page.FindAll(".bulk-bar"));
    }

    private sealed class Greeting : IBulkAct
    {
        public string Name => "Saludar…";

        public Type Dialog => typeof(GreetingDialog);
    }

    private sealed class GreetingDialog : BulkActDialog
    {
        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "id", "saludar");
            builder.AddAttribute(2, "onclick", EventCallback.Factory.Create(this, () => OnDone.InvokeAsync(new($"Saludados: {string.Join(", ", Cases.Select(each => each.Number).Order())}.", []))));
            builder.CloseElement();
        }
    }

    [Fact]
    public async Task What_is_picked_goes_into_the_form_of_the_file()
    {
        var numbers = await FileAsync(2);
        var page = Open();
        await PressAsync(page, () => page.Find("[data-pick-page]"));
        await PressAsync(page, () => page.Find("[data-bulk=export]"));

        Assert.Equal(numbers.Order(), page.Find("dialog input[type=hidden]").GetAttribute("value")!.Split(' ').Order());
        Assert.Equal(DeskUrls.QueueWorkbook, page.Find("dialog form").GetAttribute("action"));
        Assert.Equal(DeskUrls.QueueCsv, page.Find("dialog button[formaction]").GetAttribute("formaction"));
    }

    private async Task<List<string>> FileAsync(int count)
    {
        var numbers = new List<string>();
        for (var i = 0; i < count; i++) numbers.Add((await desk.FileAsync()).Number);
        return numbers;
    }

    private static Task PickAsync(IRenderedComponent<QueuePage> page, string number, bool shift = false) =>
        PressAsync(page, () => page.Find($"tr[data-row='{number}'] [data-act='pick']"), shift);

    private async Task<List<int?>> OwnersAsync(IEnumerable<string> numbers)
    {
        var owners = new List<int?>();
        foreach (var number in numbers) owners.Add((await desk.TicketAsync(number)).OwnerId);
        return owners;
    }
}
