namespace PqrsDesk.Features.Knowledge;

/// <summary>The words of the knowledge base, the templates and the macros.</summary>
public sealed class KnowledgeTexts;
