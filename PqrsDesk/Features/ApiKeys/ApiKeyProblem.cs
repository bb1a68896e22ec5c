namespace PqrsDesk.Features.ApiKeys;

/// <summary>Why a key was not made or revoked. Each has a text.</summary>
public enum ApiKeyProblem
{
    NameMissing,
    NameTooLong,
    NameTaken,
    NameUnknown,
}
