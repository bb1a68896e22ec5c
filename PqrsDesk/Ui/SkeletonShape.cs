namespace PqrsDesk.Ui;

/// <summary>What is about to come: lines of a queue, tiles of numbers, or a text.</summary>
public enum SkeletonShape
{
    Rows,
    Tiles,
    Text,
}
