namespace PqrsDesk.Domain.Answers;

/// <summary>Words that say nothing of what a text is about, folded: of both languages, and of every petition.</summary>
public static class CommonWords
{
    private static readonly HashSet<string> All =
    [
        .. ("a al algo ante antes aqui asi aun aunque bajo bien cada casi como con contra cual cuando de del desde donde dos durante e el ella ellos en entre era es esa ese eso esta estaba estan "
            + "estar este esto estoy fue fui gracias ha hace hacer hacia han hasta hay he hoy la las le les lo los mas me mi mis mismo mucho muy nada ni no nos o otra otro para pero poco por porque "
            + "pues que quien quiero se sea segun ser si sido sin sobre son soy su sus tambien tan tanto te tengo tiene todo todos tres tu un una uno unos usted ustedes va vez y ya yo "
            + "buenas buenos cordial cordialmente dias favor petición peticion pqrs queja reclamo saludo senor senora senores solicitud solicito tardes "
            + "about after again all also am an and any are as at be because been before but by can cannot could day did do does for from had has have he her his how i if in into is it its "
            + "just me more my no not now of on one only or other our out please request since so some than that the their them then there these they this to too up us very was we were what when "
            + "which who why will with would you your").Split(' '),
    ];

    public static bool Contains(string folded) => folded.Length < 3 || All.Contains(folded);
}
