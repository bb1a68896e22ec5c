namespace PqrsDesk.Features.Customers;

/// <summary>The words of the pages of people and organisations.</summary>
public sealed class CustomersTexts;
