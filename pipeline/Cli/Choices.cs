using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Cli;

/// <summary>The global options as chosen, checked.</summary>
/// <param name="HomeGiven">The home was named on the command line, not by variable or default.</param>
/// <param name="Json">One JSON object as the last line of standard output; everything else goes to standard error.</param>
/// <param name="Quiet">Errors only.</param>
/// <param name="Verbose">Also the log lines, on standard error.</param>
internal sealed record Choices(Home Home, bool HomeGiven, bool Json, bool Quiet, bool Verbose, bool Colour, SessionLimits Limits);
