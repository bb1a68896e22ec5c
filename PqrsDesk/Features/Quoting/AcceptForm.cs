namespace PqrsDesk.Features.Quoting;

/// <summary>What of a quote is accepted, and from when on.</summary>
public sealed class AcceptForm
{
    /// <summary>Of the offers, from 0.</summary>
    public int Offer { get; set; }

    public DateOnly? From { get; set; }

    /// <summary>Part of it.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Numbers of products, where the quote named none.</summary>
    public HashSet<int> Platforms { get; } = [];

    /// <param name="today">A contract is for a year from tomorrow, unless somebody says otherwise.</param>
    public static AcceptForm Begin(DateOnly today) => new() { From = today.AddDays(1), Until = today.AddYears(1) };
}
