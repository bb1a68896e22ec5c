namespace PqrsDesk.Features.Mailing;

/// <summary>What a person makes of a message.</summary>
public enum SortKind
{
    File = 1,
    Add = 2,
    Discard = 3,
}
