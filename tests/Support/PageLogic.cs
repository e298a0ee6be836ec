using Jint;

namespace Hotspot.Tests.Support;

/// <summary>filter.js, the part of the page that chooses and counts, run on what a page carries.</summary>
internal sealed class PageLogic : IDisposable
{
    private readonly Engine _engine = new();

    /// <param name="explorer">The object <c>explorer</c> of a page's data block.</param>
    public PageLogic(string explorer)
    {
        _engine.Execute(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "assets", "filter.js")));
        _engine.SetValue("text", explorer);
        _engine.Execute("const cube = exploring.open(JSON.parse(text));");
    }

    /// <param name="address">What stands after the page's name, e.g. <c>#hours=22-6</c>.</param>
    /// <param name="of">What is asked of <c>counted</c>, the counts of that choice, e.g. <c>hour.complaints[22]</c>.</param>
    public int Count(string address, string of) => (int)Counts(address, of)[0];

    /// <summary>Several of <see cref="Count"/>, counted once.</summary>
    public IReadOnlyList<long> Counts(string address, params string[] of) =>
        [
            .. Chosen(address, $"((counted) => [{string.Join(", ", of.Select(one => "counted." + one))}])(exploring.count(cube, choice))")
                .AsArray()
                .Select(count => (long)count.AsNumber()),
        ];

    /// <returns>The sentences that the page says of the choice.</returns>
    public string Said(string address) =>
        Chosen(address, "exploring.sentences(choice, exploring.count(cube, choice), cube).join('')").AsString();

    /// <returns>The address that the page gives the choice.</returns>
    public string Address(string address) => Chosen(address, "exploring.format(choice, cube)").AsString();

    /// <returns>Whether the address speaks of a choice at all.</returns>
    public bool IsHeard(string address) => Evaluate(address, "exploring.parse(address, cube) !== null").AsBoolean();

    public void Dispose() => _engine.Dispose();

    private Jint.Native.JsValue Chosen(string address, string expression) =>
        Evaluate(address, $"((choice) => {expression})(exploring.parse(address, cube) ?? exploring.nothing())");

    private Jint.Native.JsValue Evaluate(string address, string expression)
    {
        _engine.SetValue("address", address);
        return _engine.Evaluate(expression);
    }
}
