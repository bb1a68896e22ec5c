using System.Reflection;
using Xunit.Sdk;

namespace PqrsDesk.Testing;

/// <summary>What a desk of the tests keeps its data in. Both are the real thing.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>
/// Runs a test once on each engine: <c>[SkippableTheory, Engines]</c>, the engine as its first argument and
/// <paramref name="more"/> behind it. May stand several times.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EnginesAttribute(params object[] more) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Enum.GetValues<Engine>().Select(engine => (object[])[engine, .. more]);
}
