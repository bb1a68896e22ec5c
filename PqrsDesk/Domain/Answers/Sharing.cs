namespace PqrsDesk.Domain.Answers;

/// <summary>Who may use a template or a macro. Numbers are stored and never reused.</summary>
public enum Sharing
{
    /// <summary>Whoever made it.</summary>
    Private = 1,

    /// <summary>The people of one area.</summary>
    Area = 2,

    /// <summary>All of the staff.</summary>
    Everyone = 3,
}

/// <summary>Whoever wants to use or to change one.</summary>
/// <param name="Leads">May change what others use too.</param>
public readonly record struct AnswersReader(int? StaffId, int? AreaId, bool Leads);
