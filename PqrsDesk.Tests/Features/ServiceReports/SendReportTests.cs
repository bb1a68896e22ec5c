using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Features.Mailing;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>Reports by mail, to a real SMTP server where one is needed.</summary>
public sealed class SendReportTests
{
    [SkippableTheory, Engines]
    public async Task A_report_goes_once_from_two_nodes_with_what_it_said_and_a_bounce_shows(Engine engine)
    {
        await using var smtp = await SmtpPeer.StartAsync();
        await using var desk = await TestDesk.StartAsync(engine, To(smtp));
        await using var other = desk.AnotherNode(To(smtp));
        var month = await CustomerMonth.LiveAsync(desk);
        await desk.ReadAsync(db => db.OutgoingMails.ExecuteDeleteAsync());
        var (rosa, hugo) = (await month.PersonAsync(desk, "Rosa Gómez", "rosa@acueducto.example"), await month.PersonAsync(desk, "Hugo Díaz", "hugo@acueducto.example"));
        Assert.Null(await desk.Get<KeepPractice>().SaveAsync(new() { CustomerId = month.Customer.Id, Monthly = true, NeedsApproval = false, BusinessDay = 4, Language = "en", Recipients = [rosa.Id, hugo.Id] }, CustomerMonth.Lead, CancellationToken.None));

        // Thursday 2 and Friday 3 April 2026 are holy days: the fourth business day of April is the 8th, and the desk opens at 8:00.
        desk.Clock.Now = new(2026, 4, 8, 12, 59, 0, TimeSpan.Zero);
        Assert.Equal((0, 0), (await SweepAsync(desk), await SweepAsync(other)));
        desk.Clock.Now = new(2026, 4, 8, 13, 0, 0, TimeSpan.Zero);
        var both = await Task.WhenAll(Task.Run(() => SweepAsync(desk)), Task.Run(() => SweepAsync(other)));
        Assert.InRange(both.Sum(), 1, 2);
        Assert.Equal(0, await SweepAsync(desk));
        var sent = await desk.ReadAsync(db => db.SentReports.AsNoTracking().SingleAsync());
        Assert.Equal((true, ReportState.Sent, "en", Actor.Desk.Name), (sent.Automatic, sent.State, sent.Language, sent.DecidedBy));
        Assert.Equal(6d, sent.Figures![Kpi.Received]);

        Assert.Equal(2, await desk.Get<SendMails>().RunAsync(desk.Clock.Now, CancellationToken.None));
        Assert.Equal(0, await other.Get<SendMails>().RunAsync(desk.Clock.Now, CancellationToken.None));
        await Eventually.TrueAsync(() => smtp.Taken.Count == 2, "both letters were taken");
        Assert.Equal(["hugo@acueducto.example", "rosa@acueducto.example"], smtp.Taken.SelectMany(letter => letter.To).Order());
        var mail = ReadMail.Of(smtp.Taken.First().Message);
        Assert.Equal("Service report for March 2026 · Acueducto del Norte", mail.Subject);
        Assert.Contains("Cases received: 6. Answered: 5. Open at the cut: 1. In time: 66.7% of the answers that were due (n = 6).", mail.WholeText.ReplaceLineEndings(" "), StringComparison.Ordinal);
        var file = Assert.Single(mail.Files);
        Assert.Equal("service-report-2026-03.html", file.Name);
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(file.Content()));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("6", page.QuerySelector("[data-kpi=Received] dd")!.TextContent);
        Assert.Contains("late by 1 h", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(sent.Page, Encoding.UTF8.GetString(file.Content()));

        // It fetches nothing and runs nothing.
        Assert.Empty(page.QuerySelectorAll("script, img, link, iframe, object, a"));
        Assert.DoesNotContain("url(http", sent.Page, StringComparison.OrdinalIgnoreCase);

        await desk.TakeAsync(Mails.Bounce(await desk.ReadAsync(db => db.OutgoingMails.Where(row => row.ToName == "Hugo Díaz").Select(row => row.MessageId).SingleAsync())));
        var line = Assert.Single((await desk.Get<ReadSentReports>().HistoryAsync(month.Customer.Id, CancellationToken.None)).Lines);
        Assert.Equal([("Hugo Díaz", MailState.Bounced), ("Rosa Gómez", MailState.Sent)], line.Letters.OrderBy(letter => letter.Name, StringComparer.Ordinal).Select(letter => (letter.Name!, letter.State)));

        // An answer to it is of no case that is known, and becomes one of its own.
        var answer = await desk.TakeAsync(Mails.Plain("Re: " + mail.Subject, "Gracias.", extra: $"In-Reply-To: <{mail.MessageId}>\r\n"));
        Assert.Equal(MailFate.Filed, answer.Fate);
    }

    [SkippableTheory, Engines]
    public async Task What_was_sent_stays_as_it_was_and_the_difference_is_told(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine, Mails.Sending);
        var month = await CustomerMonth.LiveAsync(desk);
        var rosa = await month.PersonAsync(desk, "Rosa Gómez", "rosa@acueducto.example");
        var form = FormFor(rosa.Id);
        Assert.Null(await desk.Get<SendReport>().SendAsync(month.Customer.Id, CustomerMonth.March, form, CustomerMonth.Lead, CancellationToken.None));
        Assert.Null(await desk.Get<SendReport>().SendAsync(month.Customer.Id, CustomerMonth.March, form, CustomerMonth.Lead, CancellationToken.None));
        var sent = (await desk.Get<ReadSentReports>().LastAsync(month.Customer.Id, CustomerMonth.March, CancellationToken.None))!;
        Assert.Equal(1, await desk.ReadAsync(db => db.OutgoingMails.CountAsync(mail => mail.ReportId != null)));
        Assert.True(sent.Figures!.SameAs((await ReadServiceReportTests.ReadAsync(desk, month))!.Figures));

        // A case of March is filed after the fact, as an import does, and one is voided.
        await desk.ChangeAsync(month.Prompt, (ticket, book, now) => ticket.Reopen("El cobro se repitió.", book, now));
        var now = (await ReadServiceReportTests.ReadAsync(desk, month))!.Figures;
        Assert.False(sent.Figures.SameAs(now));
        Assert.Equal((5d, 4d), (sent.Figures[Kpi.Answered], now[Kpi.Answered]));
        var again = (await desk.Get<ReadSentReports>().LastAsync(month.Customer.Id, CustomerMonth.March, CancellationToken.None))!;
        Assert.Equal((sent.Page, 5d), (again.Page, again.Figures![Kpi.Answered]));
        Assert.Equal(sent.Page, await desk.Get<ReadSentReports>().PageAsync(month.Customer.Id, sent.Id, CancellationToken.None));
        Assert.Null(await desk.Get<ReadSentReports>().PageAsync(month.Customer.Id + 1, sent.Id, CancellationToken.None));
    }

    [SkippableTheory, Engines]
    public async Task A_draft_waits_for_a_lead_and_of_two_who_decide_one_has_it(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine, Mails.Sending);
        var month = await CustomerMonth.LiveAsync(desk);
        var rosa = await month.PersonAsync(desk, "Rosa Gómez", "rosa@acueducto.example");
        Assert.Null(await desk.Get<KeepPractice>().SaveAsync(new() { CustomerId = month.Customer.Id, Monthly = true, NeedsApproval = true, BusinessDay = 1, Recipients = [rosa.Id] }, CustomerMonth.Lead, CancellationToken.None));

        var (lead, agent) = (await desk.HireAsync("Luz Marina Peña", Role.Lead), await desk.HireAsync());

        // The first business day of April is the 1st, on which it was switched on: it is due.
        Assert.Equal(1, await SweepAsync(desk));
        Assert.Equal(0, await SweepAsync(desk));
        var draft = (await desk.Get<ReadSentReports>().DraftAsync(month.Customer.Id, CustomerMonth.March, CancellationToken.None))!;
        Assert.Equal("Informe de servicio de marzo de 2026 · Acueducto del Norte", draft.Subject);
        var told = await desk.ReadAsync(db => db.Notices.AsNoTracking().Where(notice => notice.Thing == NoticeThing.ReportDraft).SingleAsync());
        Assert.Equal((lead.Id, month.Customer.Id, new DateOnly(2026, 3, 1), "Acueducto del Norte"), (told.StaffId, told.ThingId!.Value, told.On!.Value, told.Words));
        Assert.NotEqual(agent.Id, told.StaffId);
        Assert.Equal(0, await desk.ReadAsync(db => db.OutgoingMails.CountAsync(mail => mail.ReportId != null)));

        // What a lead adds before it goes is part of it.
        Assert.Null(await desk.Get<KeepReport>().RemarkAsync(month.Customer.Id, CustomerMonth.March, "Se cambió el medidor.", 0, CustomerMonth.Lead, CancellationToken.None));
        Assert.Equal(ReportProblem.NotAllowed, (await desk.Get<SendReport>().ApproveAsync(draft.Id, FormFor(rosa.Id), Samples.Someone(), CancellationToken.None))!.Problem);
        var decided = await Task.WhenAll(
            Task.Run(() => desk.Get<SendReport>().ApproveAsync(draft.Id, FormFor(rosa.Id), CustomerMonth.Lead, CancellationToken.None)),
            Task.Run(() => desk.Get<SendReport>().ApproveAsync(draft.Id, FormFor(rosa.Id), CustomerMonth.Lead, CancellationToken.None)));
        Assert.Equal([null, ReportProblem.NoDraft], decided.Select(refusal => refusal?.Problem).Order());
        var sent = await desk.ReadAsync(db => db.SentReports.AsNoTracking().SingleAsync());
        Assert.Equal((ReportState.Sent, "Se cambió el medidor."), (sent.State, sent.Remarks));
        Assert.Equal(1, await desk.ReadAsync(db => db.OutgoingMails.CountAsync(mail => mail.ReportId == sent.Id)));
        Assert.Equal(ReportProblem.NoDraft, (await desk.Get<SendReport>().DiscardAsync(draft.Id, CustomerMonth.Lead, CancellationToken.None))!.Problem);
    }

    [Fact]
    public async Task A_month_that_was_sent_by_hand_or_was_due_before_it_was_switched_on_does_not_go_again()
    {
        await using var desk = await TestDesk.StartAsync(settings: Mails.Sending);
        var month = await CustomerMonth.LiveAsync(desk);
        var rosa = await month.PersonAsync(desk, "Rosa Gómez", "rosa@acueducto.example");
        desk.Clock.Now = new(2026, 4, 20, 14, 0, 0, TimeSpan.Zero);
        Assert.Null(await desk.Get<KeepPractice>().SaveAsync(new() { CustomerId = month.Customer.Id, Monthly = true, NeedsApproval = false, BusinessDay = 5, Recipients = [rosa.Id] }, CustomerMonth.Lead, CancellationToken.None));
        Assert.Equal(0, await SweepAsync(desk));

        // April goes in May, and is sent by hand before.
        desk.Clock.Now = new(2026, 5, 4, 14, 0, 0, TimeSpan.Zero);
        Assert.Null(await desk.Get<SendReport>().SendAsync(month.Customer.Id, Period.Month(2026, 4), FormFor(rosa.Id), CustomerMonth.Lead, CancellationToken.None));
        desk.Clock.Now = new(2026, 5, 25, 14, 0, 0, TimeSpan.Zero);
        Assert.Equal(0, await SweepAsync(desk));

        // May goes by itself; and when nobody is left to get June's, a lead is asked.
        desk.Clock.Now = new(2026, 6, 10, 14, 0, 0, TimeSpan.Zero);
        Assert.Equal(1, await SweepAsync(desk));
        await desk.ReadAsync(db => db.Contacts.Where(contact => contact.Id == rosa.Id).ExecuteUpdateAsync(set => set.SetProperty(contact => contact.Email, (string?)null)));
        desk.Clock.Now = new(2026, 7, 10, 14, 0, 0, TimeSpan.Zero);
        Assert.Equal(1, await SweepAsync(desk));
        Assert.Equal(
            [(4, ReportState.Sent), (5, ReportState.Sent), (6, ReportState.Draft)],
            (await desk.ReadAsync(db => db.SentReports.OrderBy(sent => sent.Id).Select(sent => new { sent.Month, sent.State }).ToListAsync())).Select(sent => (sent.Month.Month, sent.State)));
    }

    [Fact]
    public async Task What_cannot_be_sent_is_refused_in_words()
    {
        await using var desk = await TestDesk.StartAsync(settings: Mails.Sending);
        var month = await CustomerMonth.LiveAsync(desk);
        var rosa = await month.PersonAsync(desk, "Rosa Gómez", "rosa@acueducto.example");
        var stranger = await desk.AddAsync(new Domain.Customers.Contact { Name = "De otra casa", Email = "otra@example.org" });

        Assert.Equal(ReportProblem.NotAllowed, await RefusalAsync(FormFor(rosa.Id), by: Samples.Someone()));
        Assert.Equal(ReportProblem.MonthAhead, await RefusalAsync(FormFor(rosa.Id), Period.Month(2026, 5)));
        Assert.Equal(ReportProblem.NobodyChosen, await RefusalAsync(FormFor()));
        Assert.Equal(ReportProblem.RecipientUnknown, await RefusalAsync(FormFor(rosa.Id, stranger.Id)));
        Assert.Equal(ReportProblem.TooManyRecipients, await RefusalAsync(FormFor([.. Enumerable.Range(1, 21)])));
        Assert.Equal(ReportProblem.SubjectMissing, await RefusalAsync(With(form => form.Subject = " ")));
        Assert.Equal(ReportProblem.SubjectTooLong, await RefusalAsync(With(form => form.Subject = new string('x', 201))));
        Assert.Equal(ReportProblem.TextMissing, await RefusalAsync(With(form => form.Text = "")));
        Assert.Equal(ReportProblem.TextTooLong, await RefusalAsync(With(form => form.Text = new string('x', 100_000))));
        Assert.Equal(ReportProblem.LanguageUnknown, await RefusalAsync(With(form => form.Language = "fr")));
        Assert.Equal(ReportProblem.DayOutOfRange, (await desk.Get<KeepPractice>().SaveAsync(new() { CustomerId = month.Customer.Id, BusinessDay = 0 }, CustomerMonth.Lead, CancellationToken.None))!.Problem);
        Assert.Equal(ReportProblem.NobodyChosen, (await desk.Get<KeepPractice>().SaveAsync(new() { CustomerId = month.Customer.Id, Monthly = true }, CustomerMonth.Lead, CancellationToken.None))!.Problem);
        Assert.Equal(0, await desk.ReadAsync(db => db.SentReports.CountAsync()));

        await using var mute = await TestDesk.StartAsync();
        var unheard = await CustomerMonth.LiveAsync(mute);
        Assert.Equal(ReportProblem.NoMailServer, (await mute.Get<SendReport>().SendAsync(unheard.Customer.Id, CustomerMonth.March, FormFor(1), CustomerMonth.Lead, CancellationToken.None))!.Problem);

        SendForm With(Action<SendForm> change)
        {
            var form = FormFor(rosa.Id);
            change(form);
            return form;
        }

        async Task<ReportProblem?> RefusalAsync(SendForm form, Period? of = null, Actor? by = null) =>
            (await desk.Get<SendReport>().SendAsync(month.Customer.Id, of ?? CustomerMonth.March, form, by ?? CustomerMonth.Lead, CancellationToken.None))?.Problem;
    }

    [Fact]
    public async Task A_name_that_is_hostile_stays_text_in_the_page_that_travels()
    {
        const string Name = "</style><script>alert(1)</script> \"; } * { display: none }";
        await using var desk = await TestDesk.StartAsync(settings: Mails.Sending);
        var month = await CustomerMonth.LiveAsync(desk, Name);

        var page = new HtmlParser().ParseDocument(await desk.Get<ReportPages>().PageAsync((await ReadServiceReportTests.ReadAsync(desk, month))!, "es", CancellationToken.None));

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Contains(Name, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("style").Skip(1), style => Assert.DoesNotContain("display: none", style.TextContent, StringComparison.Ordinal));
    }

    private static SendForm FormFor(params int[] people) => new() { Subject = "Su informe", Text = "Va adjunto.", Recipients = [.. people] };

    private static Task<int> SweepAsync(TestDesk desk) => desk.Get<SweepReports>().RunAsync(desk.Clock.Now, CancellationToken.None);

    private static (string, string?)[] To(SmtpPeer smtp) => Mails.Sending.But(("Mail:Smtp:Port", smtp.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
