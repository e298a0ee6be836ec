// The manual of a published folder: README's sections for staff as one page that needs nothing else, with its pictures, contents and a sheet for printing.
// A section whose heading is not Chinese is for developers and stays out. dotnet publish runs it.
//
//   dotnet run .ci/manual.cs -- README.md 操作手册.html 0.1.0
#:package Markdig
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA1849;CA1861

using System.Net;
using System.Text;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

var (source, target, version) = (Path.GetFullPath(args[0]), Path.GetFullPath(args[1]), args[2]);
var pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();
var page = Markdown.Parse(File.ReadAllText(source), pipeline);

// A bar inside a cell of a table is written \| and is a bar; Markdig leaves the backslash in code.
foreach (var code in page.Descendants<TableCell>().SelectMany(cell => cell.Descendants<CodeInline>()))
    code.Content = code.Content.Replace("\\|", "|");

var contents = new StringBuilder();
var keep = true;
foreach (var block in page.ToList())
{
    if (block is HeadingBlock { Level: > 1 } heading)
    {
        var words = Words(heading);
        keep = words.Any(letter => letter is >= '一' and <= '鿿');
        if (keep && heading.Level == 2)
            contents.Append($"<li><a href=\"#{heading.GetAttributes().Id}\">{WebUtility.HtmlEncode(words)}</a></li>");
    }
    if (!keep || block is ThematicBreakBlock)
        page.Remove(block);
}

var body = page.ToHtml(pipeline);
foreach (var picture in Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(source)!, "pipeline", "manual"), "*.png"))
    body = body.Replace(
        $"pipeline/manual/{Path.GetFileName(picture)}",
        $"data:image/png;base64,{Convert.ToBase64String(File.ReadAllBytes(picture))}"
    );
var title = body.IndexOf("</h1>", StringComparison.Ordinal) + "</h1>".Length;

File.WriteAllText(
    target,
    $$"""
    <!doctype html>
    <html lang="zh-CN">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>hotspot 操作手册 {{version}}</title>
    <style>
    body { max-width: 60rem; margin: 2rem auto; padding: 0 1.2rem; color: #222; background: #fff;
           font: 16px/1.75 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
    h1 { font-size: 1.7rem; } h2 { font-size: 1.3rem; margin-top: 2.2rem; border-bottom: 2px solid #1f4e79; padding-bottom: .2rem; }
    nav { background: #f3f6fa; padding: .6rem 1.2rem; } nav ol { columns: 3 12rem; margin: .3rem 0; }
    a { color: #1f4e79; }
    table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #c8d0d8; padding: .35rem .6rem; vertical-align: top; text-align: left; }
    th { background: #f3f6fa; } code { font: .88em Consolas, "Cascadia Mono", monospace; background: #f3f4f6; padding: .1em .25em; overflow-wrap: anywhere; }
    pre { background: #f3f4f6; padding: .8rem 1rem; overflow-x: auto; } pre code { padding: 0; overflow-wrap: normal; }
    td:first-child { min-width: 6em; }
    img { max-width: 31%; height: auto; border: 1px solid #c8d0d8; }
    @media print { body { margin: 0; max-width: none; font-size: 10.5pt; } nav { display: none; } h2 { break-after: avoid; } tr, pre, img { break-inside: avoid; } pre { white-space: pre-wrap; } }
    </style>
    </head>
    <body>
    {{body[..title]}}
    <p>操作手册，版本 {{version}}。</p>
    <nav>目录<ol>{{contents}}</ol></nav>
    {{body[title..]}}
    </body>
    </html>
    """,
    new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
);

static string Words(HeadingBlock heading) =>
    string.Concat(heading.Inline!.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));
