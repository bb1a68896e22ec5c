namespace PqrsDesk.Infrastructure.Excel;

/// <summary>Colours of the workbook as RRGGBB, told apart in grey print and by colour-blind readers.</summary>
internal static class Palette
{
    public const string Blue = "1F4E79";
    public const string Sky = "5B9BD5";
    public const string Orange = "C55A11";
    public const string Grey = "7F7F7F";
    public const string Pale = "F2F2F2";

    public const string GreenFill = "C6EFCE";
    public const string GreenInk = "006100";
    public const string YellowFill = "FFEB9C";
    public const string YellowInk = "7F4F00";
    public const string RedFill = "FFC7CE";
    public const string RedInk = "9C0006";
}
