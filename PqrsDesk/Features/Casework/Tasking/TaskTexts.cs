namespace PqrsDesk.Features.Casework.Tasking;

public sealed class TaskTexts;
