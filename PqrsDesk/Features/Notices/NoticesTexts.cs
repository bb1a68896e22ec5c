namespace PqrsDesk.Features.Notices;

public sealed class NoticesTexts;
