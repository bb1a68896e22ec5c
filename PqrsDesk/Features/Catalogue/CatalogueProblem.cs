using Microsoft.Extensions.Localization;

namespace PqrsDesk.Features.Catalogue;

/// <summary>Why something was not saved. Each is a key of the texts.</summary>
public enum CatalogueProblem
{
    NotAllowed = 1,
    Gone,

    /// <summary>Somebody else saved it since it was read.</summary>
    ChangedMeanwhile,
    NameMissing,
    NameTooLong,
    NameTaken,
    KindUnknown,
    DescriptionTooLong,
    AreaUnknown,
    CalendarUnknown,
    ParentUnknown,
    ParentItself,

    /// <summary>It would come under itself, by way of others.</summary>
    ParentCircle,
    BranchUnknown,
    DependencyMissing,
    DependencyItself,
    DependencyUnknown,
    DependencyTaken,
    NoteTooLong,

    /// <summary>Cases, contracts, outages, assessments or parts of it name it: it can be retired, and not deleted.</summary>
    InUse,
}

/// <summary>Why something was not saved.</summary>
/// <param name="Detail">What the text quotes.</param>
public sealed record CatalogueFault(CatalogueProblem Problem, string? Detail = null)
{
    public static implicit operator CatalogueFault(CatalogueProblem problem) => new(problem);
}

internal static class CatalogueFaultWords
{
    public static string Say(this IStringLocalizer<CatalogueTexts> texts, CatalogueFault fault) => texts[$"Problem.{fault.Problem}", fault.Detail ?? ""];

    /// <summary>What it says when it is about that field; null: it is about another.</summary>
    public static string? SayOf(this IStringLocalizer<CatalogueTexts> texts, CatalogueFault? fault, PlatformField field) => fault is not null && FieldOf(fault.Problem) == field ? texts.Say(fault) : null;

    /// <summary>What it says when it is about no field.</summary>
    public static string? SayOfAll(this IStringLocalizer<CatalogueTexts> texts, CatalogueFault? fault) => fault is not null && FieldOf(fault.Problem) == PlatformField.None ? texts.Say(fault) : null;

    private static PlatformField FieldOf(CatalogueProblem problem) => problem switch
    {
        CatalogueProblem.NameMissing or CatalogueProblem.NameTooLong or CatalogueProblem.NameTaken => PlatformField.Name,
        CatalogueProblem.KindUnknown => PlatformField.Kind,
        CatalogueProblem.DescriptionTooLong => PlatformField.Description,
        CatalogueProblem.AreaUnknown => PlatformField.Area,
        CatalogueProblem.CalendarUnknown => PlatformField.Hours,
        CatalogueProblem.ParentUnknown or CatalogueProblem.ParentItself or CatalogueProblem.ParentCircle => PlatformField.Parent,
        CatalogueProblem.BranchUnknown => PlatformField.Branches,
        CatalogueProblem.DependencyMissing or CatalogueProblem.DependencyItself or CatalogueProblem.DependencyUnknown or CatalogueProblem.DependencyTaken => PlatformField.DependsOn,
        CatalogueProblem.NoteTooLong => PlatformField.Note,
        _ => PlatformField.None,
    };
}

/// <summary>The fields that a fault can be about.</summary>
internal enum PlatformField
{
    None,
    Name,
    Kind,
    Description,
    Area,
    Hours,
    Parent,
    Branches,
    DependsOn,
    Note,
}
