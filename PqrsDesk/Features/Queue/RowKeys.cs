namespace PqrsDesk.Features.Queue;

/// <summary>The shortcuts that do something to the rows of the queue: to those that are picked, else to the current one.</summary>
public static class RowKeys
{
    /// <summary>As in the catalogue of shortcuts (<see cref="Ui.Shortcuts"/>).</summary>
    public static string Of(BulkVerb verb) => verb == BulkVerb.MoveQueue ? "move-queue" : verb.ToString().ToLowerInvariant();

    /// <returns>Null when no verb has it.</returns>
    public static BulkVerb? VerbOf(string? key) => Enum.GetValues<BulkVerb>().Where(verb => Of(verb) == key).Select(verb => (BulkVerb?)verb).FirstOrDefault();

    /// <summary>What is not done before something was asked.</summary>
    public static bool Asks(BulkVerb verb) => verb is not (BulkVerb.Wake or BulkVerb.Resume or BulkVerb.Release);

    /// <summary>Those of the bar's own buttons come first.</summary>
    /// <param name="extras">What other slices bring.</param>
    public static IReadOnlyList<string> All(IEnumerable<IBulkAct> extras) => ["take", "assign", "prioritize", .. Enum.GetValues<BulkVerb>().Select(Of), .. extras.Select(extra => extra.Key).OfType<string>()];

    /// <summary>Of <see cref="All"/>, those that bring a dialog.</summary>
    public static IReadOnlyList<string> Asking(IEnumerable<IBulkAct> extras) => [.. All(extras).Where(key => key != "take" && (VerbOf(key) is not { } verb || Asks(verb)))];
}
