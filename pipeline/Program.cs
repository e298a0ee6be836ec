using System.Text;
using Hotspot.Cli;
using Hotspot.Runs;

#pragma warning disable RS0030 // The one place that picks the clock and the encoding of the process.
try
{
    Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
}
catch (IOException)
{
    // No console to set up (a service, a pipe that is gone): the streams stay as they are.
}
return Application.Run(args, new HotspotRuns(), TimeProvider.System, Terminal.OfThisProcess());
#pragma warning restore RS0030
