// A disk that is full, at each of many sizes: a load, a bulletin, a night and a cut on a file system of its own that ends before they do. Each must say so, leave
// what is published as it was, and do the same bytes as ever once there is room. The same where nothing may be written.
//
//   dotnet build pipeline -c Release
//   sudo dotnet run tests/Endurance/disk.cs -- 25       sizes for each of them; Linux, for it mounts tmpfs
//
// Ends with exit code 0 and a line of counts for each where all went so.
#:include Struck.cs
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA5394;CA1849;CA1861;CA1812;CA2266

using System.Diagnostics;

const long Room = 4L << 30;
const long Page = 4096;
var sizes = args.Length > 0 ? Math.Max(2, int.Parse(args[0])) : 25;
var homes = new Struck("disk");
var disk = homes.In("disk");
Directory.CreateDirectory(disk);
var home = Path.Combine(disk, "home");

var (exports, begun) = homes.HalfLoaded("3000");
var whole = homes.Copy(begun, "whole");
homes.Run(["load", exports, "--home", whole]);

// The sample ends on a Sunday: the morning after, the night is in time.
var today = DateTime.Today;
var monday = today.AddDays(today.DayOfWeek == DayOfWeek.Sunday ? -6 : 1 - (int)today.DayOfWeek);
var wrong = 0;
wrong += Fill("load", begun, ["load", exports]);
wrong += Fill("report", whole, ["report", "weekly"]);
wrong += Fill("nightly", whole, ["nightly", "--as-of", $"{monday:yyyy-MM-dd}", "--catch-up", "latest"]);
wrong += Fill("cut", whole, ["cut", "--by", "street", "-o", Path.Combine(disk, "cut.xlsx")]);
if (wrong == 0)
    Directory.Delete(homes.Folder, recursive: true);
return wrong == 0 ? 0 : 1;

int Fill(string name, string start, string[] arguments)
{
    string[] run = [.. arguments, "--home", home];
    Mount(Room);
    Struck.CopyTo(start, home);
    var least = Used();
    var (most, expected) = (Watched(run), Struck.Published(home));
    Unmount();

    var answer = homes.Run(["cut", "--by", "district", "--home", start]).GetRawText();
    var (full, fits, wrong) = (0, 0, 0);
    for (var i = 0; i < sizes; i++)
    {
        Mount(least + (most - least) * i / (sizes - 1) / Page * Page + Page);
        Struck.CopyTo(start, home);
        var (exit, said) = homes.Try(run);
        var problem = "";
        if (exit == 0)
        {
            fits++;
        }
        else
        {
            full++;
            if (exit != 1 || said.GetProperty("error").GetProperty("code").GetString() != "cli_disk_full")
                problem = $"exit {exit}, {said}";
            Remount($"size={Room}");
            var (exitNow, saidNow) = homes.Try(["cut", "--by", "district", "--home", home]);
            if (exitNow != 0 || (name != "load" && saidNow.GetRawText() != answer))
                problem += $" a cut afterwards: exit {exitNow}, {saidNow}";
            if (homes.Try(run) is { Exit: not 0 } again)
                problem += $" with room: exit {again.Exit}, {again.Said}";
        }
        if (Struck.Published(home) != expected)
            problem += " what is published differs";
        if (problem.Length > 0)
        {
            wrong++;
            Console.WriteLine($"{name}, size {i}: {problem}");
        }
        Unmount();
    }
    Mount(Room);
    Struck.CopyTo(start, home);
    Remount("ro");
    var (refused, why) = homes.Try(run);
    if (refused != 5 || why.GetProperty("error").GetProperty("code").GetString() != "cli_file_refused")
    {
        wrong++;
        Console.WriteLine($"{name}, nothing may be written: exit {refused}, {why}");
    }
    Remount("rw");
    if (homes.Try(run) is { Exit: not 0 } || Struck.Published(home) != expected)
    {
        wrong++;
        Console.WriteLine($"{name}, may be written again: differs, or did not end");
    }
    Unmount();
    Console.WriteLine(
        $"{name}: {sizes} sizes from {least >> 20} to {most >> 20} MiB: {full} times full, {fits} times enough, {wrong} wrong"
    );
    return wrong;
}

// The most that was in use while it ran, in bytes.
long Watched(string[] run)
{
    using var ended = new CancellationTokenSource();
    var most = 0L;
    var watching = Task.Run(() =>
    {
        while (!ended.IsCancellationRequested)
        {
            most = Math.Max(most, Used());
            Thread.Sleep(2);
        }
    });
    homes.Run(run);
    ended.Cancel();
    watching.Wait();
    return Math.Max(most, Used());
}

long Used() => new DriveInfo(disk) is var drive ? drive.TotalSize - drive.TotalFreeSpace : 0;

void Mount(long size) => Call("mount", "-t", "tmpfs", "-o", $"size={size}", "hotspot", disk);

void Remount(string options) => Call("mount", "-o", $"remount,{options}", disk);

void Unmount() => Call("umount", disk);

static void Call(string program, params string[] arguments)
{
    using var process = Process.Start(program, arguments);
    process.WaitForExit();
    if (process.ExitCode != 0)
        throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: exit {process.ExitCode}");
}
