namespace PqrsDesk.Features.Catalogue;

/// <summary>The words of the pages of products, services and platforms.</summary>
public sealed class CatalogueTexts;
