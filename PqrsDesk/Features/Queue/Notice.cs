namespace PqrsDesk.Features.Queue;

/// <summary>What came of something a person did to a row.</summary>
/// <param name="Lines">What others did meanwhile, when that is why it was not done.</param>
/// <param name="Undo">Takes it back; null when there is nothing to take back.</param>
internal sealed record Notice(string Text, bool Refused, IReadOnlyList<string> Lines, Func<Task>? Undo)
{
    public static Notice Done(string text, Func<Task>? undo = null) => new(text, false, [], undo);

    public static Notice Refusal(string text, params IReadOnlyList<string> lines) => new(text, true, lines, null);
}
