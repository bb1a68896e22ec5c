namespace PqrsDesk.Features.Casework.Sending;

public sealed class SendingTexts;
