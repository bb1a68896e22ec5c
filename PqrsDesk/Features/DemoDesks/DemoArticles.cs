using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.DemoDesks;

/// <param name="Translates">Title of the article that it is in another language.</param>
internal sealed record DemoArticle(string Title, string? Topic, ArticleVisibility Visibility, string[] Tags, string Body, string Language = Article.Spanish, string? Translates = null, bool Draft = false);

internal sealed record DemoTemplate(string Name, string Spanish, string? English = null, TicketKind? Kind = null, string? Topic = null);

/// <summary>What a public entity of the country would have written down. Invented, all of it.</summary>
internal static class DemoArticles
{
    private const ArticleVisibility Open = ArticleVisibility.Public;
    private const ArticleVisibility Staff = ArticleVisibility.Internal;
    private const string Clearance = "Cómo pedir su paz y salvo";
    private const string Double = "Qué hacer si le cobraron dos veces";

    public static readonly DemoArticle[] All =
    [
        new(Double, "Cobro no reconocido", Open, ["cobro doble", "devolución", "factura"],
            "Si el mismo cargo aparece dos veces en su factura:\n\n1. **No pague el segundo cargo** mientras lo revisamos.\n2. Radique un reclamo y adjunte el comprobante de pago.\n3. En máximo **15 días hábiles** le decimos si hubo error.\n\nCuando el error es nuestro, el valor se devuelve en la factura siguiente o a su cuenta, como prefiera."),
        new("What to do if you were charged twice", "Cobro no reconocido", Open, ["double charge", "refund", "bill"],
            "If the same charge appears twice on your bill:\n\n1. **Do not pay the second charge** while we look into it.\n2. File a claim and attach the proof of payment.\n3. Within **15 business days** we tell you whether there was a mistake.\n\nWhen the mistake is ours, the amount is returned on your next bill or to your account, as you prefer.",
            Article.English, Double),
        new("Cargos por servicios que no pidió", "Cobro no reconocido", Open, ["servicio adicional", "retirar cargo"],
            "Nadie puede cobrarle un servicio que no autorizó. Pida en su reclamo:\n\n- que se retire el cargo,\n- que le muestren la autorización, si existe,\n- la devolución de lo que ya pagó."),
        new("Cómo funciona un acuerdo de pago", "Acuerdo de pago", Open, ["cuotas", "saldo vencido", "mora"],
            "Puede pagar un saldo vencido hasta en **12 cuotas**. Necesita:\n\n- su documento de identidad,\n- el número de contrato,\n- la primera cuota, que es al menos el 10 % de la deuda.\n\nMientras cumpla el acuerdo, el servicio no se suspende."),
        new(Clearance, "Certificados", Open, ["certificado", "constancia", "venta de inmueble"],
            "El paz y salvo se pide por el portal, sin costo. Si no tiene deudas, lo recibe en el correo en **dos días hábiles**.\n\n## Si lo necesita para vender un inmueble\n\nEscriba en la solicitud la matrícula inmobiliaria: el certificado sale con ese número y vale 30 días."),
        new("How to ask for a clearance certificate", "Certificados", Open, ["certificate", "property sale"],
            "You can ask for it on the portal, free of charge. If you owe nothing you get it by e-mail within **two business days**.\n\n## If you are selling property\n\nWrite the registration number of the property in your request: the certificate carries it and is valid for 30 days.",
            Article.English, Clearance),
        new("El portal no deja adjuntar archivos", "Portal no disponible", Open, ["error", "adjuntar", "navegador"],
            "Pruebe en este orden:\n\n1. Revise que cada archivo pese menos de 100 MB.\n2. Use PDF, JPG o PNG.\n3. Actualice el navegador o pruebe con otro.\n\nSi sigue fallando, radique por teléfono: el término corre igual."),
        new("No llega el código para ingresar", "Acceso y contraseñas", Open, ["contraseña", "código de verificación", "correo no deseado"],
            "El código llega al correo y vence en 10 minutos. Mire en *correo no deseado* y confirme que la dirección esté bien escrita. Si cambió de correo, pida primero la actualización de datos."),
        new("Correos falsos a nombre de la entidad", "Suplantación", Open, ["fraude", "suplantación", "datos bancarios"],
            "**Nunca** pedimos claves ni datos bancarios por correo. Si recibe un mensaje así:\n\n- no abra los enlaces,\n- reenvíelo como archivo en una denuncia,\n- si ya dio sus datos, avise a su banco hoy mismo."),
        new("Reportar un hueco o un andén roto", "Daño en vía o andén", Open, ["hueco", "calzada", "accidente"],
            "Diga la dirección exacta y, si puede, adjunte una foto. Una cuadrilla visita el lugar en **5 días hábiles**; si hay peligro para las personas, en **48 horas**."),
        new("Luminarias apagadas", "Alumbrado", Open, ["alumbrado público", "poste", "a oscuras"],
            "Busque el número pintado en el poste y escríbalo en su solicitud: con él la cuadrilla llega directo. La reparación toma hasta **8 días hábiles**."),
        new("Permiso para intervenir un andén", "Permisos", Open, ["licencia", "espacio público"],
            "Cambiar el piso de un andén necesita licencia de intervención del espacio público. Se pide con un plano sencillo y fotos. No tiene costo para vivienda."),
        new("Guía interna: reclasificar queja y reclamo", null, Staff, ["clasificación", "tipo"],
            "La **queja** es por la conducta de una persona; el **reclamo**, por el servicio o el cobro. Si el ciudadano los confunde, corrija el tipo y escriba el motivo: el término cambia con él.\n\n> Ante la duda, conserve lo que pidió el ciudadano."),
        new("Guía interna: cuándo prorrogar", null, Staff, ["prórroga", "término"],
            "Solo **antes** de que venza el término, con motivo y fecha. La fecha nueva no pasa del doble del término inicial. Falta confirmar con jurídica el caso de las consultas.", Draft: true),
    ];

    public static readonly DemoTemplate[] Templates =
    [
        new("Acuse de recibo",
            "Señor(a) {peticionario}:\n\nRecibimos su solicitud «{asunto}» con el radicado {radicado}. La atiende {area} y le responderemos a más tardar el {vence}.\n\nPuede consultar cómo va en {consulta}.\n\nCordialmente,\n{agente}\n{entidad}",
            "Dear {peticionario}:\n\nWe received your request \"{asunto}\" under the number {radicado}. {area} is handling it and we will answer by {vence}.\n\nYou can follow it at {consulta}.\n\nKind regards,\n{agente}\n{entidad}"),
        new("Faltan soportes",
            "Señor(a) {peticionario}:\n\nPara revisar su solicitud {radicado} necesitamos el comprobante o documento que la soporta. Puede enviarlo respondiendo a este mensaje.\n\nMientras llega, el plazo de atención queda en pausa.\n\nCordialmente,\n{agente}",
            "Dear {peticionario}:\n\nTo look into your request {radicado} we need the receipt or document behind it. You can send it by answering this message.\n\nKind regards,\n{agente}"),
        new("Cobro corregido",
            "Señor(a) {peticionario}:\n\nRevisamos su reclamo {radicado}, radicado el {fecha}. Tenía razón: el cobro estaba repetido. Ya lo retiramos y el valor se abona en su próxima factura.\n\nLamentamos la molestia. Si algo no quedó claro, responda a este mensaje.\n\nCordialmente,\n{agente}\n{area}",
            null, TicketKind.Claim, "Cobro no reconocido"),
        new("Cobro confirmado",
            "Señor(a) {peticionario}:\n\nRevisamos su reclamo {radicado}. Los dos valores corresponden a servicios distintos, que explicamos en el detalle adjunto. Por eso el cobro se mantiene.\n\nSi no está de acuerdo, puede pedir que se revise otra vez dentro de los 10 días hábiles siguientes.\n\nCordialmente,\n{agente}\n{area}",
            null, TicketKind.Claim, "Cobro no reconocido"),
        new("Paz y salvo adjunto",
            "Señor(a) {peticionario}:\n\nAdjuntamos el documento que pidió en {radicado}. Vale 30 días desde hoy, {hoy}.\n\nCordialmente,\n{agente}\n{entidad}",
            "Dear {peticionario}:\n\nAttached is the document you asked for in {radicado}. It is valid for 30 days from today, {hoy}.\n\nKind regards,\n{agente}\n{entidad}",
            TicketKind.DocumentRequest, "Certificados"),
        new("Visita técnica",
            "Señor(a) {peticionario}:\n\nGracias por avisarnos. Una cuadrilla visitará el lugar y le contaremos qué encontró antes del {vence}. Su radicado es {radicado}.\n\nCordialmente,\n{agente}\n{area}",
            null, TicketKind.Petition, "Daño en vía o andén"),
        new("Disculpas por la atención",
            "Señor(a) {peticionario}:\n\nLamentamos lo que le pasó. Revisamos los hechos con el equipo y tomamos medidas para que no se repita. Gracias por decirlo: nos ayuda a mejorar.\n\nCordialmente,\n{agente}\n{entidad}",
            null, TicketKind.Complaint),
        new("Gracias por su felicitación",
            "Señor(a) {peticionario}:\n\nMuchas gracias por sus palabras. Se las compartimos hoy mismo al equipo que lo atendió.\n\nCordialmente,\n{agente}\n{entidad}",
            "Dear {peticionario}:\n\nThank you very much for your words. We shared them today with the team that attended to you.\n\nKind regards,\n{agente}\n{entidad}",
            TicketKind.Compliment),
    ];
}
