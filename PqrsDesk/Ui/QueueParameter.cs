namespace PqrsDesk.Ui;

/// <summary>The words of the queue's filter in its address, so that any page can link to the cases behind a number.</summary>
/// <remarks>Enumerations are written by their code name (<c>tipo=Petition</c>), switches as <c>true</c>, several values each by itself.</remarks>
public static class QueueParameter
{
    public const string Text = "texto";
    public const string Mine = "mios";
    public const string Following = "sigo";
    public const string Unassigned = "sinAsignar";
    public const string Area = "area";

    /// <summary>A queue of an area.</summary>
    public const string WorkQueue = "bandeja";
    public const string Contract = "contrato";
    public const string Kind = "tipo";
    public const string Channel = "canal";
    public const string Priority = "prioridad";
    public const string Status = "estado";
    public const string Due = "vence";
    public const string Scope = "casos";
    public const string Topic = "tema";
    public const string FiledFrom = "radicadoDesde";
    public const string FiledTo = "radicadoHasta";
    public const string AnsweredFrom = "respondidoDesde";
    public const string AnsweredTo = "respondidoHasta";
    public const string ClosedFrom = "cerradoDesde";
    public const string ClosedTo = "cerradoHasta";
    public const string Late = "tarde";
    public const string Product = "producto";
    public const string Tag = "etiqueta";

    /// <summary>Before the number of a field of the house: <c>campo.12=Norte</c>.</summary>
    public const string Field = "campo.";
    public const string StepLate = "pasoVencido";
    public const string NoTopic = "sinTema";
    public const string RepliedFrom = "primeraRespuestaDesde";
    public const string RepliedBefore = "primeraRespuestaAntes";
    public const string Unreplied = "sinPrimeraRespuesta";
    public const string ReplyLate = "primeraRespuestaTarde";
    public const string Reopened = "reabiertos";
    public const string Snoozed = "pospuestos";
    public const string AsOf = "al";
    public const string Petitioner = "peticionario";
    public const string AlikeTo = "parecidosA";
    public const string Owner = "responsable";

    /// <summary>Which attributes are excluded: <c>tipo=Claim&amp;excepto=tipo</c> is all but claims.</summary>
    public const string Except = "excepto";

    /// <summary><c>alguna</c>: one of the attributes is enough.</summary>
    public const string Match = "cumplen";

    /// <summary>The saved view that is looked at; what else the address says takes the place of its own.</summary>
    public const string View = "vista";
    public const string Columns = "columnas";

    /// <summary>Numbers of the house's fields that have a column.</summary>
    public const string FieldColumns = "campos";
    public const string Density = "densidad";
    public const string Group = "agrupar";
    public const string Sort = "orden";

    /// <summary>Where the page of a list begins; what it holds is the queue's own business.</summary>
    public const string Cursor = "pagina";
}
