using Xunit;

namespace PqrsDesk.Domain.Views;

public sealed class QueueLayoutTests
{
    [Fact]
    public void A_column_comes_to_its_usual_place_and_goes_again()
    {
        var with = QueueLayout.Usual.Toggle(QueueColumn.Topic);

        Assert.Equal(QueueColumn.Topic, with.Columns[with.Columns.ToList().IndexOf(QueueColumn.Status) + 1]);
        Assert.Equal(QueueLayout.Usual, with.Toggle(QueueColumn.Topic));
        Assert.Equal(QueueLayout.Usual.GetHashCode(), with.Toggle(QueueColumn.Topic).GetHashCode());
    }

    [Fact]
    public void The_subject_stays_whatever_is_asked()
    {
        Assert.Contains(QueueColumn.Subject, QueueLayout.Usual.Toggle(QueueColumn.Subject).Columns);
        Assert.Equal([QueueColumn.Subject, QueueColumn.Due], QueueLayout.Usual.With([QueueColumn.Due, QueueColumn.Due, (QueueColumn)99]).Columns);
    }

    [Fact]
    public void A_column_moves_no_further_than_the_end()
    {
        var moved = QueueLayout.Usual.Move(QueueColumn.Due, -100).Move(QueueColumn.Number, 1);

        Assert.Equal([QueueColumn.Due, QueueColumn.Kind, QueueColumn.Number], moved.Columns.Take(3));
        Assert.Equal(QueueLayout.Usual, QueueLayout.Usual.Move(QueueColumn.Topic, 1));
    }
}
