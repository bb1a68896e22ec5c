namespace PqrsDesk.Features;

/// <summary>The house's own fields, wherever they are filled in.</summary>
public sealed class HouseFieldTexts;
