using System.Globalization;
using System.Runtime.InteropServices;
using Spectre.Console;

#pragma warning disable RS0030 // This class is the program's one door to the console.

namespace Hotspot.Cli;

/// <summary>
/// What the program sees of the place where it was started: streams, whether a person sits there, language, variables, folder. Tests build
/// one from a script; <see cref="OfThisProcess"/> wraps the real console.
/// </summary>
public sealed class Terminal
{
    private const int SheetWidth = 120;

    public required TextReader In { get; init; }
    public required TextWriter Out { get; init; }
    public required TextWriter Error { get; init; }

    /// <summary>A person can read what is written to <see cref="Out"/> and answer on <see cref="In"/>.</summary>
    public bool IsInteractive { get; init; }

    public bool OutIsScreen { get; init; }
    public bool ErrorIsScreen { get; init; }

    /// <summary>The window was opened for this program alone (double click, files dragged on it) and closes with it.</summary>
    public bool OwnsWindow { get; init; }

    /// <summary>Columns of the screen; a wide sheet where there is none.</summary>
    public int Width { get; init; } = SheetWidth;

    /// <summary>Two letters of the operating system's language; <c>iv</c> where it states none.</summary>
    public string SystemLanguage { get; init; } = "zh";

    /// <summary>Folder in which <c>hotspot-home</c> is looked for: where the command was typed, or where the program lies if it was double-clicked.</summary>
    public string Folder { get; init; } = Environment.CurrentDirectory;

    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Waits until the person presses a key.</summary>
    public Action WaitForKey { get; init; } = () => { };

    /// <summary>Calls back on Ctrl-C or a request to end, until disposed; a second one ends the process at once.</summary>
    public Func<Action, IDisposable> OnInterrupt { get; init; } = _ => new Listener([]);

    public static Terminal OfThisProcess()
    {
        var interactive = !Console.IsInputRedirected && !Console.IsOutputRedirected;
        var ownsWindow = interactive && OwnWindow.IsOurs();
        return new Terminal
        {
            In = Console.In,
            Out = Console.Out,
            Error = Console.Error,
            IsInteractive = interactive,
            OutIsScreen = !Console.IsOutputRedirected,
            ErrorIsScreen = !Console.IsErrorRedirected,
            OwnsWindow = ownsWindow,
            Width = Console.IsOutputRedirected && Console.IsErrorRedirected ? SheetWidth : ScreenWidth(),
            SystemLanguage = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            Folder = ownsWindow ? AppContext.BaseDirectory : Environment.CurrentDirectory,
            Variable = Environment.GetEnvironmentVariable,
            WaitForKey = () => Console.ReadKey(intercept: true),
            OnInterrupt = Listen,
        };
    }

    /// <summary>Draws tables and bars on one of the two writers, with colours only on a screen that wants them.</summary>
    public IAnsiConsole Canvas(TextWriter writer, bool colour)
    {
        var screen = ReferenceEquals(writer, Error) ? ErrorIsScreen : OutIsScreen;
        var canvas = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = screen ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = screen && colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = screen ? InteractionSupport.Yes : InteractionSupport.No,
                Out = new AnsiConsoleOutput(writer),
            }
        );
        canvas.Profile.Width = Width;
        return canvas;
    }

    private static int ScreenWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? Math.Clamp(width, 60, 240) : SheetWidth;
        }
        catch (IOException)
        {
            return SheetWidth;
        }
    }

    private static Listener Listen(Action interrupted)
    {
        var heard = 0;
        void Heard(PosixSignalContext signal)
        {
            // The first one asks the run to stop; the second has its usual effect.
            signal.Cancel = Interlocked.Increment(ref heard) == 1;
            interrupted();
        }
        return new Listener([
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Heard),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Heard),
        ]);
    }

    private sealed class Listener(IReadOnlyList<PosixSignalRegistration> signals) : IDisposable
    {
        public void Dispose()
        {
            foreach (var signal in signals)
                signal.Dispose();
        }
    }
}
