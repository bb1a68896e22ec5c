using System.Linq.Expressions;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Predicates put together, as a query can say them.</summary>
internal static class Predicates
{
    public static Expression<Func<T, bool>> Or<T>(Expression<Func<T, bool>> one, Expression<Func<T, bool>> other) =>
        Expression.Lambda<Func<T, bool>>(Expression.OrElse(one.Body, new Swap(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters);

    /// <summary>The opposite, where <paramref name="not"/>.</summary>
    public static Expression<Func<T, bool>> Unless<T>(bool not, Expression<Func<T, bool>> predicate) =>
        not ? Expression.Lambda<Func<T, bool>>(Expression.Not(predicate.Body), predicate.Parameters) : predicate;

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
