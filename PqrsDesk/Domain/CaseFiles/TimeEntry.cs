namespace PqrsDesk.Domain.CaseFiles;

/// <summary>Time that somebody spent on a case, as they wrote it down. It counts nothing by itself.</summary>
/// <param name="Number">Counts from 1 within the case.</param>
/// <param name="On">The local date on which it was spent.</param>
/// <param name="Timed">A timer measured it, and the person confirmed it.</param>
public sealed record TimeEntry(int Number, int? StaffId, string By, int Minutes, DateOnly On, string What, bool Timed)
{
    /// <summary>Of one entry: a day.</summary>
    public const int MostMinutes = 24 * 60;
    public const int Most = 1_000;
    public const int WhatLimit = 300;

    /// <summary>How far back it can be written down.</summary>
    public const int OldestDays = 366;

    /// <summary>Whether it was corrected; what stood there before is in the log.</summary>
    public bool Corrected { get; init; }
}
