using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Notices;

/// <summary>Notices that are about no case.</summary>
public sealed class ThingNoticesTests : PageTest
{
    [Fact]
    public async Task A_reminder_of_a_review_is_told_in_words_and_leads_to_it()
    {
        await Desk.Get<DeskWriter>().RunAsync(db => Task.FromResult(db.Notices.Add(new Notice
        {
            StaffId = Me.Id,
            TicketId = null,
            Sequence = 0,
            Kind = NoticeKind.Service,
            Thing = NoticeThing.CriticalityReview,
            ThingId = 7,
            On = new(2026, 4, 2),
            Words = Hostile,
            At = Desk.Clock.Now,
        })), CancellationToken.None);
        var bell = Render<NoticeBell>();
        See(bell, () => Assert.Equal("1", Words(bell.Find(".bell-count"))));
        await bell.InvokeAsync(() => bell.Find(".bell > button").ClickAsync(new()));
        See(bell, () => Assert.EndsWith("Plataformas y contratos", Words(bell.Find(".bell-case")), StringComparison.Ordinal));

        var page = Render<NoticesPage>();
        See(page, () => Assert.Equal($"La criticidad de {Hostile} se revisa el jueves, 2 de abril de 2026.", Words(page.Find(".notice-words"))));
        AssertNoElements(page);
        await page.InvokeAsync(() => page.Find(".notice-go").ClickAsync(new()));
        See(page, () => Assert.EndsWith(DeskUrls.CriticalityOf(7), Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
    }
}
