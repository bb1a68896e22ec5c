namespace PqrsDesk.Features.Casework;

public sealed class LikenessPanelTexts;
