namespace PqrsDesk.Features.Casework;

/// <summary>The words of what helps to answer a case: suggestions, the picker, macros.</summary>
public sealed class AnswersPanelTexts;
