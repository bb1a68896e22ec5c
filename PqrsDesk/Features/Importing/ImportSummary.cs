namespace PqrsDesk.Features.Importing;

/// <summary>What came of an import.</summary>
/// <param name="Skipped">Rows whose source and external id were there already, from before or from earlier in the file.</param>
/// <param name="FirstRejected">The first of the rejected rows.</param>
public sealed record ImportSummary(int Read, int Imported, int Skipped, int Rejected, IReadOnlyList<RejectedRow> FirstRejected, TimeSpan Took);

/// <summary>Something outside the file stopped the import. What the summary counts as imported is whole and stays.</summary>
public sealed class ImportStoppedException(ImportSummary soFar, Exception why) : Exception(why.Message, why)
{
    public ImportSummary SoFar => soFar;
}
