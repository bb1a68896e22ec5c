namespace PqrsDesk.Features.Casework.Together;

public sealed class TogetherTexts;
