using Hotspot.Texts;

namespace Hotspot.Tests.Texts;

public class WordTrieTests
{
    [Fact]
    public void The_longest_word_counts()
    {
        var trie = new WordTrie();
        Assert.True(trie.Add("小区", 1));
        Assert.True(trie.Add("小区门口", 2));
        Assert.False(trie.Add("小区", 3));
        Assert.False(trie.Add("", 4));

        Assert.Equal((2, 1), (trie.Longest("小区门前", out var value), value));
        Assert.Equal((4, 2), (trie.Longest("小区门口", out value), value));
        Assert.Equal((0, -1), (trie.Longest("区", out value), value));
        Assert.Equal((0, -1), (trie.Longest("", out value), value));
    }

    [Fact]
    public void Many_words_are_all_kept()
    {
        var trie = new WordTrie();
        var words = Enumerable.Range(0, 5000).Select(i => $"字{i:x4}").ToList();
        for (var i = 0; i < words.Count; i++)
            Assert.True(trie.Add(words[i], i));

        for (var i = 0; i < words.Count; i++)
            Assert.Equal((words[i].Length, i), (trie.Longest(words[i] + "后", out var value), value));
    }
}
