using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;

namespace PqrsDesk.Infrastructure.Likeness;

/// <summary>What people write about one matter, and about others.</summary>
internal static class AlikeTexts
{
    public const string Water =
        "Desde el lunes el agua sale turbia y con olor a cloro en todo el barrio, los niños se han enfermado y nadie de la empresa responde al teléfono. Exigimos que revisen la planta y nos digan si se puede tomar.";

    public const string Dark = "Las luminarias del parque llevan tres semanas apagadas y por la noche nadie se atreve a pasar por la esquina del colegio.";

    public const string Act = "Solicito copia auténtica del acta de posesión y del manual de funciones vigente para un trámite de pensión.";

    public static Filing Saying(string text, string subject = "Reclamo") => Samples.Filing with { Subject = subject, Description = text };

    public static PetitionerDetails Somebody(int number) => new() { Name = $"Vecina {(char)('A' + number % 26)}bril Quintero", Document = $"CC {60_000_000 + number}" };
}
