namespace PqrsDesk.Domain.Answers;

/// <summary>Two lines that stand beside each other. Null: the other text has a line there that this one has not.</summary>
public sealed record LinePair(string? Before, string? After)
{
    public bool Same => Before == After;
}

/// <summary>Two versions of a text side by side, line by line: what both have stands at the same height.</summary>
public static class TextComparison
{
    /// <summary>Longer texts are compared without looking for what moved: the table would grow by the square.</summary>
    private const int MostLines = 2_000;

    public static IReadOnlyList<LinePair> Of(string before, string after)
    {
        var (one, other) = (before.Split('\n'), after.Split('\n'));
        var head = 0;
        while (head < one.Length && head < other.Length && one[head] == other[head]) head++;
        var tail = 0;
        while (tail < one.Length - head && tail < other.Length - head && one[^(tail + 1)] == other[^(tail + 1)]) tail++;
        var pairs = one.Take(head).Select(line => new LinePair(line, line)).ToList();
        pairs.AddRange(Middle(one[head..^tail], other[head..^tail]));
        pairs.AddRange(one.TakeLast(tail).Select(line => new LinePair(line, line)));
        return pairs;
    }

    private static IEnumerable<LinePair> Middle(string[] one, string[] other)
    {
        var common = one.Length > MostLines || other.Length > MostLines ? [] : Common(one, other);
        var (at, beside) = (0, 0);
        foreach (var (left, right) in common.Append((one.Length, other.Length)))
        {
            // Between two lines that both have, what was taken out stands beside what came in its place.
            for (; at < left || beside < right; at++, beside++) yield return new(at < left ? one[at] : null, beside < right ? other[beside] : null);
            (at, beside) = (left, right);
            if (left < one.Length && right < other.Length) yield return new(one[at++], other[beside++]);
        }
    }

    /// <summary>The longest run of lines that both have in the same order (places in each).</summary>
    private static List<(int, int)> Common(string[] one, string[] other)
    {
        var longest = new int[one.Length + 1, other.Length + 1];
        for (var at = one.Length - 1; at >= 0; at--)
            for (var beside = other.Length - 1; beside >= 0; beside--)
                longest[at, beside] = one[at] == other[beside] ? longest[at + 1, beside + 1] + 1 : Math.Max(longest[at + 1, beside], longest[at, beside + 1]);
        var common = new List<(int, int)>();
        for (var (at, beside) = (0, 0); at < one.Length && beside < other.Length;)
        {
            if (one[at] == other[beside]) common.Add((at++, beside++));
            else if (longest[at + 1, beside] >= longest[at, beside + 1]) at++;
            else beside++;
        }

        return common;
    }
}
