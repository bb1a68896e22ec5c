namespace PqrsDesk.Features.Casework.Care;

/// <summary>The checklist, the review of the answer and the advice about its words.</summary>
public sealed class CareTexts;
