namespace PqrsDesk.Infrastructure.Live;

/// <summary>
/// What pages were just drawn with on the server. The circuit that takes a page's place asks the same some hundred
/// milliseconds later: unless something happened meanwhile it need not ask the store again.
/// </summary>
internal sealed class KeptAnswers(TimeProvider clock)
{
    /// <summary>How long a browser may need to come back with its circuit.</summary>
    public static readonly TimeSpan Keeps = TimeSpan.FromSeconds(5);

    /// <summary>Pages that nobody comes back for must not fill the memory.</summary>
    private const int Most = 100;

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<object, Kept> _kept = [];

    public void Keep<TAnswer>(object key, LiveAnswer<TAnswer> answer)
        where TAnswer : class
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            while (_kept.Count > 0 && (_kept.Count >= Most || clock.GetElapsedTime(_kept.GetAt(0).Value.At, now) > Keeps)) _kept.RemoveAt(0);
            _kept.Remove(key);
            _kept.Add(key, new Kept(answer, now));
        }
    }

    /// <summary>Once: what is watched from then on is a view's own.</summary>
    /// <param name="position">How far the feed is; an answer of before that is not handed out.</param>
    public LiveAnswer<TAnswer>? Take<TAnswer>(object key, long position)
        where TAnswer : class
    {
        lock (_gate)
        {
            return _kept.Remove(key, out var kept) && kept.Answer is LiveAnswer<TAnswer> answer && answer.Position == position && clock.GetElapsedTime(kept.At) <= Keeps
                ? answer
                : null;
        }
    }

    private sealed record Kept(object Answer, long At);
}
