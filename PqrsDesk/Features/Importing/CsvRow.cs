namespace PqrsDesk.Features.Importing;

/// <summary>One row of a CSV file.</summary>
/// <param name="Line">The line of the file on which it begins; a quoted field may go on over several.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Fields);

/// <summary>The file is not CSV from some line on: nothing after it can be trusted.</summary>
public sealed class CsvException(Said said) : Exception(said.Key)
{
    public Said Said => said;
}
