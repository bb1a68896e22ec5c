using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PqrsDesk.Features.Hardening;

/// <summary>What a program complained of.</summary>
internal sealed class HeardLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _complaints = [];

    public IReadOnlyCollection<string> Complaints => _complaints;

    public ILogger CreateLogger(string categoryName) => new Ear(categoryName, _complaints);

    public void Dispose()
    {
    }

    private sealed class Ear(string category, ConcurrentQueue<string> complaints) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) complaints.Enqueue($"{category}: {formatter(state, exception)} {exception}");
        }
    }
}
