namespace PqrsDesk.Features.Supervising;

public sealed class SupervisingTexts;
