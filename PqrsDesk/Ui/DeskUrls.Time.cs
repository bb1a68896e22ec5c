using System.Globalization;

namespace PqrsDesk.Ui;

// What is done to a task, and the time that was spent.
public static partial class DeskUrls
{
    public const string ApiTicketTaskReturn = "/api/v1/tickets/{radicado}/tasks/{number:int}/return";
    public const string ApiTicketTaskCancel = "/api/v1/tickets/{radicado}/tasks/{number:int}/cancel";
    public const string ApiTicketTaskReopen = "/api/v1/tickets/{radicado}/tasks/{number:int}/reopen";
    public const string ApiTicketTaskRemind = "/api/v1/tickets/{radicado}/tasks/{number:int}/remind";
    public const string ApiTimeSpent = "/api/v1/time";
    public const string TimeFile = "/informes/tiempo/{month}.csv";

    /// <summary>By what time is added up; left out, each entry by itself.</summary>
    public const string TimeByParameter = "por";

    /// <param name="act">return, cancel, reopen or remind.</param>
    public static string ApiTicketTaskActOf(string radicado, int number, string act) => string.Create(CultureInfo.InvariantCulture, $"{ApiTicketTasksOf(radicado)}/{number}/{act}");

    public static string TimeFileOf(int year, int month, string? by = null) =>
        With(string.Create(CultureInfo.InvariantCulture, $"/informes/tiempo/{year:0000}-{month:00}.csv"), [(TimeByParameter, by)]);
}
