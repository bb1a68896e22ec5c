using System.Globalization;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Tiempo dedicado: what people say they spent on it.
public sealed partial class Ticket
{
    /// <param name="timed">A timer measured it.</param>
    public Decision SpendTime(int minutes, string? what, DateOnly on, bool timed, SlaBook book, Moment now)
    {
        if (MinutesUnfit(minutes, least: 1) is { } unfit) return unfit;
        if (on > now.On || on < now.On.AddDays(-TimeEntry.OldestDays)) return new Refusal(RefusalCode.TimeDateInvalid, "On", TimeEntry.OldestDays.ToString(CultureInfo.InvariantCulture));
        if (Texts.TooLong(what, TimeEntry.WhatLimit, "What") is { } tooLong) return tooLong;
        if (FileNow.Times.Count >= TimeEntry.Most) return new Refusal(RefusalCode.TooManyTimes, null, TimeEntry.Most.ToString(CultureInfo.InvariantCulture));
        return Record(new TicketEvent.TimeSpent(FileNow.Times.Count + 1, minutes, on, Tidy(what), timed), now, book);
    }

    /// <summary>Puts right what somebody wrote down: they themselves, or a lead. What stood there stays in the log; no minutes strike it out.</summary>
    public Decision CorrectTime(int number, int minutes, string? reason, SlaBook book, Moment now)
    {
        if (FileNow.Times.FirstOrDefault(each => each.Number == number) is not { } entry) return RefusalCode.TimeUnknown;
        if (!now.By.Is(Role.Lead) && (now.By.StaffId is null || now.By.StaffId != entry.StaffId)) return new Refusal(RefusalCode.NotYourTime, null, entry.By);
        if (MinutesUnfit(minutes, least: 0) is { } unfit) return unfit;
        if (minutes == entry.Minutes) return Decision.Ok;
        if (Texts.Reason(reason) is { } refusal) return refusal;
        return Record(new TicketEvent.TimeCorrected(number, entry.By, entry.Minutes, minutes, Tidy(reason)), now, book);
    }

    private static Refusal? MinutesUnfit(int minutes, int least) =>
        minutes < least || minutes > TimeEntry.MostMinutes ? new(RefusalCode.MinutesInvalid, "Minutes", TimeEntry.MostMinutes.ToString(CultureInfo.InvariantCulture)) : null;

    private CaseFile Timed(LoggedEvent line, TicketEvent.TimeSpent spent) =>
        CaseFile = FileNow with { Times = [.. FileNow.Times, new(spent.Entry, line.ByStaffId, line.ByName, spent.Minutes, spent.On, spent.What, spent.Timed)] };

    private CaseFile Timed(TicketEvent.TimeCorrected change) =>
        CaseFile = FileNow with { Times = [.. FileNow.Times.Select(entry => entry.Number == change.Entry ? entry with { Minutes = change.To, Corrected = true } : entry)] };
}
