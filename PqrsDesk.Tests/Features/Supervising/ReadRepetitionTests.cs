using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Likeness;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Likeness;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;
using static PqrsDesk.Infrastructure.Likeness.AlikeTexts;

namespace PqrsDesk.Features.Supervising;

public sealed class ReadRepetitionTests
{
    [SkippableTheory, Engines]
    public async Task Who_files_often_and_what_many_file_alike_is_listed_and_nobody_reserved_is_named(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var rosa = new PetitionerDetails { Name = "Rosa Cortés", Document = "CC 52.123.456" };
        await FileAsync(desk, Act, rosa);
        desk.Clock.Advance(TimeSpan.FromDays(31));
        var start = desk.Clock.Now;
        foreach (var text in (string[])[Dark, Dark, Dark + " Otra vez.", Act, "No hay luz"]) await FileAsync(desk, text, rosa);
        for (var i = 0; i < 3; i++) await FileAsync(desk, Water, Somebody(i));
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await FileAsync(desk, Water, Samples.Nobody);
        for (var i = 0; i < 2; i++) await FileAsync(desk, Water, new() { Name = "Testigo Oculto", Document = "CC 999888", Reserved = true });
        Assert.True((await ReadAsync(desk, Repetition.Usual)).Reading);
        await desk.Get<SignTexts>().RunAsync(CancellationToken.None);

        var read = await ReadAsync(desk, Repetition.Usual);

        Assert.False(read.Reading);
        var often = Assert.Single(read.People);
        Assert.Equal(("Rosa Cortés", 5, start, start, 3), (often.Name, often.Count, often.First, often.Last, often.Alike));
        var mass = Assert.Single(read.Groups);
        Assert.Equal((6, 3, 3, 100, false), (mass.Count, mass.Named, mass.Unnamed, mass.Percent, mass.IsMany));
        Assert.Equal((start, desk.Clock.Now), (mass.First, mass.Last));
        Assert.DoesNotContain("Testigo", $"{read.People} {string.Join(' ', read.People)} {string.Join(' ', read.Groups)}", StringComparison.Ordinal);

        // The first of them may be older than what is looked at.
        desk.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal((0, 0), (await ReadAsync(desk, Repetition.Usual)) is var later ? (later.People.Count, later.Groups.Count) : default);
        Assert.Equal(6, Assert.Single((await ReadAsync(desk, new(6, 366))).People).Count);
        Assert.Equal(RepeatsNobody, (await desk.Get<ReadRepetition>().RunAsync(new(2, 366), Reader.Nobody, CancellationToken.None)).People);
    }

    [Theory]
    [InlineData(0, 0, 2, 1)]
    [InlineData(-5, 99_999, 2, 366)]
    [InlineData(int.MaxValue, int.MinValue, 1_000, 1)]
    public void What_is_asked_for_in_an_address_stays_within_reason(int cases, int days, int least, int most) =>
        Assert.Equal((least, most), (new Repetition(cases, days).LeastCases, new Repetition(cases, days).Days));

    private static IReadOnlyList<RepeatPetitioner> RepeatsNobody => [];

    private static Task<RepeatedFilings> ReadAsync(TestDesk desk, Repetition repetition) => desk.Get<ReadRepetition>().RunAsync(repetition, new(AllTickets: true), CancellationToken.None);

    private static Task<Receipt> FileAsync(TestDesk desk, string text, PetitionerDetails who) => desk.FileAsync(Saying(text), who);
}
