using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Macros;

/// <summary>Looks up what the steps of macros name.</summary>
internal static class MacroKits
{
    /// <param name="memberId">Who applies it; null: a program.</param>
    public static async Task<MacroKit> ReadAsync(DeskDb db, IEnumerable<MacroStep> steps, int? memberId, ClassificationBook topics, DeskSettings settings, CancellationToken cancel)
    {
        var all = steps.ToList();
        int[] members = [.. all.OfType<MacroStep.Assign>().Select(step => step.MemberId).Concat(memberId is { } me ? [me] : []).Distinct()];
        int[] templates = [.. all.Select(step => step.SentTemplate).OfType<int>().Distinct()];
        int[] causes = [.. all.OfType<MacroStep.Wait>().Select(step => step.CauseId).OfType<int>().Distinct()];
        return new(
            members.Length == 0 ? new Dictionary<int, StaffMember>() : await db.Staff.AsNoTracking().Where(member => members.Contains(member.Id)).ToDictionaryAsync(member => member.Id, cancel),
            templates.Length == 0 ? new Dictionary<int, ReplyTemplate>() : await db.ReplyTemplates.AsNoTracking().Where(template => templates.Contains(template.Id)).ToDictionaryAsync(template => template.Id, cancel),
            causes.Length == 0 ? new Dictionary<int, PauseCause>() : await db.PauseCauses.AsNoTracking().Where(cause => causes.Contains(cause.Id)).ToDictionaryAsync(cause => cause.Id, cancel),
            topics.Topics.Select(topic => topic.Path).ToHashSet(StringComparer.Ordinal),
            await db.Areas.AsNoTracking().ToDictionaryAsync(area => area.Id, area => area.Name, cancel),
            settings.Name,
            TrackOf(settings));
    }

    /// <summary>Where a petitioner follows a case, if the house said where it is reached.</summary>
    public static Func<string, string?> TrackOf(DeskSettings settings) => number => settings.PublicAddress is { } desk ? desk + DeskUrls.TrackOf(number) : null;
}
