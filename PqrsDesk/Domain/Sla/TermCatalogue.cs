using System.Collections.Frozen;

namespace PqrsDesk.Domain.Sla;

/// <summary>A legal term by name: whole business days from the day after filing.</summary>
/// <param name="Source">The rule, as it is cited.</param>
/// <param name="IsConfirmed">False: read in a secondary source or from memory; a lawyer has to confirm it.</param>
public sealed record CatalogueTerm(string Code, int BusinessDays, string Source, bool IsConfirmed = true);

/// <summary>Terms that can be asked for by name instead of by their length.</summary>
public static class TermCatalogue
{
    /// <summary>In the order in which they are listed.</summary>
    public static IReadOnlyList<CatalogueTerm> All { get; } =
    [
        new("ley1755.peticion", 15, "Ley 1755 de 2015, art. 14"),
        new("ley1755.documentos", 10, "Ley 1755 de 2015, art. 14 num. 1"),
        new("ley1755.consulta", 30, "Ley 1755 de 2015, art. 14 num. 2"),
        new("ley1755.completar", 10, "Ley 1755 de 2015, art. 17"),
        new("ley1755.traslado", 5, "Ley 1755 de 2015, art. 21"),
        new("ley1755.autoridades", 10, "Ley 1755 de 2015, art. 30", IsConfirmed: false),
        new("ley1712.informacion", 10, "Ley 1712 de 2014; Decreto 103 de 2015"),
        new("ley1581.consulta", 10, "Ley 1581 de 2012, art. 14"),
        new("ley1581.reclamo", 15, "Ley 1581 de 2012, art. 15"),
        new("ley142.pqr", 15, "Ley 142 de 1994, art. 158"),
        new("ley1480.reclamacion", 15, "Ley 1480 de 2011, art. 58 num. 5"),
        new("ley1369.pqr", 15, "Ley 1369 de 2009"),
        new("crc.pqr", 15, "Resolución CRC 5050 de 2016, tít. II cap. 1"),
        new("sfc.queja", 15, "Circular Externa SFC 023 de 2021", IsConfirmed: false),
        new("congreso.informe", 5, "Ley 5 de 1992, art. 258", IsConfirmed: false),
        new("pe.reclamacion", 15, "Perú, Ley 31435 de 2022"),
    ];

    private static readonly FrozenDictionary<string, CatalogueTerm> ByCode = All.ToFrozenDictionary(term => term.Code, StringComparer.Ordinal);

    public static CatalogueTerm? Find(string code) => ByCode.GetValueOrDefault(code);
}
