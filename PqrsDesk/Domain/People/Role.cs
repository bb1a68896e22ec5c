namespace PqrsDesk.Domain.People;

/// <summary>What a member of staff may do. Each role may do all that the one before it may, Admin everything.</summary>
public enum Role
{
    /// <summary>Asesor: works tickets.</summary>
    Agent = 1,

    /// <summary>Líder: assigns, watches the clocks.</summary>
    Lead = 2,

    /// <summary>Gerente: reads the indicators and takes the month.</summary>
    Manager = 3,

    /// <summary>Sets up the desk.</summary>
    Admin = 4,
}
