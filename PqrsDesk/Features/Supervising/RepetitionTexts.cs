namespace PqrsDesk.Features.Supervising;

public sealed class RepetitionTexts;
