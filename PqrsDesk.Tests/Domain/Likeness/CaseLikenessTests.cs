using PqrsDesk.Domain.Customers;
using Xunit;

namespace PqrsDesk.Domain.Likeness;

public sealed class CaseLikenessTests
{
    private const string Text = "Me llegó la factura de febrero con un cobro doble del servicio de acueducto y en la oficina me dicen que espere";
    private static readonly DateTimeOffset Filed = new(2026, 3, 3, 15, 0, 0, TimeSpan.Zero);
    private static readonly Likened Rosa = new(Filed, TextPrint.Of(Text))
    {
        PetitionerId = 1,
        Name = "Rosa Cortés Muñoz",
        DocumentKey = "CC 52123456",
        Email = "rosa@example.org",
        Telephone = "+57 300 123 4567",
        Address = "Calle 5 # 10-20",
    };

    [Fact]
    public void The_same_person_twice_in_two_days_is_the_same_matter()
    {
        var likeness = CaseLikeness.Of(Rosa, Rosa with { FiledAt = Filed.AddDays(2) });
        Assert.True(likeness.IsProbable);
        Assert.Equal((99, 100, 2), (likeness.Percent, likeness.TextPercent, likeness.Days));
        Assert.Equal([LikenessReason.SamePetitioner, LikenessReason.SameText], likeness.Reasons);
    }

    [Theory]
    [InlineData(LikenessReason.SameDocument, true)]
    [InlineData(LikenessReason.SameEmail, true)]
    [InlineData(LikenessReason.SameTelephone, false)]
    [InlineData(LikenessReason.SameAddress, false)]
    [InlineData(LikenessReason.NearName, false)]
    public void Each_sign_of_the_person_counts_for_what_it_proves(LikenessReason reason, bool proves)
    {
        var nobody = new Likened(Filed, TextPrint.Of(Text)) { PetitionerId = 2 };
        var other = reason switch
        {
            LikenessReason.SameDocument => nobody with { DocumentKey = "CC 52123456" },
            LikenessReason.SameEmail => nobody with { Email = " ROSA@example.org" },
            LikenessReason.SameTelephone => nobody with { Telephone = "3001234567 ext. 4" },
            LikenessReason.SameAddress => nobody with { Address = "CL 5 No. 10 - 20" },
            _ => nobody with { Name = "rosa cortez" },
        };
        var likeness = CaseLikeness.Of(Rosa, other);
        Assert.Equal([reason, LikenessReason.SameText], likeness.Reasons);
        Assert.Equal(proves, likeness.IsOnePerson);
    }

    [Theory]
    [InlineData("María", "María Gómez")]
    [InlineData("Rosa Díaz", "Rosa Cortés Muñoz")]
    [InlineData("", "Rosa Cortés")]
    [InlineData(null, null)]
    public void A_name_that_is_not_near_says_nothing(string? one, string? other) =>
        Assert.Equal(0, CaseLikeness.Of(new Likened(Filed, TextPrint.Of(Text)) { Name = one }, new Likened(Filed, TextPrint.Of(Text)) { Name = other }).Petitioner);

    [Fact]
    public void Two_documents_are_two_people_also_in_one_house()
    {
        var likeness = CaseLikeness.Of(Rosa, Rosa with { PetitionerId = 2, DocumentKey = "CC 79888777" });
        Assert.False(likeness.IsOnePerson);
        Assert.InRange(likeness.Petitioner, 0, 0.3);
    }

    [Fact]
    public void A_short_text_counts_when_it_is_the_same_and_by_the_same_person()
    {
        var no = TextPrint.Of("No hay agua");
        Assert.True(CaseLikeness.Of(Rosa with { Text = no }, Rosa with { Text = no }).IsProbable);
        Assert.False(CaseLikeness.Of(Rosa with { Text = no }, Rosa with { Text = TextPrint.Of("No hay luz") }).IsProbable);
        Assert.False(CaseLikeness.Of(Rosa with { Text = no }, new Likened(Filed, no)).IsProbable);
    }

    [Fact]
    public void Another_matter_of_the_same_person_is_none()
    {
        var other = Rosa with { Text = TextPrint.Of("Las luminarias del parque principal llevan tres semanas apagadas y nadie se atreve a pasar") };
        Assert.False(CaseLikeness.Of(Rosa, other).IsProbable);
    }

    [Fact]
    public void After_three_months_it_is_another_matter()
    {
        Assert.True(CaseLikeness.Of(Rosa, Rosa with { FiledAt = Filed.AddDays(90) }).IsProbable);
        Assert.False(CaseLikeness.Of(Rosa, Rosa with { FiledAt = Filed.AddDays(91) }).IsProbable);
    }

    [Fact]
    public void It_is_the_same_from_either_side()
    {
        var other = new Likened(Filed.AddDays(-7), TextPrint.Of($"Hola. {Text} desde hace un mes")) { Name = "Roza Cortes", Telephone = "300 123 45 67" };
        var (there, back) = (CaseLikeness.Of(Rosa, other), CaseLikeness.Of(other, Rosa));
        Assert.Equal((there.Share, there.Days, there.IsProbable), (back.Share, back.Days, back.IsProbable));
        Assert.Equal(there.Reasons, back.Reasons);
    }

    [Fact]
    public void What_is_not_quite_the_same_is_never_a_hundred()
    {
        var long1 = string.Join(' ', Enumerable.Range(0, 3_000).Select(word => $"palabra{word}x"));
        var likeness = CaseLikeness.Of(Rosa with { Text = TextPrint.Of(long1) }, Rosa with { Text = TextPrint.Of(long1 + " y") });
        Assert.Equal(99, likeness.TextPercent);
        Assert.Contains(LikenessReason.AlikeText, likeness.Reasons);
    }

    [Fact]
    public void Of_who_is_anonymous_or_reserved_nothing_is_compared_but_the_text()
    {
        foreach (var who in (PetitionerDetails[])[new() { Anonymous = true, Name = "Rosa" }, new() { Reserved = true, Name = "Rosa Cortés", Document = "CC 52123456" }])
            Assert.Equal(new Likened(Filed, Rosa.Text), Likened.Of(Filed, Rosa.Text, who));
    }

    /// <summary>A budget of a millisecond for a pair, with both texts as long as a form takes; a tenth of it here, many times over, so that one slow moment of the machine says nothing.</summary>
    [Fact]
    public void Prints_that_are_there_are_compared_without_making_anything()
    {
        var chance = new Random(7);
        var (one, other) = (Long(), Long());
        Assert.InRange(CaseLikeness.Of(one, other).Share, 0, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) CaseLikeness.Of(one, other);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 0, 1_000);

        Likened Long() => new(Filed, TextPrint.Of(string.Join(' ', Enumerable.Range(0, 3_000).Select(_ => $"palabra{chance.Next(4_000)}"))));
    }
}
