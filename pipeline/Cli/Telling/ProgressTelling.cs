using Hotspot.Language;
using Hotspot.Runs;
using Spectre.Console;

namespace Hotspot.Cli.Telling;

/// <summary>How a run's progress is told: a bar on a screen, plain lines otherwise, nothing under <c>--quiet</c>; always on standard error.</summary>
internal static class ProgressTelling
{
    /// <param name="isLong">False for work of a moment, which needs no bar.</param>
    public static T Follow<T>(Desk desk, bool isLong, Func<IProgressSink, T> work)
    {
        if (desk.Choices.Quiet || !isLong)
            return work(new Silence());
        if (!desk.Terminal.ErrorIsScreen)
            return work(new Lines(desk));
        var canvas = desk.Terminal.Canvas(desk.Terminal.Error, desk.Choices.Colour);
        // Line-drawing signs are twice as wide on some Chinese consoles and would tear the bar.
        canvas.Profile.Capabilities.Unicode = false;
        return canvas
            .Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 20 }, new ElapsedTimeColumn())
            .Start(context =>
            {
                var bar = new Bar(desk, context);
                var result = work(bar);
                bar.End();
                return result;
            });
    }

    private static string Words(Desk desk, string key, (string Name, object? Value)[] places) =>
        desk.Phrases.SayOr(desk.Bulletins, key, places);

    private sealed class Silence : IProgressSink
    {
        public void Step(string phraseKey, params (string Name, object? Value)[] places) { }

        public void Rows(long done) { }
    }

    /// <summary>One line a step and one for every million rows, so that a log of the output stays short.</summary>
    private sealed class Lines(Desk desk) : IProgressSink
    {
        private const long Stride = 1_000_000;
        private readonly Lock _gate = new();
        private long _told;

        public void Step(string phraseKey, params (string Name, object? Value)[] places)
        {
            lock (_gate)
            {
                _told = 0;
                desk.Terminal.Error.WriteLine("· " + Words(desk, phraseKey, places));
            }
        }

        public void Rows(long done)
        {
            lock (_gate)
            {
                if (done / Stride <= _told)
                    return;
                _told = done / Stride;
                desk.Terminal.Error.WriteLine("  " + desk.Phrase("cli.rows_done", ("count", Wording.Count(done))));
            }
        }
    }

    /// <summary>Steps have no known length, so the bar of the one that runs pulses, with its rows and time, rather than show a false percentage.</summary>
    private sealed class Bar(Desk desk, ProgressContext context) : IProgressSink
    {
        private readonly Lock _gate = new();
        private ProgressTask? _task;
        private string _words = "";

        public void Step(string phraseKey, params (string Name, object? Value)[] places)
        {
            lock (_gate)
            {
                Fill();
                _words = Words(desk, phraseKey, places);
                _task = context.AddTask(Markup.Escape(_words));
                _task.IsIndeterminate = true;
            }
        }

        public void End()
        {
            lock (_gate)
                Fill();
        }

        private void Fill()
        {
            if (_task is null)
                return;
            _task.IsIndeterminate = false;
            _task.Value = _task.MaxValue;
            _task.StopTask();
        }

        public void Rows(long done)
        {
            lock (_gate)
            {
                if (_task is not null)
                    _task.Description = Markup.Escape(_words + "  " + desk.Phrase("cli.rows_done", ("count", Wording.Count(done))));
            }
        }
    }
}
