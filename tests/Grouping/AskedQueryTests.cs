using Hotspot.Grouping;

namespace Hotspot.Tests.Grouping;

public class AskedQueryTests
{
    public static TheoryData<object?> Values =>
        [null, new DateOnly(2025, 4, 21), 312L, -7L, 424.336, -0.25, 1e-7, 1.5e300, true, false, "朝阳区", "1E5", "NaN"];

    /// <summary>A number that came back as text was bound as text, and the question could not be asked again.</summary>
    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_read_back_as_what_it_was(object? value) => Assert.Equal(value, AskedQuery.Value(AskedQuery.Text(value)));
}
