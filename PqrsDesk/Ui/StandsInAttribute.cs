namespace PqrsDesk.Ui;

/// <summary>The frames that the shell keeps for pages.</summary>
public enum Frame
{
    /// <summary>Bar and rail: where staff work.</summary>
    Desk,

    /// <summary>Narrow and still, for people who are not signed in.</summary>
    Public,

    /// <summary>Nothing around it: a screen that nobody touches.</summary>
    Wall,
}

/// <summary>Says in which frame a page stands. Pages do not know the frames themselves: those are the shell's.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StandsInAttribute(Frame frame) : Attribute
{
    public Frame Frame => frame;
}
