using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Answers;

namespace PqrsDesk.Features.Knowledge;

internal static class AnswersFaultWords
{
    public static string Say(this IStringLocalizer<KnowledgeTexts> texts, AnswersFault fault) => texts[$"Problem.{fault.Problem}", fault.Detail ?? (fault.Problem == AnswersProblem.ChangedMeanwhile ? texts["Somebody"].Value : "")];
}
