namespace PqrsDesk.Domain.Kpis;

/// <summary>Shares as fractions of one. A percent of nothing is no number: neither 0 nor 100.</summary>
public static class Percent
{
    public static double? Of(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
