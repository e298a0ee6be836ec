using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Hotspot.Tests.Journeys;

/// <summary>No phone, number, name, plate or address of a person that stands in the exports comes out anywhere.</summary>
[Collection("sample office")]
public partial class PrivacyJourney(SampleOffice sample)
{
    [Fact]
    public void The_exports_hold_every_kind_of_personal_data()
    {
        var found = Planted().Matches(Exports()).Select(Kind).Distinct().Order();
        Assert.Equal(["door", "email", "identity", "landline", "name", "phone", "plate", "wechat"], found);
    }

    [Fact]
    public void Nothing_personal_leaves_the_house()
    {
        var leaks = new List<string>();
        foreach (var (name, text) in Everything())
        foreach (Match match in Planted().Matches(text))
            leaks.Add($"{name}: {Kind(match)} {match.Value}");
        Assert.Equal([], leaks.Distinct().Take(20));
    }

    [Fact]
    public void The_published_complaints_hold_the_texts_without_the_persons()
    {
        Assert.True(sample.Rows.Count("content_masked is not null") > 5000);
        Assert.True(sample.Rows.Count("caller_key is not null") > 5000);
        Assert.Equal(0, sample.Rows.Count("length(caller_key) <> 64"));
    }

    [Fact]
    public void The_archive_is_sealed()
    {
        var sealed_ = Directory.GetFiles(sample.Office.Home.Archive);
        Assert.Equal(sample.Truth.Files.Count, sealed_.Length);
        Assert.All(sealed_, file => Assert.DoesNotMatch(Planted(), Encoding.UTF8.GetString(File.ReadAllBytes(file))));
    }

    private string Exports() =>
        string.Concat(
            Directory.EnumerateFiles(sample.Exports, "*.csv").Order(StringComparer.Ordinal).Select(file => File.ReadAllText(file))
        );

    /// <summary>Every file of the home that people or programs read, as text; and what the program said.</summary>
    private IEnumerable<(string Name, string Text)> Everything()
    {
        var home = sample.Office.Home;
        foreach (var answer in new[] { sample.Load, sample.WeeklyAnswer, sample.MonthlyAnswer })
        {
            yield return ("standard output", answer.Out);
            yield return ("standard error", answer.Error);
        }
        foreach (var file in Directory.EnumerateFiles(home.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(home.Root, file);
            if (name.StartsWith("keys", StringComparison.Ordinal) || name.StartsWith("store", StringComparison.Ordinal))
                continue;
            switch (Path.GetExtension(file))
            {
                case ".docx" or ".xlsx":
                    using (var zip = ZipFile.OpenRead(file))
                    {
                        foreach (var entry in zip.Entries)
                        {
                            using var reader = new StreamReader(entry.Open());
                            yield return ($"{name}/{entry.FullName}", reader.ReadToEnd());
                        }
                    }
                    break;
                case ".parquet":
                    var rows = Duck.Rows(
                        $"select columns(name -> name <> 'geometry') from read_parquet({Duck.Quoted(file)}, hive_partitioning = false)"
                    );
                    yield return (name, string.Join('\n', rows.SelectMany(row => row.Values.OfType<string>())));
                    break;
                case ".png" or ".sealed":
                    break;
                default:
                    yield return (name, File.ReadAllText(file));
                    break;
            }
        }
        foreach (var table in (string[])["complaint", "complaint_history", "quarantine"])
        {
            var rows = Duck.Rows(
                // Hashes are numbers that may look like any.
                $"attach {Duck.Quoted(home.Store)} as store (read_only); select columns(name -> name not in ('id_hash', 'version'))::varchar from store.{table}"
            );
            yield return ($"store/{table}", string.Join('\n', rows.SelectMany(row => row.Values.OfType<string>())));
        }
    }

    private static string Kind(Match match) => match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Name;

    /// <summary>The forms of the sample's invented persons: ranges that nobody has.</summary>
    [GeneratedRegex(
        """
            (?<![0-9a-f.])(?<phone>154\d{8})(?![0-9a-f])
            |(?<![0-9a-f.])(?<identity>9901\d{13}[\dXx])(?![0-9a-f])
            |(?<landline>010-1\d{7})
            |(?<plate>京Z00\d{3})
            |(?<email>user\d+@example\.com)
            |(?<wechat>wxid_demo\d+)
            |(?<name>[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗](建国|秀英|丽华|志强|桂兰|海燕|晓明|玉梅|永红|文静|立新|春生|先生|女士|同志))
            |(?<door>\d+号楼\d+单元\d{3,4}室)
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Planted();
}
