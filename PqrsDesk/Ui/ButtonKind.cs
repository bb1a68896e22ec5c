namespace PqrsDesk.Ui;

/// <summary>How loud a button is. A page has one primary button in view.</summary>
public enum ButtonKind
{
    Primary,
    Plain,
    Quiet,
    Danger,
}
