using PqrsDesk.Domain.Kpis;
using PqrsDesk.Infrastructure.Excel.Rows;

namespace PqrsDesk.Infrastructure.Excel.Sheets;

/// <summary>Formulas that count the rows of the data sheet again, so that a reader can check every total.</summary>
/// <param name="from">Cell with the first day of the period.</param>
/// <param name="to">Cell with its last day.</param>
internal sealed class Audit(FactTable table, Words words, string from, string to)
{
    private string Yes => $"\"{words.YesNo(true)}\"";

    private string No => $"\"{words.YesNo(false)}\"";

    public string Of(Kpi kpi) => kpi switch
    {
        Kpi.Received => InPeriod("FiledAt"),
        Kpi.Answered => InPeriod("AnsweredAt"),
        Kpi.Closed => InPeriod("ClosedAt"),
        Kpi.Backlog => $"COUNTIFS({table["Open"]},{Yes})",
        Kpi.OverdueOpen => $"COUNTIFS({table["Overdue"]},{Yes})",
        Kpi.Compliance => YesAmongBoth("InTime"),
        Kpi.FirstResponseCompliance => YesAmongBoth("FirstReplyInTime"),
        Kpi.MeanResponseDays => OfDays($"AVERAGE({table["ResponseDays"]})"),
        Kpi.MedianResponseDays => OfDays($"MEDIAN({table["ResponseDays"]})"),
        Kpi.NinetiethResponseDays => OfDays($"PERCENTILE({table["ResponseDays"]},0.9)"),
        Kpi.ReopenedRate =>
            $"IF({InPeriod("ClosedAt")}=0,\"\",COUNTIFS({Between("ClosedAt")},{table["ReopenedCount"]},\">0\")/{InPeriod("ClosedAt")})",
    };

    /// <summary>Received in the period, with a word of ours in a column.</summary>
    public string ReceivedWith(string key, string cell) => $"COUNTIFS({table[key]},{cell},{Between("FiledAt")})";

    /// <summary>
    /// Received in the period, with a name that people chose. COUNTIFS would read *, ? and &gt; in it, and ignore case.
    /// </summary>
    public string ReceivedNamed(string key, string cell) =>
        $"SUMPRODUCT({Same(key, cell)}*({table["FiledAt"]}>={from})*({table["FiledAt"]}<{to}+1))";

    /// <summary>Received in the period, with nothing in a column.</summary>
    public string ReceivedWithout(string key) =>
        $"SUMPRODUCT(({table[key]}=\"\")*({table["FiledAt"]}>={from})*({table["FiledAt"]}<{to}+1))";

    public string InTime(string areaCell, string priorityCell, bool inTime) =>
        $"SUMPRODUCT({Same("Area", areaCell)}*({table["Priority"]}={priorityCell})*({table["InTime"]}={(inTime ? Yes : No)}))";

    public string OnDay(string key, string dayCell) =>
        $"COUNTIFS({table[key]},\">=\"&{dayCell},{table[key]},\"<\"&{dayCell}+1)";

    public string CountInTime(bool inTime) => $"COUNTIFS({table["InTime"]},{(inTime ? Yes : No)})";

    private string InPeriod(string key) => $"COUNTIFS({Between(key)})";

    private string Between(string key) => $"{table[key]},\">=\"&{from},{table[key]},\"<\"&{to}+1";

    private string YesAmongBoth(string key) =>
        $"IF(COUNTIFS({table[key]},{Yes})+COUNTIFS({table[key]},{No})=0,\"\"," +
        $"COUNTIFS({table[key]},{Yes})/(COUNTIFS({table[key]},{Yes})+COUNTIFS({table[key]},{No})))";

    private string OfDays(string formula) => $"IF(COUNT({table["ResponseDays"]})=0,\"\",{formula})";

    private string Same(string key, string cell) => $"EXACT({table[key]},{cell})";
}
