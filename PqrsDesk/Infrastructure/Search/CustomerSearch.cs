using PqrsDesk.Domain.Customers;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>Finds organisations by what was typed of them: every word begins one of theirs. There are few of them beside people, and nobody mishears them.</summary>
public static class CustomerSearch
{
    private const string End = "\U0010FFFF";

    /// <summary>None where nothing was typed that one could look for.</summary>
    public static IQueryable<Customer> Called(this IQueryable<Customer> customers, DeskDb db, string text)
    {
        var sought = ContactQuery.Read(text).Words;
        if (sought.Count == 0) return customers.Where(_ => false);
        foreach (var word in sought)
        {
            var theirs = word.Readings.Select(begun => Beginning(db, begun)).Aggregate((some, more) => some.Union(more));
            customers = customers.Where(customer => theirs.Contains(customer.Id));
        }

        return customers;
    }

    private static IQueryable<int> Beginning(DeskDb db, string begun)
    {
        var end = begun + End;
#pragma warning disable CA1307, CA1309, CA1310 // The store compares, byte by byte.
        return db.CustomerWords.Where(each => string.Compare(each.Word, begun) >= 0 && string.Compare(each.Word, end) < 0).Select(each => each.CustomerId);
#pragma warning restore CA1307, CA1309, CA1310
    }
}
