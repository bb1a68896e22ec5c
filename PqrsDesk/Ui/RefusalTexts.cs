using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Ui;

/// <summary>The words of every <see cref="RefusalCode"/>.</summary>
public sealed class RefusalTexts;

public static class RefusalWords
{
    public static string Say(this IStringLocalizer<RefusalTexts> texts, Refusal refusal) =>
        refusal.Detail is { } detail ? texts[refusal.Code.ToString(), detail] : texts[refusal.Code.ToString()];
}
