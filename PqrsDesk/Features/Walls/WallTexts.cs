namespace PqrsDesk.Features.Walls;

public sealed class WallTexts;
