namespace PqrsDesk.Features.Casework.Expedientes;

public sealed class ExpedienteTexts;
