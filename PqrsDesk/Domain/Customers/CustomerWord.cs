using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Customers;

/// <summary>One word by which an organisation is found: of its name, its document, its telephones and e-mails.</summary>
public sealed class CustomerWord
{
    public int CustomerId { get; init; }
    public required string Word { get; init; }
    public Customer? Customer { get; init; }
}
