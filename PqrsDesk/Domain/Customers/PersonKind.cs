namespace PqrsDesk.Domain.Customers;

/// <summary>Whether a human being files, or an organisation.</summary>
public enum PersonKind
{
    /// <summary>Persona natural.</summary>
    Natural = 1,

    /// <summary>Persona jurídica.</summary>
    Juridical = 2,
}
