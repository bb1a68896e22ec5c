namespace PqrsDesk.Features.Queue;

/// <summary>What came of something a person did to rows.</summary>
/// <param name="Refused">All of it or some: it stays until it is read.</param>
/// <param name="Lines">Why it was not done: what others did meanwhile, or the refusal of each of many.</param>
/// <param name="Undo">Takes it back; null when there is nothing to take back.</param>
internal sealed record Notice(string Text, bool Refused, IReadOnlyList<string> Lines, Func<Task>? Undo)
{
    public static Notice Done(string text, Func<Task>? undo = null) => new(text, false, [], undo);

    public static Notice Refusal(string text, params IReadOnlyList<string> lines) => new(text, true, lines, null);

    public static Notice Partly(string text, IReadOnlyList<string> lines, Func<Task>? undo) => new(text, true, lines, undo);
}
