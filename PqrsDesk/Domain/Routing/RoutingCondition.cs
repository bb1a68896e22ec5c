namespace PqrsDesk.Domain.Routing;

/// <summary>What a rule asks of a case. The numbers are stored and never change.</summary>
public enum RoutingCondition
{
    Kind = 1,
    Topic = 2,
    Product = 3,
    Branch = 4,
    Customer = 5,

    /// <summary>The service level of the customer's contract.</summary>
    ServiceLevel = 6,
    Channel = 7,
    Language = 8,

    /// <summary>That nobody has chosen another area than the rule's.</summary>
    AreaNotChosen = 20,

    /// <summary>That the rule's area still takes cases.</summary>
    AreaOpen = 21,
}

/// <summary>Who gets a case that a rule takes.</summary>
public enum RoutingHand
{
    /// <summary>It waits in the area, or in the rule's queue.</summary>
    Nobody = 0,

    /// <summary>A member of staff by name.</summary>
    Member = 1,

    /// <summary>Whoever answers for the area.</summary>
    Responsible = 2,

    /// <summary>Of the area's own people, whoever has the fewest open cases: in turn, when all have as many.</summary>
    LeastLoaded = 3,
}

/// <summary>By what it came to its area.</summary>
public enum RoutingWay
{
    Rule = 1,

    /// <summary>The area that answers for the topic, or for what the topic is under.</summary>
    Topic = 2,

    /// <summary>A person, or a program, said so.</summary>
    Chosen = 3,

    /// <summary>It was there already.</summary>
    Kept = 4,

    /// <summary>The desk's first area: nothing else was said.</summary>
    First = 5,
}
