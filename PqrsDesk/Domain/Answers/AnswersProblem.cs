using System.Globalization;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Answers;

/// <summary>Why an article, a template or a macro was not saved. Each is a key of the texts.</summary>
public enum AnswersProblem
{
    NotAllowed = 1,

    /// <summary>It was never there, or is not any more.</summary>
    Gone,
    NameMissing,
    NameTooLong,
    NameTaken,
    TextMissing,
    TextTooLong,

    /// <summary>A text has a place that nobody can fill.</summary>
    PlaceUnknown,
    TopicUnknown,
    AreaMissing,
    LanguageUnknown,

    /// <summary>There is an article in that language already that says the same.</summary>
    TranslationTaken,
    TooManyTags,
    TagTooLong,

    /// <summary>Somebody saved it after it was opened.</summary>
    ChangedMeanwhile,
    NothingChanged,
    VersionUnknown,
    Retired,
    StepsMissing,
    TooManySteps,

    /// <summary>A step stands behind one that ends the case's work.</summary>
    StepOutOfOrder,
    StepIncomplete,
    MemberUnknown,
    CauseUnknown,
    TemplateUnknown,

    /// <summary>A macro names it.</summary>
    InUse,

    /// <summary>Others would send what only one person can read.</summary>
    TemplatePrivate,
}

/// <summary>A refusal as a value.</summary>
/// <param name="Detail">What the text quotes.</param>
public sealed record AnswersFault(AnswersProblem Problem, string? Detail = null)
{
    public static implicit operator AnswersFault(AnswersProblem problem) => new(problem);

    public static AnswersFault? OfName(string name, int limit) =>
        !SearchedWords.Split(name).Any() ? AnswersProblem.NameMissing
        : name.Trim().Length > limit ? new(AnswersProblem.NameTooLong, limit.ToString(CultureInfo.InvariantCulture))
        : null;

    public static AnswersFault? OfText(string? text, int limit) =>
        text?.Length > limit ? new(AnswersProblem.TextTooLong, limit.ToString(CultureInfo.InvariantCulture)) : null;

    public static AnswersFault? OfPlaces(string text) => CasePlaces.Unknown(text) is { } unknown ? new(AnswersProblem.PlaceUnknown, $"{{{unknown}}}") : null;
}
