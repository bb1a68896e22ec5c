namespace PqrsDesk.Features.Portal;

public sealed class PortalTexts;
