namespace PqrsDesk.Features.Mailing;

public sealed class MailingTexts;
