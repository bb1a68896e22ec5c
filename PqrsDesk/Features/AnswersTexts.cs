namespace PqrsDesk.Features;

/// <summary>The words of what several pages share: macros, templates and articles, wherever they are used.</summary>
public sealed class AnswersTexts;
