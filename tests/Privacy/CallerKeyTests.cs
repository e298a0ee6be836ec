using Hotspot.Privacy;

namespace Hotspot.Tests.Privacy;

public class CallerKeyTests
{
    private static readonly CallerKey Keys = new(new byte[32]);

    [Theory]
    [InlineData("138-1234-5678")]
    [InlineData("138 1234 5678")]
    [InlineData("１３８１２３４５６７８")]
    [InlineData("+86 13812345678")]
    [InlineData("0086-13812345678")]
    [InlineData("013812345678")]
    [InlineData("13812345678（微信同号）")]
    [InlineData("13812345678/13900001111")]
    [InlineData("13812345678-805")]
    public void One_mobile_in_many_dresses_is_one_caller(string written) => Assert.Equal("13812345678", CallerKey.Read(written).Digits);

    [Theory]
    [InlineData("010-62345678")]
    [InlineData("+86-10-62345678")]
    [InlineData("（010）62345678")]
    [InlineData("62345678")]
    public void A_landline_of_the_city_is_one_caller_with_and_without_area_code(string written) =>
        Assert.Equal("62345678", CallerKey.Read(written).Digits);

    [Theory]
    [InlineData("150××××", PhoneState.Masked)]
    [InlineData("138****5678", PhoneState.Masked)]
    [InlineData("138XXXX5678", PhoneState.Masked)]
    [InlineData("138＊＊＊＊5678", PhoneState.Masked)]
    [InlineData("12345", PhoneState.Masked)]
    [InlineData("00000000000", PhoneState.Masked)]
    [InlineData("1.38123E+10", PhoneState.Masked)]
    [InlineData("1.38E+10", PhoneState.Masked)]
    [InlineData("保密", PhoneState.Withheld)]
    [InlineData("无", PhoneState.Withheld)]
    public void Masked_short_and_withheld_numbers_are_no_caller(string written, PhoneState state) =>
        Assert.Equal(state, CallerKey.Read(written).State);

    [Theory]
    [InlineData("A909139", "a909139")]
    [InlineData(" user_77 ", "user_77")]
    public void An_account_is_a_caller_without_a_phone(string written, string name) =>
        Assert.Equal(new PhoneReading(PhoneState.Account, name), CallerKey.Read(written));

    [Theory]
    [InlineData("A12")]
    [InlineData("customer")]
    [InlineData("x1381234")]
    public void A_word_or_a_mask_is_no_account(string written) => Assert.NotEqual(PhoneState.Account, CallerKey.Read(written).State);

    [Fact]
    public void The_key_is_the_hmac_of_the_number()
    {
        // Computed with an independent tool:
        // printf 13812345678 | openssl dgst -sha256 -mac HMAC -macopt hexkey:00…00 (32 bytes).
        Assert.Equal("2ce6c96086df9858c0061522b640d7112296e245082a0d09862037c5deb4dd38", Keys.Of("13812345678"));
        Assert.NotEqual(Keys.Of("13812345678"), new CallerKey([.. Enumerable.Repeat((byte)1, 32)]).Of("13812345678"));
    }

    [Fact]
    public void A_key_of_another_length_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new CallerKey(new byte[16]));
}
