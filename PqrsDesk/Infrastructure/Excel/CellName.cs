namespace PqrsDesk.Infrastructure.Excel;

/// <summary>Cells as spreadsheets name them; rows and columns count from one.</summary>
internal static class CellName
{
    public static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters;
    }

    public static string Of(int row, int column) => $"{Letters(column)}{row}";

    /// <summary>Stays where it is when the formula is copied.</summary>
    public static string Fixed(int row, int column) => $"${Letters(column)}${row}";
}
