using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Sla;

/// <summary>The rules of law that come with the product. What is read in a secondary source, or from memory, is not confirmed.</summary>
/// <remarks>
/// A later release adds rows with versions of their own and changes none that is here: cases were promised by them.
/// Version 1 of the rules of Ley 1755 is what cases were promised before the desk kept its rules as data.
/// </remarks>
public static class ShippedLaw
{
    private const int Hour = 60;

    /// <summary>All that can be asked; thanks ask for nothing.</summary>
    private static readonly TicketKind[] Asked =
        [TicketKind.Petition, TicketKind.Complaint, TicketKind.Claim, TicketKind.Suggestion, TicketKind.Inquiry, TicketKind.DocumentRequest, TicketKind.Report];
    private static readonly TicketKind[] General = [TicketKind.Petition, TicketKind.Complaint, TicketKind.Claim, TicketKind.Suggestion, TicketKind.Report];
    private static readonly TicketKind[] Documents = [TicketKind.DocumentRequest];
    private static readonly TicketKind[] Inquiries = [TicketKind.Inquiry];
    private static readonly TicketKind[] Claims = [TicketKind.Claim, TicketKind.Complaint];

    // Decreto 491 of 2020 lengthened the terms of what was filed in these days; Ley 2207 of 2022 ended it.
    private static readonly DateOnly PandemicFrom = new(2020, 3, 28);
    private static readonly DateOnly PandemicTo = new(2022, 5, 17);

    /// <summary>With numbers of their own from 1, for a book that no store has numbered.</summary>
    public static IReadOnlyList<LegalRule> Rules() => [.. Rows().Select((row, index) => new LegalRule { Id = index + 1, Code = row.Code, Version = row.Version, Definition = row.Definition })];

    private static IEnumerable<(string Code, int Version, LegalDefinition Definition)> Rows() =>
    [
        .. Petitions("peticion", "Petición, queja, reclamo, sugerencia o denuncia", 1, General, 15, 30, "art. 14", LegalSilence.StillOwed),
        .. Petitions("documentos", "Petición de documentos e información", 2, Documents, 10, 20, "art. 14 num. 1", LegalSilence.Accepted),
        .. Petitions("consulta", "Consulta sobre materias a cargo de la autoridad", 3, Inquiries, 30, 35, "art. 14 num. 2", LegalSilence.StillOwed),
        .. Authorities(),
        .. DataProtection(),
        .. Sectors(),
        .. Health(),
        ("pe.reclamacion", 1, new LegalDefinition
        {
            Country = "PE",
            Regime = "pe.libro",
            RegimeName = "Perú: Libro de Reclamaciones",
            Name = "Reclamo o queja del Libro de Reclamaciones",
            Kinds = Claims,
            Amount = 15,
            Source = "Perú, Ley 31435 de 2022",
            IsConfirmed = false,
            Note = "El día desde el que rige. Los 15 días hábiles sin prórroga están confirmados.",
            ValidFrom = new(2022, 3, 26),
        }),
    ];

    /// <summary>Before the pandemic, in it, and since.</summary>
    private static IEnumerable<(string, int, LegalDefinition)> Petitions(
        string matter, string name, int order, TicketKind[] kinds, int days, int pandemicDays, string article, LegalSilence silence)
    {
        var usual = new LegalDefinition
        {
            Country = "CO",
            Regime = LegalBook.FirstRegime,
            RegimeName = "Ley 1755 de 2015: derecho de petición",
            Name = name,
            Kinds = kinds,
            Order = order,
            Amount = days,
            Extension = days,
            CompletionDays = 10,
            CompletionMonths = 1,
            TransferDays = 5,
            Silence = silence,
            Source = $"Ley 1755 de 2015, {article}",
            ValidFrom = new(2015, 6, 30),
            ValidTo = PandemicFrom.AddDays(-1),
        };
        var code = $"{LegalBook.FirstRegime}.{matter}";
        yield return (code, 1, usual);
        yield return (code, 2, usual with
        {
            Amount = pandemicDays,
            Extension = pandemicDays,
            Source = $"Decreto 491 de 2020, art. 5; Ley 1755 de 2015, {article}",
            ValidFrom = PandemicFrom,
            ValidTo = PandemicTo,
        });
        yield return (code, 3, usual with { ValidFrom = PandemicTo.AddDays(1), ValidTo = null });
    }

    private static IEnumerable<(string, int, LegalDefinition)> Authorities()
    {
        yield return ("ley1755.autoridades", 1, new LegalDefinition
        {
            Country = "CO",
            Regime = "autoridades",
            RegimeName = "Ley 1755 de 2015: entre autoridades",
            Name = "Petición entre autoridades",
            Kinds = Asked,
            Amount = 10,
            TransferDays = 5,
            Source = "Ley 1755 de 2015, art. 30",
            IsConfirmed = false,
            Note = "El término de 10 días.",
            ValidFrom = new(2015, 6, 30),
        });
        yield return ("congreso.informe", 1, new LegalDefinition
        {
            Country = "CO",
            Regime = "congreso",
            RegimeName = "Ley 5 de 1992: informes al Congreso",
            Name = "Informe que pide un congresista",
            Kinds = Asked,
            Amount = 5,
            Source = "Ley 5 de 1992, art. 258",
            IsConfirmed = false,
            Note = "Si los 5 días son hábiles o calendario.",
            ValidFrom = new(1992, 6, 18),
        });
        yield return ("ley1712.informacion", 1, new LegalDefinition
        {
            Country = "CO",
            Regime = "ley1712",
            RegimeName = "Ley 1712 de 2014: acceso a la información",
            Name = "Solicitud de acceso a información pública",
            Kinds = Asked,
            Amount = 10,
            Extension = 10,
            CompletionDays = 10,
            CompletionMonths = 1,
            TransferDays = 5,
            Silence = LegalSilence.StillOwed,
            Source = "Ley 1712 de 2014; Decreto 103 de 2015",
            ValidFrom = new(2014, 3, 6),
        });
    }

    private static IEnumerable<(string, int, LegalDefinition)> DataProtection()
    {
        var query = new LegalDefinition
        {
            Country = "CO",
            Regime = "ley1581",
            RegimeName = "Ley 1581 de 2012: habeas data",
            Name = "Consulta de datos personales",
            Kinds = [TicketKind.Inquiry, TicketKind.DocumentRequest, TicketKind.Petition],
            Amount = 10,
            Extension = 5,
            TransferDays = 2,
            Silence = LegalSilence.Supervisor,
            Source = "Ley 1581 de 2012, art. 14",
            ValidFrom = new(2012, 10, 18),
        };
        yield return ("ley1581.consulta", 1, query);
        yield return ("ley1581.reclamo", 1, query with
        {
            Name = "Reclamo de datos personales",
            Kinds = [TicketKind.Claim, TicketKind.Complaint, TicketKind.Report, TicketKind.Suggestion],
            Order = 2,
            Amount = 15,
            Extension = 8,
            CompletionDays = 5,
            CompletionMonths = 2,
            Source = "Ley 1581 de 2012, art. 15",
            IsConfirmed = false,
            Note = "Los dos meses para completar. El término, la prórroga y los 5 días para requerir están confirmados.",
        });
    }

    private static IEnumerable<(string, int, LegalDefinition)> Sectors()
    {
        var telecom = new LegalDefinition
        {
            Country = "CO",
            Regime = "crc",
            RegimeName = "CRC: comunicaciones",
            Name = "PQR de servicios de comunicaciones",
            Kinds = Asked,
            Amount = 15,
            Extension = 15,
            Silence = LegalSilence.Positive,
            Source = "Resolución CRC 5050 de 2016, tít. II cap. 1",
            IsConfirmed = false,
            Note = "La ampliación de 15 días para practicar pruebas. El término y el silencio positivo están confirmados.",
            ValidFrom = new(2016, 11, 10),
        };
        yield return ("crc.pqr", 1, telecom);
        yield return ("ley142.pqr", 1, telecom with
        {
            Regime = "ley142",
            RegimeName = "Ley 142 de 1994: servicios públicos",
            Name = "PQR de servicios públicos domiciliarios",
            Extension = null,
            Source = "Ley 142 de 1994, art. 158",
            IsConfirmed = true,
            Note = null,
            ValidFrom = new(1994, 7, 11),
        });
        yield return ("ley1480.reclamacion", 1, telecom with
        {
            Regime = "ley1480",
            RegimeName = "Ley 1480 de 2011: consumidor",
            Name = "Reclamación directa del consumidor",
            Extension = null,
            Silence = LegalSilence.Indication,
            Source = "Ley 1480 de 2011, art. 58 num. 5",
            IsConfirmed = true,
            Note = null,
            ValidFrom = new(2012, 4, 12),
        });
        yield return ("ley1369.pqr", 1, telecom with
        {
            Regime = "ley1369",
            RegimeName = "Ley 1369 de 2009: servicios postales",
            Name = "PQR de servicios postales",
            Extension = null,
            Source = "Ley 1369 de 2009",
            IsConfirmed = true,
            Note = null,
            ValidFrom = new(2009, 12, 30),
        });
        yield return ("sfc.queja", 1, telecom with
        {
            Regime = "sfc",
            RegimeName = "SFC: consumidor financiero",
            Name = "Queja ante la entidad vigilada",
            Extension = null,
            Silence = LegalSilence.Supervisor,
            Source = "Circular Externa SFC 023 de 2021",
            Note = "Los 15 días y el día desde el que rigen.",
            ValidFrom = new(2021, 1, 1),
        });
    }

    /// <summary>Claims in hours of the clock by their risk; everything else by the general law.</summary>
    private static IEnumerable<(string, int, LegalDefinition)> Health()
    {
        var claim = new LegalDefinition
        {
            Country = "CO",
            Regime = "supersalud",
            RegimeName = "Supersalud: reclamos en salud",
            Name = "Reclamo con riesgo vital",
            Kinds = Claims,
            Priorities = [Priority.High],
            Amount = 24 * Hour,
            Unit = DeadlineUnit.ClockMinutes,
            Silence = LegalSilence.Supervisor,
            Source = "Supersalud, Circular Externa 2023151000000010-5 de 2023",
            IsConfirmed = false,
            Note = "Que las horas corran de día y de noche, y qué prioridad corresponde a cada riesgo. Las 24, 48 y 72 horas están confirmadas.",
            ValidFrom = new(2023, 6, 22),
        };
        yield return ("supersalud.riesgo-vital", 1, claim);
        yield return ("supersalud.priorizado", 1, claim with { Name = "Reclamo priorizado", Priorities = [Priority.Medium], Order = 2, Amount = 48 * Hour });
        yield return ("supersalud.simple", 1, claim with { Name = "Reclamo simple", Priorities = [Priority.Low], Order = 3, Amount = 72 * Hour });
        var petition = claim with
        {
            Name = "Petición, sugerencia o denuncia",
            Kinds = [TicketKind.Petition, TicketKind.Suggestion, TicketKind.Report],
            Priorities = [],
            Order = 4,
            Amount = 15,
            Unit = DeadlineUnit.BusinessDays,
            Extension = 15,
            CompletionDays = 10,
            CompletionMonths = 1,
            TransferDays = 5,
            Silence = LegalSilence.StillOwed,
            Source = "Ley 1755 de 2015, art. 14",
            Note = "Que lo que no es reclamo siga la ley general.",
        };
        yield return ("supersalud.peticion", 1, petition);
        yield return ("supersalud.documentos", 1, petition with
        {
            Name = "Petición de documentos e información",
            Kinds = Documents,
            Order = 5,
            Amount = 10,
            Extension = 10,
            Silence = LegalSilence.Accepted,
            Source = "Ley 1755 de 2015, art. 14 num. 1",
        });
        yield return ("supersalud.consulta", 1, petition with
        {
            Name = "Consulta",
            Kinds = Inquiries,
            Order = 6,
            Amount = 30,
            Extension = 30,
            Source = "Ley 1755 de 2015, art. 14 num. 2",
        });
    }
}
