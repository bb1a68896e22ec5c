namespace PqrsDesk.Features.Casework.TimeKeeping;

public sealed class TimeTexts;
