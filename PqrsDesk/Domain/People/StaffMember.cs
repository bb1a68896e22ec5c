namespace PqrsDesk.Domain.People;

/// <summary>Somebody who works at the desk.</summary>
public sealed class StaffMember
{
    public int Id { get; private set; }
    public required string Name { get; set; }
    public required string Email { get; set; }
    public required Role Role { get; set; }
    public int? AreaId { get; set; }

    /// <summary>Who stands in while they are away, unless the absence says otherwise.</summary>
    public int? SubstituteId { get; set; }

    /// <summary>As <see cref="Area.CaseLimit"/>, of this person; null: as their area says.</summary>
    public int? CaseLimit { get; set; }

    /// <summary>Somebody who left keeps their past and takes no new tickets.</summary>
    public bool Active { get; set; } = true;
}
