using Bunit;
using PqrsDesk.Features.Drafting;
using PqrsDesk.Testing;

namespace PqrsDesk.Features.Casework;

/// <summary>The page of a case, opened by an agent.</summary>
public abstract class TicketPageTest : PageTest
{
    private protected static Task TypeAsync(IRenderedComponent<TicketPage> page, string text) => page.InvokeAsync(() => page.Find(".composer textarea").InputAsync(text));

    private protected IRenderedComponent<TicketPage> Open(string number)
    {
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => page.Find(".ticket"));
        return page;
    }

    private protected Task<KeptWords?> KeptAsync(string number) => Desk.Get<Drafts>().ReadAsync<KeptWords>(Me.Id, $"caso:{number}", CancellationToken.None);

    private protected static Task PressAsync(IRenderedComponent<TicketPage> page, string words) =>
        page.InvokeAsync(() => page.FindAll("[data-key^=send]").First(button => Words(button) == words).ClickAsync());

    private protected static IEnumerable<string> Buttons(IRenderedComponent<TicketPage> page) => page.FindAll("[data-key^=send]").Select(button => button.GetAttribute("aria-label") ?? Words(button));
}
