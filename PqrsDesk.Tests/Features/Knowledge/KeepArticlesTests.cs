using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Portal;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Knowledge;

public sealed class KeepArticlesTests
{
    private static readonly Actor Agent = Samples.Someone();
    private static readonly Reader Staff = new(AllTickets: true);

    [SkippableTheory, Engines]
    public async Task An_agent_proposes_and_a_lead_publishes_and_nothing_that_was_saved_is_lost(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (keep, read) = (desk.Get<KeepArticles>(), desk.Get<ReadArticle>());
        var form = new ArticleForm { Title = "Paz y salvo", Body = "Uno.", Visibility = ArticleVisibility.Public };
        Assert.Equal(AnswersProblem.NotAllowed, (await keep.SaveAsync(form, publish: true, Agent, CancellationToken.None)).Fault!.Problem);
        var id = (await keep.SaveAsync(form, publish: false, Agent, CancellationToken.None)).Id!.Value;
        Assert.Equal(ArticleState.Draft, (await read.RunAsync(id, Staff, CancellationToken.None))!.State);
        Assert.Null(await desk.Get<ReadHelp>().ArticleAsync("paz-y-salvo", CancellationToken.None));
        Assert.Equal(AnswersProblem.NotAllowed, (await keep.PublishAsync(id, 1, Agent, CancellationToken.None))!.Problem);
        Assert.Null(await keep.PublishAsync(id, 1, KnownHouse.Lead, CancellationToken.None));

        await SaveAsync("Dos.", 1, Agent, publish: false);
        var article = (await read.RunAsync(id, Staff, CancellationToken.None))!;
        Assert.Equal((ArticleState.Published, 1, 2, "Uno.", true), (article.State, article.Published, article.Latest, article.Text.Body, article.Proposed));
        Assert.Equal("Uno.", (await desk.Get<ReadHelp>().ArticleAsync("paz-y-salvo", CancellationToken.None))!.Body);

        Assert.Equal(new(AnswersProblem.ChangedMeanwhile, Agent.Name), (await TrySaveAsync("Tres.", 1, KnownHouse.Lead, publish: true)).Fault);
        await SaveAsync("Tres.", 2, KnownHouse.Lead, publish: true);
        Assert.Equal(AnswersProblem.NothingChanged, (await TrySaveAsync("Tres.", 3, KnownHouse.Lead, publish: true)).Fault!.Problem);
        Assert.Equal("Tres.", (await desk.Get<ReadHelp>().ArticleAsync("paz-y-salvo", CancellationToken.None))!.Body);

        Assert.Null(await keep.RestoreAsync(id, 1, 3, Agent, CancellationToken.None));
        Assert.Equal(AnswersProblem.NothingChanged, (await keep.RestoreAsync(id, 1, 4, Agent, CancellationToken.None))!.Problem);
        var versions = await read.VersionsAsync(id, CancellationToken.None);
        Assert.Equal([(4, 1), (3, null), (2, null), (1, null)], versions.Select(version => (version.Number, version.RestoredFrom)));
        Assert.Equal([Agent.Name, KnownHouse.Lead.Name, Agent.Name, Agent.Name], versions.Select(version => version.ByName));
        Assert.Equal("Uno.", (await read.TextAsync(id, 4, CancellationToken.None))!.Body);

        Assert.Equal(AnswersProblem.NotAllowed, (await keep.RetireAsync(id, Agent, CancellationToken.None))!.Problem);
        Assert.Null(await keep.RetireAsync(id, KnownHouse.Lead, CancellationToken.None));
        Assert.Null(await desk.Get<ReadHelp>().ArticleAsync("paz-y-salvo", CancellationToken.None));
        Assert.Equal(AnswersProblem.Retired, (await TrySaveAsync("Cuatro.", 4, Agent, publish: false)).Fault!.Problem);
        Assert.Null(await keep.PublishAsync(id, 4, KnownHouse.Lead, CancellationToken.None));
        Assert.Equal("Uno.", (await desk.Get<ReadHelp>().ArticleAsync("paz-y-salvo", CancellationToken.None))!.Body);

        Task<SavedArticle> TrySaveAsync(string body, int seen, Actor by, bool publish) =>
            keep.SaveAsync(ArticleForm.Of(id, "es", seen, new("Paz y salvo", body, null, ArticleVisibility.Public, [])), publish, by, CancellationToken.None);

        async Task SaveAsync(string body, int seen, Actor by, bool publish) => Assert.Null((await TrySaveAsync(body, seen, by, publish)).Fault);
    }

    [Fact]
    public async Task Translations_know_each_other_and_there_is_one_of_each_language()
    {
        await using var desk = await TestDesk.StartAsync();
        var spanish = await desk.ArticleAsync("Paz y salvo");
        var english = await desk.ArticleAsync("Clearance certificate", language: "en", translates: spanish);
        Assert.Equal([english], (await desk.Get<ReadArticle>().RunAsync(spanish, Staff, CancellationToken.None))!.Translations.Select(other => other.Id));
        Assert.Equal([spanish], (await desk.Get<ReadArticle>().RunAsync(english, Staff, CancellationToken.None))!.Translations.Select(other => other.Id));
        Assert.Equal("clearance-certificate", (await desk.Get<ReadHelp>().ArticleAsync("paz-y-salvo", CancellationToken.None))!.OtherSlug);
        var again = new ArticleForm { Title = "Otra", Body = "Texto.", Language = "en", Translates = spanish };
        Assert.Equal(AnswersProblem.TranslationTaken, (await desk.Get<KeepArticles>().SaveAsync(again, false, Agent, CancellationToken.None)).Fault!.Problem);
        Assert.Equal(AnswersProblem.LanguageUnknown, (await desk.Get<KeepArticles>().SaveAsync(new() { Title = "Otra", Body = "x", Language = "fr" }, false, Agent, CancellationToken.None)).Fault!.Problem);
        var twin = await desk.ArticleAsync("PAZ y salvo");
        Assert.Equal("paz-y-salvo-2", (await desk.Get<ReadArticle>().RunAsync(twin, Staff, CancellationToken.None))!.Slug);
    }

    [SkippableTheory, Engines]
    public async Task Articles_are_found_by_words_and_those_of_the_title_come_first(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var body = await desk.ArticleAsync("Otra cosa", "Aquí se habla del alumbrado público y de más.");
        var tagged = await desk.ArticleAsync("Luminarias", tags: "alumbrado, bombillos");
        var title = await desk.ArticleAsync("ALUMBRADO público: cómo reportar");
        var draft = await desk.ArticleAsync("Alumbrado en borrador", publish: false, visibility: ArticleVisibility.Internal);
        var retired = await desk.ArticleAsync("Alumbrado viejo");
        Assert.Null(await desk.Get<KeepArticles>().RetireAsync(retired, KnownHouse.Lead, CancellationToken.None));
        var english = await desk.ArticleAsync("Street lighting", tags: "alumbrado", language: "en");

        Assert.Equal([draft, title, english, tagged, body], await FindAsync(new("alumbrado")));
        Assert.Equal([title], await FindAsync(new("alumbr REPORT")));
        Assert.Equal([title, body], await FindAsync(new("público alumbrádo")));
        Assert.Equal([draft], await FindAsync(new("alumbrado", State: ArticleState.Draft)));
        Assert.Equal([retired], await FindAsync(new("alumbrado", State: ArticleState.Retired)));
        Assert.Equal([english], await FindAsync(new("alumbrado", Language: "en")));
        Assert.Equal([draft], await FindAsync(new("alumbrado", Visibility: ArticleVisibility.Internal)));
        Assert.Equal([english, draft, title, tagged, body], await FindAsync(new()));
        Assert.Empty(await FindAsync(new("nadaquever")));

        // Nobody has both: rather those that have one.
        Assert.Equal([tagged], await FindAsync(new("bombillos nadaquever")));
        Assert.Equal([title, tagged, body], (await desk.Get<ReadHelp>().RunAsync("alumbrado", "es", CancellationToken.None)).Where(line => line.Language == "es").Select(line => IdOf(line.Slug)));

        // A text that was changed is found by its new words alone, once it is read.
        var form = ArticleForm.Of(tagged, "es", 1, new("Postes", "Texto.", null, ArticleVisibility.Public, []));
        Assert.Null((await desk.Get<KeepArticles>().SaveAsync(form, false, Agent, CancellationToken.None)).Fault);
        Assert.Empty(await FindAsync(new("postes")));
        Assert.Null(await desk.Get<KeepArticles>().PublishAsync(tagged, 2, KnownHouse.Lead, CancellationToken.None));
        Assert.Equal([tagged], await FindAsync(new("postes")));
        Assert.DoesNotContain(tagged, await FindAsync(new("luminarias")));

        int IdOf(string slug) => desk.ReadAsync(db => Task.FromResult(db.Articles.Single(article => article.Slug == slug).Id)).GetAwaiter().GetResult();

        async Task<IEnumerable<int>> FindAsync(ArticleQuery query) => (await desk.Get<ReadArticles>().RunAsync(query, 1, CancellationToken.None)).Lines.Select(line => line.Id);
    }

    [Fact]
    public async Task An_answer_says_which_articles_it_drew_on_and_they_name_its_case()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.ArticleAsync("Paz y salvo");
        var number = (await desk.FileAsync()).Number;
        await desk.ChangeAsync(number, (ticket, book, now) => ticket.Reply("Mire el artículo.", book, now, used: [new(id, 1, "Paz y salvo")]));
        await desk.ChangeAsync(number, (ticket, book, now) => ticket.Answer("Adjunto.", book, now, used: [new(id, 1, "Paz y salvo"), new(id, 1, "Paz y salvo")]));

        Assert.Equal([new(id, 1, "Paz y salvo")], (await desk.LogAsync(number)).OfType<TicketEvent.Replied>().Single().Used!);
        var article = (await desk.Get<ReadArticle>().RunAsync(id, Staff, CancellationToken.None))!;
        Assert.Equal((2, 2), (article.Uses, article.Cases.Count));
        Assert.All(article.Cases, used => Assert.Equal((number, 1), (used.Number, used.Version)));
        Assert.Empty((await desk.Get<ReadArticle>().RunAsync(id, Reader.Nobody, CancellationToken.None))!.Cases);
        Assert.Equal(2, (await desk.Get<ReadArticles>().RunAsync(new(), 1, CancellationToken.None)).Lines.Single().Uses);
    }
}
