using Hotspot.Tests.Support;

namespace Hotspot.Tests.Journeys;

/// <summary>The home's own list of places: what is ambiguous by it is put to a person, and what was loaded before follows a change of it.</summary>
public sealed class KnownPlacesJourney : IClassFixture<KnownPlacesJourney.Asked>, IDisposable
{
    /// <summary>Two places, what may be either of them, a slip, and the workbook of what is in doubt.</summary>
    public sealed class Asked : PreparedOffice
    {
        public Asked()
        {
            Office.Home.Make();
            Places(Office, Two);
            Load(Office, InDoubt);
            Book = Path.GetRelativePath(Office.Home.Root, Office.Call("review", "make").Exits(0).Json.GetProperty("file").GetString()!);
        }

        internal string Book { get; }
    }

    private const string Header = "工单编号,来电时间,问题分类,被反映区,被反映街乡镇,小区点位\n";
    private const string PlacesHeader = "name,district,street,aliases,longitude,latitude,source\n";
    private const string Two = "利泽嘉园,朝阳区,望京街道,,116.470,39.996,本单位\n利泽佳苑,朝阳区,望京街道,,116.472,39.998,本单位\n";
    private static readonly string InDoubt =
        Orders(1, 6, "利泽佳园") + Orders(7, 9, "利泽佳园", "望京街道办事处") + Orders(11, 12, "利泽嘉圆");
    private readonly Asked _asked;
    private readonly Office _office = new();

    public KnownPlacesJourney(Asked asked)
    {
        _asked = asked;
        _office.Home.Make();
    }

    public void Dispose() => _office.Dispose();

    private PublishedRows Rows => new(_office.Home);

    private static void Places(Office office, string lines) => File.WriteAllText(office.Home.Places, PlacesHeader + lines);

    private void Places(string lines) => Places(_office, lines);

    private static string Orders(int from, int until, string place, string street = "望京街道", string district = "朝阳区") =>
        string.Concat(
            Enumerable
                .Range(from, until - from + 1)
                .Select(n =>
                    $"热线-250421-{n:000000},2025-04-21 {8 + n % 12:00}:{n % 60:00}:00,城市管理->占道经营,{district},{street},{place}\n"
                )
        );

    private static Answer Load(Office office, string rows, string name = "导出.csv") =>
        office.Call("load", office.Write(name, Header + rows)).Exits(0);

    private Answer Load(string rows, string name = "导出.csv") => Load(_office, rows, name);

    /// <summary>The workbook, in a home of the test's own.</summary>
    private string Book()
    {
        _office.TakeOver(_asked.Office, whole: true);
        return Path.Combine(_office.Home.Root, _asked.Book);
    }

    [Fact]
    public void A_text_that_fits_two_places_offers_both_and_the_chosen_one_holds_for_all_such_rows_until_it_is_undone()
    {
        const string Chosen = "place_key = '朝阳区/望京街道/利泽嘉园' and longitude = 116.47 and place_text = '利泽佳园'";
        var book = Book();
        var rows = new Workbook(book).Rows("点位").ToList();
        var at = rows.FindIndex(row => row.Values.Contains("利泽佳园") && row.Values.Contains("望京街道")) + 1;

        Assert.Contains("利泽嘉园（朝阳区望京街道）、利泽佳苑（朝阳区望京街道）", rows[at - 1].Values);
        Assert.Contains("利泽嘉园（朝阳区望京街道）", new Workbook(book).Rows("码表").SelectMany(row => row.Values));
        Filled.In(book, "点位", at, "选定点位", "利泽嘉园（朝阳区望京街道）");
        Assert.Equal(6, _office.Call("review", "apply", book, "--by", "张科").Exits(0).Json.GetProperty("orders").GetInt64());

        Assert.Equal((6, 3), (Rows.Count(Chosen), Rows.Count("geo_flags like '%place_ambiguous%'")));
        Load(InDoubt + Orders(10, 10, "利泽佳园"));
        Assert.Equal(7, Rows.Count(Chosen));
        _office.Call("review", "undo").Exits(0);
        Assert.Equal((0, 10), (Rows.Count(Chosen), Rows.Count("geo_flags like '%place_ambiguous%'")));
    }

    [Fact]
    public void A_place_that_the_row_does_not_offer_is_refused()
    {
        var book = Book();
        Filled.In(book, "点位", 2, "选定点位", "利泽东园（朝阳区望京街道）");

        var problem = _office.Call("review", "apply", book).Exits(2).Json.GetProperty("problems")[0];

        Assert.Equal(("选定点位", "value_unknown"), (problem.GetProperty("column").GetString(), problem.GetProperty("code").GetString()));
    }

    [Fact]
    public void A_slip_that_was_mended_is_put_to_a_person_after_what_is_in_doubt()
    {
        var texts = new Workbook(Book())
            .Rows("点位")
            .Skip(1)
            .SelectMany(row => row.Values)
            .Where(value => value.StartsWith('利') && value.Length == 4);

        Assert.Equal(["利泽佳园", "利泽佳园", "利泽嘉圆"], texts);
    }

    [Fact]
    public void A_changed_list_of_places_holds_for_what_was_loaded_before()
    {
        const string Known = "place_key = '朝阳区/望京街道/利泽嘉园' and longitude is not null";
        Load(Orders(1, 4, "利泽嘉园") + Orders(5, 6, "科学院南路", "中关村街道", "海淀区"));
        Assert.Equal(0, Rows.Count(Known));

        Places(Two);
        var told = Load(Orders(7, 7, "望京西园三区"), "五月.csv");

        Assert.Equal(4, Rows.Count(Known));
        Assert.Equal(4, told.Json.GetProperty("placed_anew").GetInt64());
        Assert.Contains("重新定位以前导入的 4 件诉求", told.Out + told.Error, StringComparison.Ordinal);
        Assert.Equal(0, Load(Orders(8, 8, "望京西园三区"), "六月.csv").Json.GetProperty("placed_anew").GetInt64());

        File.Delete(_office.Home.Places);
        Assert.True(Load(Orders(8, 8, "望京西园三区"), "六月.csv").Json.GetProperty("changed").GetBoolean());
        Assert.Equal(0, Rows.Count(Known));
    }

    [Fact]
    public void A_changed_list_gives_what_a_load_with_it_from_the_start_gives()
    {
        var rows = Orders(1, 5, "利泽嘉园") + Orders(6, 9, "利泽佳园") + Orders(10, 12, "利泽嘉圆", "");
        using var fresh = new Office();
        fresh.Home.Make();
        Places(fresh, Two);
        Load(fresh, rows);

        Load(rows);
        Places(Two);
        Load(rows);

        Assert.Equal(Generation(fresh), Generation(_office));
    }

    private static string Generation(Office office) => File.ReadAllText(Path.Combine(office.Home.PublishedData, "CURRENT"));
}
