namespace PqrsDesk.Bench;

/// <summary>One measurement, found by its type: a file of its own under Bench/ is all it needs.</summary>
public interface IBench
{
    /// <summary>The word after <c>bench</c>.</summary>
    string Name { get; }

    /// <summary>One sentence: what is measured.</summary>
    string About { get; }

    /// <summary>A title of the table for each column; the first names the row.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>Whether it runs when no name is given. Not for those that print by themselves or take long.</summary>
    bool Usual => true;

    /// <summary>Measures, and gives each row when it is there. A row whose engine is not on this machine says so.</summary>
    IAsyncEnumerable<IReadOnlyList<string>> RunAsync();
}

/// <summary>A measurement that can also be had small: numbers after its name take the place of its own.</summary>
public interface ISizedBench : IBench
{
    IReadOnlyList<int> Sizes { get; set; }

    /// <summary>What the sizes are of, in a few words.</summary>
    string SizesMean { get; }
}
