namespace PqrsDesk.Features.SigningIn;

public sealed class SigningInTexts;
