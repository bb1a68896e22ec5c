namespace PqrsDesk.Domain.People;

/// <summary>On whose behalf something happens.</summary>
public enum ActorKind
{
    Staff = 1,
    Petitioner = 2,

    /// <summary>The desk itself: clocks, rules, imports.</summary>
    Desk = 3,

    /// <summary>Another program, with a key.</summary>
    Program = 4,
}

/// <summary>Who acts. Part of every event, with the name as it was then.</summary>
public sealed record Actor(ActorKind Kind, int? StaffId, string Name, Role? Role)
{
    /// <summary>The desk itself.</summary>
    public static Actor Desk { get; } = new(ActorKind.Desk, null, "PqrsDesk", null);

    /// <summary>A petitioner without a name: anonymous, or with a reserved identity.</summary>
    public const string Unnamed = "Peticionario";

    /// <param name="name">Null: nobody who works the case may know it.</param>
    public static Actor Petitioner(string? name) => new(ActorKind.Petitioner, null, name ?? Unnamed, null);

    public static Actor Staff(StaffMember member) => new(ActorKind.Staff, member.Id, member.Name, member.Role);

    public static Actor Program(string name, Role role) => new(ActorKind.Program, null, name, role);

    /// <summary>Whether the role is at least <paramref name="role"/>. The desk itself may do anything.</summary>
    public bool Is(Role role) => Kind == ActorKind.Desk || Role >= role;
}
