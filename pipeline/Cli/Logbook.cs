using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Settings;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Compact;

namespace Hotspot.Cli;

/// <summary>
/// The log of one run: <c>&lt;home&gt;/logs/&lt;yyyy-MM-dd&gt;.jsonl</c>, one JSON line per event, opened by the first event that finds a home
/// (so <c>--help</c> writes nothing and <c>init</c> is logged once its home stands). Under <c>--verbose</c> events are also told on standard error.
/// </summary>
internal sealed class Logbook(Home home, BeijingClock clock, TextWriter? alsoTell) : ILogEventSink, IDisposable
{
    private readonly Lock _gate = new();
    private Logger? _file;

    /// <summary>Where the log stands; null as long as nothing could be written.</summary>
    public string? Path { get; private set; }

    public ILoggerFactory Open() =>
        new SerilogLoggerFactory(new LoggerConfiguration().MinimumLevel.Information().WriteTo.Sink(this).CreateLogger(), dispose: true);

    public void Emit(LogEvent logEvent)
    {
        lock (_gate)
        {
            var entry = Entry(logEvent);
            alsoTell?.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{entry.Timestamp:HH:mm:ss} {entry.Level} {entry.RenderMessage(CultureInfo.InvariantCulture)}"
                )
            );
            File()?.Write(entry);
        }
    }

    public void Dispose() => _file?.Dispose();

    /// <summary>The event with our own clock's time and without the exception's free text.</summary>
    private LogEvent Entry(LogEvent raw)
    {
        var properties = raw.Properties.Select(pair => new LogEventProperty(pair.Key, pair.Value)).ToList();
        if (raw.Exception is { } error)
            properties.Add(new LogEventProperty("Trace", new ScalarValue(LogText.Trace(error))));
        var now = new DateTimeOffset(clock.Now, TimeSpan.FromHours(8));
        return new LogEvent(now, raw.Level, exception: null, raw.MessageTemplate, properties);
    }

    private Logger? File()
    {
        if (_file is null && home.Exists)
        {
            Path = System.IO.Path.Combine(home.Logs, clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".jsonl");
            _file = new LoggerConfiguration()
                .MinimumLevel.Verbose()
                .WriteTo.File(new CompactJsonFormatter(), Path, fileSizeLimitBytes: null, shared: true)
                .CreateLogger();
        }
        return _file;
    }
}
