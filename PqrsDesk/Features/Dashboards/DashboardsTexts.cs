namespace PqrsDesk.Features.Dashboards;

public sealed class DashboardsTexts;
