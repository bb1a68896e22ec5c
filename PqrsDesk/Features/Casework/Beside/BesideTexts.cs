namespace PqrsDesk.Features.Casework.Beside;

public sealed class BesideTexts;
