using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.DemoDesks;

/// <param name="Area">Index in <see cref="DemoPeople.Areas"/>.</param>
/// <param name="Weight">How often it comes, beside the others: a Pareto needs a vital few.</param>
internal sealed record DemoStory(int Area, TicketKind Kind, string Topic, string Subject, string Description, int Weight)
{
    /// <summary>As tickets carry it.</summary>
    public string TopicPath => Domain.Routing.Topic.PathOf(DemoClassification.Tops[Area], Topic);

    public string? Product => Area switch { 1 => "Portal ciudadano", 2 => "Factura mensual", 0 when Kind == TicketKind.Complaint => "Puntos de atención", _ => null };
}

/// <summary>What people write about at the demo desk.</summary>
internal static class DemoStories
{
    public static readonly DemoStory[] All =
    [
        new(2, TicketKind.Claim, "Cobro no reconocido", "Cobro doble en la factura de este mes", "En la factura aparece dos veces el mismo cargo. Adjunto el comprobante de pago y pido que se corrija y se devuelva el dinero.", 14),
        new(2, TicketKind.Claim, "Cobro no reconocido", "Cargo por un servicio que no solicité", "Me cobran un servicio adicional que nunca pedí. Solicito que lo retiren y me expliquen quién lo autorizó.", 9),
        new(2, TicketKind.Petition, "Acuerdo de pago", "Solicitud de acuerdo de pago por saldo vencido", "Por una calamidad familiar no he podido pagar. Pido un acuerdo de pago a seis cuotas sin suspensión del servicio.", 6),
        new(2, TicketKind.DocumentRequest, "Certificados", "Certificado de paz y salvo", "Necesito el paz y salvo del contrato para un trámite de venta del inmueble.", 7),
        new(1, TicketKind.Claim, "Portal no disponible", "El portal no deja radicar: error al adjuntar", "Desde ayer el portal muestra un error al adjuntar el documento y no termina el trámite. Ya probé en dos navegadores.", 13),
        new(1, TicketKind.Claim, "Acceso y contraseñas", "No llega el código para ingresar", "El código de verificación no llega al correo ni al celular. No puedo entrar desde el lunes.", 9),
        new(1, TicketKind.Petition, "Actualización de datos", "Cambio de correo y teléfono registrados", "Solicito cambiar el correo y el teléfono de mi cuenta; ya no tengo acceso a los anteriores.", 6),
        new(1, TicketKind.Suggestion, "Mejoras del portal", "Guardar el formulario a medias", "Sería útil que el formulario se guardara solo, porque si se cae la conexión hay que empezar de nuevo.", 3),
        new(1, TicketKind.Report, "Suplantación", "Correos falsos a nombre de la entidad", "Estoy recibiendo correos que piden datos bancarios y dicen venir de ustedes. Adjunto uno de ellos.", 2),
        new(3, TicketKind.Petition, "Daño en vía o andén", "Hueco peligroso frente al colegio", "Hay un hueco grande en la calzada frente al colegio. Ya se cayeron dos motociclistas. Pido que se repare con urgencia.", 10),
        new(3, TicketKind.Petition, "Alumbrado", "Luminarias apagadas en el parque", "Hace tres semanas el parque está a oscuras por la noche y la comunidad se siente insegura.", 7),
        new(3, TicketKind.Claim, "Daño por obra", "La obra rompió la tubería de mi casa", "Los trabajos de la calle rompieron la tubería y se inundó el primer piso. Pido visita y reparación.", 5),
        new(3, TicketKind.Suggestion, "Señalización", "Cruce peatonal cerca del puesto de salud", "Propongo pintar un cruce peatonal y poner un reductor de velocidad frente al puesto de salud.", 2),
        new(3, TicketKind.Inquiry, "Permisos", "¿Se necesita permiso para cambiar el andén?", "Quiero cambiar el piso del andén de mi casa. Consulto si se requiere permiso y cuál es el trámite.", 3),
        new(0, TicketKind.Complaint, "Trato del personal", "Mala atención en la ventanilla 4", "La persona que atiende la ventanilla fue descortés y cerró antes de la hora, con gente en la fila.", 7),
        new(0, TicketKind.Complaint, "Tiempo de espera", "Dos horas de fila para un trámite de cinco minutos", "Esperé más de dos horas. Solo había una ventanilla abierta de seis.", 6),
        new(0, TicketKind.DocumentRequest, "Copias de documentos", "Copia del acta de la reunión de veeduría", "Solicito copia del acta de la reunión de veeduría ciudadana y de la lista de asistencia.", 5),
        new(0, TicketKind.Inquiry, "Horarios y trámites", "Requisitos para el subsidio de transporte", "Quisiera saber qué documentos se piden y en qué fechas se puede solicitar el subsidio.", 5),
        new(0, TicketKind.Petition, "Horarios y trámites", "Cita prioritaria para adulto mayor", "Mi padre tiene 84 años y movilidad reducida. Pido una cita que no implique filas.", 4),
        new(0, TicketKind.Compliment, "Felicitaciones", "Gracias por la atención en el punto móvil", "Quiero felicitar al equipo del punto móvil: resolvieron mi caso con paciencia y claridad.", 2),
    ];

    public static readonly string[] Acknowledgements =
    [
        "Recibimos su solicitud y ya la estamos revisando. Gracias por escribirnos.",
        "Gracias por avisarnos. Una persona del área revisa el caso y le contará el avance.",
        "Lamentamos lo ocurrido. Estamos verificando los hechos con el área responsable.",
    ];

    public static readonly string[] Questions =
    [
        "Para continuar necesitamos el número de contrato y una foto del documento.",
        "¿Nos confirma la dirección exacta y un teléfono de contacto, por favor?",
        "Por favor envíe el comprobante de pago completo; el adjunto llegó cortado.",
    ];

    public static readonly string[] Responses =
    [
        "Adjunto lo que me pidieron. Quedo pendiente.",
        "Aquí va la información completa. Gracias.",
        "Confirmo los datos. ¿Cuándo tendría respuesta?",
    ];

    public static readonly string[] Answers =
    [
        "Revisamos su caso y le damos la razón. El ajuste quedó aplicado y lo verá en su próximo estado de cuenta. Si algo no queda claro, responda este mensaje.",
        "Gracias por esperar. El área hizo la visita y programó el arreglo; adjuntamos el acta con la fecha comprometida.",
        "Le enviamos el documento solicitado. Conserve este radicado para cualquier consulta posterior.",
        "Analizamos los hechos con la persona involucrada y se tomaron medidas de mejora. Le ofrecemos disculpas.",
    ];

    public static readonly string[] Notes =
    [
        "Se llamó al peticionario y confirma los hechos.",
        "El área técnica dice que el arreglo queda para el jueves.",
        "Caso parecido al de la semana pasada: revisar si es la misma causa.",
    ];

    /// <summary>A story by its weight.</summary>
    public static DemoStory Pick(Random chance)
    {
        var mark = chance.Next(All.Sum(story => story.Weight));
        foreach (var story in All)
            if ((mark -= story.Weight) < 0)
                return story;
        return All[^1];
    }
}
