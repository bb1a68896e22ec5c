using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Sweeping;

/// <summary>Tells of contracts whose included hours or cases are nearly used, or used up, and of those that end soon: each once.</summary>
public sealed class SweepContracts(IDbContextFactory<DeskDb> desk, DeskWriter writer, Reminders reminders, SlaShelf shelf)
{
    /// <summary>Days after its end in which its last cases are still worked on, and use up what was included in its last span.</summary>
    private const int StillWorked = 60;

    /// <returns>How much was told.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        var today = (await shelf.BookAsync()).DateOf(asOf);
        var news = await DueAsync(today, cancel);
        return news.Count == 0 ? 0 : await writer.RunAsync(db => TellAsync(db, news, asOf, cancel), cancel, told => told > 0);
    }

    /// <summary>What there is to tell today, whether it was told or not, and then without what was.</summary>
    private async Task<List<Told>> DueAsync(DateOnly today, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var since = today.AddDays(-StillWorked);
        var running = await db.Contracts.AsNoTracking().Where(contract => contract.State != ContractState.Draft && contract.From <= today && contract.Until >= since).ToListAsync(cancel);
        running.RemoveAll(contract => contract.EndsOn < since);
        if (running.Count == 0) return [];
        var used = await db.ConsumptionsAsync(running, today, cancel);
        var renewed = (await db.Contracts.Where(contract => contract.SucceedsId != null && contract.State == ContractState.Agreed).Select(contract => contract.SucceedsId!.Value).ToListAsync(cancel)).ToHashSet();
        var due = running.SelectMany(contract => ContractAlerts.Of(contract, used.GetValueOrDefault(contract.Id), today, renewed.Contains(contract.Id)).Select(alert => new Told(contract.Id, contract.Number, alert))).ToList();
        if (due.Count == 0) return [];
        var ids = due.ConvertAll(each => each.ContractId);
        var told = (await db.ContractTold.AsNoTracking().Where(each => ids.Contains(each.ContractId)).ToListAsync(cancel)).Select(each => (each.ContractId, each.Kind, each.Mark, each.From)).ToHashSet();
        return due.FindAll(each => !told.Contains((each.ContractId, each.Alert.Kind, each.Alert.Mark, each.Alert.From)));
    }

    /// <summary>The mark goes with the notices: who falls in between tells again, and nobody twice.</summary>
    private async Task<int> TellAsync(DeskDb db, List<Told> news, DateTimeOffset asOf, CancellationToken cancel)
    {
        await db.LockContractsAsync(cancel);
        var staff = await db.Staff.Where(member => member.Active && member.Role != Role.Agent).OrderBy(member => member.Id).Select(member => new { member.Id, member.Role }).ToListAsync(cancel);

        // Where nobody leads or manages, the administrators are all there are.
        var people = staff.Where(member => member.Role != Role.Admin || staff.All(each => each.Role == Role.Admin)).Select(member => member.Id).ToList();
        var told = 0;
        foreach (var each in news)
        {
            var (kind, mark, from) = (each.Alert.Kind, each.Alert.Mark, each.Alert.From);
            if (await db.ContractTold.AnyAsync(known => known.ContractId == each.ContractId && known.Kind == kind && known.Mark == mark && known.From == from, cancel)) continue;
            db.ContractTold.Add(new() { ContractId = each.ContractId, Kind = kind, Mark = mark, From = from, At = asOf });
            told++;
            if (each.Alert.IsSilent) continue;
            await reminders.TellAsync(db, people, ThingOf(each.Alert), each.ContractId, each.Number, each.Alert.Day, asOf, cancel);
        }

        return told;
    }

    private static NoticeThing ThingOf(ContractAlert alert) => (alert.Kind, alert.Mark) switch
    {
        (ContractNews.Hours, < 100) => NoticeThing.ContractHoursMost,
        (ContractNews.Hours, _) => NoticeThing.ContractHoursAll,
        (ContractNews.Cases, < 100) => NoticeThing.ContractCasesMost,
        (ContractNews.Cases, _) => NoticeThing.ContractCasesAll,
        _ => NoticeThing.ContractEnding,
    };

    private sealed record Told(int ContractId, string Number, ContractAlert Alert);
}

/// <summary>Time that is written down is told of within a minute.</summary>
public sealed class ContractSweeping(SweepContracts sweep, IDuty duty, TimeProvider clock, ILogger<ContractSweeping> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) => sweep.RunAsync(asOf, stop);
}
