using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Features.Casework;
using PqrsDesk.Features.Knowledge;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench;

public sealed class KnowledgeBench : ISizedBench
{
    private const int Batch = 500;
    private static readonly string[] Subjects =
        ["factura", "cobro", "certificado", "alumbrado", "andén", "licencia", "subsidio", "portal", "contraseña", "acuerdo", "pago", "visita", "poda", "ruido", "acueducto", "alcantarillado", "basura", "parque", "obra", "señal"];
    private static readonly string[] Common = ["solicitud", "entidad", "documento", "respuesta", "término", "ciudadano", "trámite", "dependencia", "radicado", "plazo"];
    private static readonly string[] Syllables = ["ba", "ce", "di", "fo", "gu", "ja", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu", "cha", "lle", "qui"];

    public string Name => "knowledge";
    public string About => "The knowledge base: a page of the list, and what is suggested for a case.";
    public bool Usual => false;
    public IReadOnlyList<int> Sizes { get; set; } = [5_000];
    public string SizesMean => "articles";
    public IReadOnlyList<string> Columns => ["engine, articles", "typed", "found", "p50 ms", "p95 ms"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}", "not installed here", "", "", ""];
                continue;
            }

            foreach (var size in Sizes)
            {
                await using var desk = await TestDesk.StartAsync(engine);
                await FillAsync(desk, size);
                if (engine == Engine.Postgres) await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE"));
                var read = desk.Get<ReadArticles>();
                foreach (var typed in (string?[])[null, "s", "so", "solicitud", "factura", "cobro factura", "certificado de alumbrado público", "xilófono"])
                {
                    var query = new ArticleQuery(typed);
                    var found = await read.RunAsync(query, 1, CancellationToken.None);
                    var timing = await Timing.OfAsync(() => read.RunAsync(query, 1, CancellationToken.None), brief: true);
                    yield return [$"{engine}, {size:N0}", typed ?? "(the list)", $"{found.Lines.Count}", timing.Percentile(50), timing.Percentile(95)];
                }

                var number = (await desk.FileAsync(Samples.Filing with { Topic = "Facturación" })).Number;
                var suggest = desk.Get<SuggestAnswers>();
                var offers = await suggest.RunAsync(number, default, CancellationToken.None);
                var suggesting = await Timing.OfAsync(() => suggest.RunAsync(number, default, CancellationToken.None), brief: true);
                yield return [$"{engine}, {size:N0}", "(suggested for a case)", $"{offers.Count}", suggesting.Percentile(50), suggesting.Percentile(95)];
            }
        }
    }

    private static async Task FillAsync(TestDesk desk, int count)
    {
        var chance = new Random(1755);
        var topic = await desk.AddAsync(new Topic { Name = "Facturación" });
        for (var from = 0; from < count; from += Batch)
        {
            var articles = Enumerable.Range(from, Math.Min(Batch, count - from)).Select(number =>
            {
                var text = new ArticleText(
                    $"{Pick(Subjects)} {Pick(Subjects)} {Rare()}", string.Join(' ', Enumerable.Range(0, 250).Select(at => (at % 3) switch { 0 => Pick(Common), 1 => Pick(Subjects), _ => Rare() })),
                    number % 20 == 0 ? topic.Id : null, ArticleVisibility.Public, [Rare()]);
                var article = Article.Begin(text, Article.Spanish, $"articulo-{number}", null, Samples.Someone(), desk.Clock.Now);
                article.Publish(article.Versions[0], Samples.Someone(), desk.Clock.Now.AddMinutes(number));
                return article;
            }).ToList();
            await desk.Get<DeskWriter>().RunAsync(
                async db =>
                {
                    db.AddRange(articles);
                    await db.SaveChangesAsync();
                    db.AddRange(articles.SelectMany(article => ArticleWords.Of(article.Versions[0].Text).Select(word => new ArticleWord { ArticleId = article.Id, Word = word.Key, Weight = word.Value })));
                    return true;
                },
                CancellationToken.None);
        }

        string Pick(string[] words) => words[chance.Next(words.Length)];

        string Rare() => string.Concat(Enumerable.Range(0, 3).Select(_ => Pick(Syllables)));
    }
}
