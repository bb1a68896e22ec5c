using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Dashboards;

/// <summary>A <see cref="BoardView"/> as an address. What is not understood falls back to this month and the whole desk.</summary>
public static class BoardAddress
{
    private const string PeriodParameter = "periodo";
    private const string FromParameter = "desde";
    private const string ToParameter = "hasta";
    private const string AreaParameter = "area";

    public static string Of(BoardView view)
    {
        var parameters = new Dictionary<string, string?>();
        if (view.Choice != PeriodChoice.ThisMonth) parameters[PeriodParameter] = view.Choice.ToString();
        if (view is { Choice: PeriodChoice.Custom, From: { } from }) parameters[FromParameter] = Date(from);
        if (view is { Choice: PeriodChoice.Custom, To: { } to }) parameters[ToParameter] = Date(to);
        if (view.AreaId is { } area) parameters[AreaParameter] = area.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(DeskUrls.Dashboard, parameters);
    }

    public static BoardView Read(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(new Uri("http://desk"), address).Query);
        string? Text(string name) => query.TryGetValue(name, out var values) ? values[^1] : null;
        DateOnly? Day(string name) => DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

        var choice = Enum.TryParse<PeriodChoice>(Text(PeriodParameter), ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : PeriodChoice.ThisMonth;
        int? area = int.TryParse(Text(AreaParameter), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        return choice == PeriodChoice.Custom
            ? new BoardView(choice, Day(FromParameter), Day(ToParameter), area)
            : new BoardView(choice, AreaId: area);
    }

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
