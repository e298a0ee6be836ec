namespace Hotspot.Language;

public enum ExitCode
{
    Done = 0,

    /// <summary>A fault of the program; the log says where.</summary>
    Bug = 1,

    /// <summary>Wrong option, settings or contract; nothing was touched.</summary>
    WrongUse = 2,

    /// <summary>A data gate failed; nothing was published, the last issue stands.</summary>
    GateFailed = 3,

    /// <summary>Input missing or stale.</summary>
    Missing = 4,

    /// <summary>Another run is at work, or an output file is open elsewhere.</summary>
    Busy = 5,
    Cancelled = 130,
}

/// <summary>
/// Something that the operator can mend. The words stand in the phrase book: <c>error.&lt;code&gt;.cause</c> says what happened and where,
/// <c>error.&lt;code&gt;.remedy</c> what to do next. Places never hold complaint text.
/// </summary>
public sealed class OperatorException : Exception
{
    public OperatorException(ExitCode exit, string code, params (string Name, object? Value)[] places)
        : base(code)
    {
        Exit = exit;
        Code = code;
        Places = places;
    }

    public OperatorException(ExitCode exit, string code, Exception inner, params (string Name, object? Value)[] places)
        : base(code, inner)
    {
        Exit = exit;
        Code = code;
        Places = places;
    }

    public ExitCode Exit { get; }
    public string Code { get; }
    public (string Name, object? Value)[] Places { get; }

    public string Cause(Phrasebook phrases) => phrases.Say($"error.{Code}.cause", Places);

    public string Remedy(Phrasebook phrases) => phrases.Say($"error.{Code}.remedy", Places);
}
