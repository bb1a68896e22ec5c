using Microsoft.Extensions.Localization;

namespace PqrsDesk.Features.Classifying;

internal static class FaultWords
{
    public static string Say(this IStringLocalizer<ClassifyingTexts> texts, Fault fault) => texts[$"Problem.{fault.Problem}", fault.Detail ?? ""];
}
