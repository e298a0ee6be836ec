// Opens written bulletins in a headless browser without a network, at the width of a desk and of a phone, and uses them: filters, map, bars, keyboard, address.
//
//   dotnet run tests/Endurance/page.cs -- BULLETIN.html …                  pages that `report` or `demo` wrote; the browser is chromium
//   HOTSPOT_BROWSER=/path/to/chrome dotnet run tests/Endurance/page.cs -- BULLETIN.html
//
// Ends with exit code 0 where every page passed every check. It is no part of `dotnet test`, which knows no browser; there the page's logic runs by itself.
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA1849;CA1861

using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

var browser = Environment.GetEnvironmentVariable("HOTSPOT_BROWSER") ?? "chromium";
var folder = Directory.CreateTempSubdirectory("hotspot-page-").FullName;
var wrong = 0;
foreach (var page in args)
foreach (var width in (int[])[1280, 390])
{
    // Chromium's window is never narrower than 500 pixels: a frame is.
    var used = Path.Combine(folder, "used.html");
    var frame = Path.Combine(folder, "frame.html");
    var text = File.ReadAllText(page);
    var (head, end) = (text.IndexOf("<head>", StringComparison.Ordinal) + 6, text.LastIndexOf("</body>", StringComparison.Ordinal));
    var listening = "<script>window.failures = []; addEventListener('error', (event) => failures.push(event.message));</script>";
    File.WriteAllText(used, $"{text[..head]}{listening}{text[head..end]}<script>{Probe()}</script>{text[end..]}");
    File.WriteAllText(
        frame,
        $$"""
        <!doctype html><meta charset="utf-8"><iframe src="used.html#issue=nothing&amp;hours=22-6" style="width:{{width}}px;height:900px;border:0"></iframe><pre id="told"></pre>
        <script>addEventListener("message", (event) => (document.getElementById("told").textContent = event.data));</script>
        """
    );
    var (dom, console) = Open(frame);
    var told = Regex.Match(dom, "<pre id=\"told\">(.*?)</pre>", RegexOptions.Singleline).Groups[1].Value;
    if (told.Length == 0)
        throw new InvalidOperationException($"{page}: the browser told nothing\n{console}");
    using var checks = JsonDocument.Parse(WebUtility.HtmlDecode(told));
    foreach (var check in checks.RootElement.EnumerateArray())
    {
        var (name, found) = (check[0].GetString(), check[1].GetString());
        if (found!.Length > 0)
            wrong++;
        Console.WriteLine($"{(found.Length == 0 ? "ok   " : "WRONG")} {width} {name} {found}");
    }
}
Directory.Delete(folder, recursive: true);
Console.WriteLine($"{args.Length} pages, {wrong} checks wrong");
return wrong == 0 && args.Length > 0 ? 0 : 1;

(string Dom, string Console) Open(string file)
{
    string[] options =
    [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--allow-file-access-from-files",
        $"--user-data-dir={Path.Combine(folder, "profile")}",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--proxy-server=127.0.0.1:9",
        "--enable-logging=stderr",
        "--window-size=1300,1000",
        "--virtual-time-budget=10000",
        "--dump-dom",
        new Uri(file).AbsoluteUri,
    ];
    using var process = Process.Start(
        new ProcessStartInfo(browser, options) { RedirectStandardOutput = true, RedirectStandardError = true }
    )!;
    var console = process.StandardError.ReadToEndAsync();
    var dom = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return (dom, console.GetAwaiter().GetResult());
}

// Runs in the page: a list of [check, what is wrong with it or nothing].
static string Probe() =>
    """
        (function () {
          const told = [];
          const check = (name, right, found) => told.push([name, right ? "" : String(found)]);
          const section = document.getElementById("explore");
          const one = (key) => section.querySelector(`[data-key="${key}"]`);
          const said = () => section.querySelector(".explore-said").textContent;
          const all = (selector) => [...section.querySelectorAll(selector)];
          const hash = () => decodeURIComponent(location.hash);
          const click = (element) => element.dispatchEvent(new MouseEvent("click", { bubbles: true }));
          const counts = (selector) => all(selector).map((column) => Number(column.textContent.replaceAll(",", ""))).reduce((a, b) => a + b, 0);
          const first = (text) => Number(/诉求([\d,]+)件/.exec(text)[1].replaceAll(",", ""));
          try {
            check("asked nothing of the network", performance.getEntriesByType("resource").length === 0, performance.getEntriesByType("resource").map((entry) => entry.name));
            check("opens as the address says", said().startsWith("22时至次日6时"), said());
            click(one("reset"));
            check("reset takes the choice from the address", location.hash === "", location.hash);
            check("reset shows everything", said().startsWith("本期共受理"), said());
            const printed = document.querySelector("[data-figure='key.complaints']").textContent.replace(/[^\d]/g, "");
            check("the total is the printed one", first(said()) === Number(printed), said() + printed);
            const dayOnly = /其中([\d,]+)件只有日期/.exec(said());
            check("the bars of the hours sum to it", counts(".hour .count") + (dayOnly ? Number(dayOnly[1].replaceAll(",", "")) : 0) === Number(printed), counts(".hour .count"));
            check("so do the bars of days or weeks", counts(".part .count") === Number(printed), counts(".part .count"));
            click(one("hour-22"));
            check("a bar chooses its hour", hash() === "#hours=22-23" && said().startsWith("22时至23时"), hash() + said());
            one("hour-23").dispatchEvent(new MouseEvent("click", { bubbles: true, shiftKey: true }));
            check("with Shift another bar ends the hours", hash() === "#hours=22-24", hash());
            const path = section.querySelector("path");
            if (path) {
              const name = path.dataset.key.slice(4);
              path.focus();
              path.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
              check("Enter chooses a district of the map", hash().includes("district=" + name), hash());
              check("the focus stays on it", document.activeElement.dataset.key === "map-" + name, document.activeElement.outerHTML.slice(0, 80));
              check("its streets are told", all("h4").some((heading) => heading.textContent.startsWith(name)), "");
              click(one("zoom-here"));
              check("the map can be enlarged to it", one("zoom-here").getAttribute("aria-pressed") === "true", "");
              click(document.activeElement.closest("path") ?? one("map-" + name));
              check("a second click takes it back", !hash().includes("district"), hash());
            }
            click(one("reset"));
            click(section.querySelector(".explore-issues .pick"));
            check("a row chooses its issue", hash().startsWith("#issue="), hash());
            const select = one("select-from");
            select.value = "3";
            select.dispatchEvent(new Event("change"));
            check("a list chooses the hours", hash().includes("hours=3-24"), hash());
            const unfit = all(".chip[data-key^='chip-issue']").at(-1);
            location.hash = "#hours=3-4&district=" + encodeURIComponent("延庆区") + "&issue=" + encodeURIComponent(unfit.textContent);
            const stops = all("button:not(:disabled), select, path");
            check("Tab reaches every control", stops.length > 60 && stops.every((stop) => stop.tabIndex === 0), stops.filter((stop) => stop.tabIndex !== 0).length);
            check("every control has a name", stops.every((stop) => stop.getAttribute("aria-label") || stop.textContent.trim()), "");
            const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.media?.mediaText === "print");
            check("controls are not printed", rules.some((rule) => /explore-bar[^{]*\{\s*display: none/.test(rule.cssText)), rules.length);
            check("nothing is wider than the page", document.documentElement.scrollWidth <= innerWidth, `${document.documentElement.scrollWidth} of ${innerWidth}`);
          } catch (error) {
            check("the page can be used", false, error.stack);
          }
          // The address is heard in a task of its own.
          setTimeout(() => {
            check("an address is heard", said().includes("3时至4时，延庆区"), said());
            check("an empty choice says what to do", first(said()) > 0 || said().includes("请减少筛选条件"), said());
            check("no script failed", failures.length === 0, failures.join());
            parent.postMessage(JSON.stringify(told), "*");
          }, 50);
        })();
        """;
