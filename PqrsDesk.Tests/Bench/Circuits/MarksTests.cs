using System.Text;
using Xunit;

namespace PqrsDesk.Bench.Circuits;

public sealed class MarksTests
{
    [Fact]
    public void A_change_counts_from_when_each_circuit_drew_it_first()
    {
        var marks = new Marks("Medida 1", circuits: 2, changes: 2);
        for (var change = 0; change < 2; change++)
        {
            marks.Asked(change);
            marks.Acknowledged(change);
        }

        marks.Drawn(0, Batch($"x {marks.TextOf(1)} y {marks.TextOf(1)} z {marks.TextOf(0)}"));
        marks.Drawn(1, Batch(marks.TextOf(0)));

        Assert.Equal(1, marks.Missed);
        Assert.Equal(3, marks.SinceAcknowledged().Count);
        marks.Drawn(1, Batch($"Medida 2 n.º 00001 Medida 1 n.º 0000"));
        Assert.False(marks.All);
        marks.Drawn(1, Batch(marks.TextOf(1)));
        Assert.True(marks.All);
        Assert.All(marks.SinceAsked(), milliseconds => Assert.True(milliseconds >= 0));
    }

    private static byte[] Batch(string text) => Encoding.UTF8.GetBytes(text);
}
