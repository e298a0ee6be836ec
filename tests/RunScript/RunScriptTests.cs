namespace Hotspot.Tests.RunScript;

/// <summary>One at a time: PATH belongs to the process.</summary>
[CollectionDefinition("run.ps1", DisableParallelization = true)]
public sealed class OneAtATime;

[Collection("run.ps1")]
public sealed class RunScriptTests : IDisposable
{
    private readonly ScriptHost _host = new();

    [ShellTheory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(130)]
    public void The_exit_code_of_the_program_comes_back(int code) => Assert.Equal(code, _host.Type("RUN status", code));

    [ShellFact]
    public void A_verb_runs_the_pipeline_of_the_scripts_own_folder()
    {
        _host.Type("RUN demo --home 'D:\\my home'");
        string[] expected =
        [
            "run",
            "--project",
            Path.Combine(_host.Folder, "pipeline", "Pipeline.csproj"),
            "-c",
            "Release",
            "--",
            "demo",
            "--home",
            "D:\\my home",
        ];
        Assert.Equal(expected, Assert.Single(_host.Calls));
    }

    [ShellTheory]
    [InlineData("cut '朝阳近三月夜间施工22到6点按街道'", "cut", "朝阳近三月夜间施工22到6点按街道")]
    [InlineData("cut --by hour,district", "cut", "--by", "hour,district")]
    [InlineData("cut --near 116.46,39.92,500", "cut", "--near", "116.46,39.92,500")]
    [InlineData("load 'a b.csv' \"\" 'x'", "load", "a b.csv", "", "x")]
    [InlineData("cut --keyword 'say \"no\"'", "cut", "--keyword", "say \"no\"")]
    [InlineData("load 'C:\\in box\\'", "load", "C:\\in box\\")]
    [InlineData("status --memory 4GB --threads 002", "status", "--memory", "4GB", "--threads", "002")]
    [InlineData("report weekly --period 2025-W17 --final", "report", "weekly", "--period", "2025-W17", "--final")]
    [InlineData("cut --hours 22-6 -o:夜 -q", "cut", "--hours", "22-6", "-o:夜", "-q")]
    [InlineData("cut '$env:PATH' '%TEMP%' '`'", "cut", "$env:PATH", "%TEMP%", "`")]
    public void Arguments_go_on_unchanged(string typed, params string[] expected)
    {
        _host.Type("RUN " + typed);
        Assert.Equal(expected, Assert.Single(_host.Calls)[6..]);
    }

    [ShellFact]
    public void Without_a_verb_the_program_decides()
    {
        Assert.Equal(2, _host.Type("RUN", exitCode: 2));
        Assert.Equal("--", Assert.Single(_host.Calls)[^1]);
    }

    [ShellFact]
    public void The_published_program_beside_the_script_is_preferred()
    {
        _host.Publish();
        _host.RemoveDotnet();
        Assert.Equal(5, _host.Type("RUN nightly --as-of 2025-04-28", exitCode: 5));
        Assert.Equal(["nightly", "--as-of", "2025-04-28"], Assert.Single(_host.Calls));
    }

    [ShellFact]
    public void Without_dotnet_it_says_so_and_exits_2()
    {
        _host.RemoveDotnet();
        Assert.Equal(2, _host.Type("RUN status"));
        Assert.Empty(_host.Calls);
    }

    [ShellFact]
    public void Test_runs_the_solutions_tests()
    {
        Assert.Equal(1, _host.Type("RUN test --no-build", exitCode: 1));
        Assert.Equal(["test", Path.Combine(_host.Folder, "Analytics.sln"), "-c", "Release", "--no-build"], Assert.Single(_host.Calls));
    }

    [ShellFact]
    public void Publish_makes_both_platforms_self_contained()
    {
        Assert.Equal(0, _host.Type("RUN publish"));
        Assert.Equal(["win-x64", "linux-x64"], _host.Calls.Select(c => c[Array.IndexOf(c, "-r") + 1]));
        Assert.All(_host.Calls, c => Assert.Equal("true", c[Array.IndexOf(c, "--self-contained") + 1]));
        Assert.Equal(
            [Path.Combine(_host.Folder, "publish", "win-x64"), Path.Combine(_host.Folder, "publish", "linux-x64")],
            _host.Calls.Select(c => c[Array.IndexOf(c, "-o") + 1])
        );
    }

    [ShellFact]
    public void Publish_stops_at_the_first_failure()
    {
        Assert.Equal(7, _host.Type("RUN publish", exitCode: 7));
        Assert.Single(_host.Calls);
    }

    public void Dispose() => _host.Dispose();
}
