using PqrsDesk.Domain.People;
using Xunit;

namespace PqrsDesk.Domain.Together;

/// <summary>Whom a text calls by name.</summary>
public sealed class MentionBookTests
{
    private static readonly Dictionary<int, string> Areas = new() { [1] = "Cartera", [2] = "Jurídica (central)" };

    [Theory]
    [InlineData("Por favor @Ana Restrepo, mire esto.", "@Ana Restrepo")]
    [InlineData("@ana restrepo", "@ana restrepo")]
    [InlineData("(@ÁNA RESTREPO)", "@ÁNA RESTREPO")]
    [InlineData("@Ana\u00a0Restrepo", "@Ana\u00a0Restrepo")]
    [InlineData("¿@José Íñiguez?", "@José Íñiguez")]
    [InlineData("@Jose In\u0303iguez…", "@Jose In\u0303iguez")]
    [InlineData("\u202e@An\u200ba Restrepo\u202c!", "@An\u200ba Restrepo")]
    public void Case_accents_and_signs_that_nobody_sees_do_not_matter(string text, string written)
    {
        var called = Assert.Single(Book(("Ana Restrepo", 1), ("José Íñiguez", 1)).In(text));
        Assert.Equal(written, called.As.TrimEnd('\u202c'));
    }

    [Theory]
    [InlineData("ana restrepo sin signo")]
    [InlineData("correo@Ana Restrepo")]
    [InlineData("@Ana")]
    [InlineData("@Ana Restrepos")]
    [InlineData("@Ana\nRestrepo")]
    [InlineData("@")]
    [InlineData("@ Ana Restrepo")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_whole_name_calls_nobody(string? text) => Assert.Empty(Book(("Ana Restrepo", 1)).In(text));

    [Fact]
    public void The_longest_name_is_meant_and_each_person_is_called_once()
    {
        var book = Book(("Ana", 1), ("Ana María", 1), ("Ana María López", 2));
        Assert.Equal(["@Ana María López", "@Ana María", "@Ana"], book.In("@Ana María López, @Ana María y @Ana; otra vez @Ana María López").Select(each => each.As));
    }

    [Fact]
    public void Namesakes_have_names_of_their_own_and_the_bare_name_calls_all()
    {
        var book = Book(("Ana Restrepo", 1), ("Ana Restrepo", 2), ("Beto Cruz", 1), ("Beto Cruz", 1));
        Assert.Equal(["Ana Restrepo (Cartera)", "Ana Restrepo (Jurídica (central))", "Beto Cruz (p3)", "Beto Cruz (p4)"], book.People.Select(each => each.Handle));
        Assert.Equal([2], book.In("@ana restrepo (juridica (central))").Select(each => each.StaffId));
        Assert.Equal([4], book.In("Oiga, @Beto Cruz (p4): llame.").Select(each => each.StaffId));
        Assert.Equal([1, 2], book.In("@Ana Restrepo").Select(each => each.StaffId).Order());
    }

    [Fact]
    public void Who_left_is_neither_offered_nor_called()
    {
        var gone = Person("Ana Restrepo", 1, 1);
        gone.Active = false;
        var book = new MentionBook([gone], Areas);
        Assert.Empty(book.People);
        Assert.Empty(book.In("@Ana Restrepo"));
    }

    [Fact]
    public void A_text_full_of_signs_or_of_names_is_read_to_a_limit_and_quickly()
    {
        var book = new MentionBook([.. Enumerable.Range(1, 60).Select(at => Person($"Persona {at:00}", 1, at))], Areas);
        Assert.Empty(book.In(new string('@', 100_000)));
        Assert.Empty(book.In(new string('\ud83d', 1_000) + "@Persona 0" + new string('\0', 1_000)));
        Assert.Equal(MentionBook.Most, book.In(string.Join(' ', Enumerable.Range(1, 60).Select(at => $"@Persona {at:00}"))).Count);
    }

    private static MentionBook Book(params (string Name, int Area)[] people) => new([.. people.Select((each, at) => Person(each.Name, each.Area, at + 1))], Areas);

    private static StaffMember Person(string name, int area, int id) => Routing.House.Numbered(new StaffMember { Name = name, Email = $"p{id}@example.org", Role = Role.Agent, AreaId = area }, id);
}
