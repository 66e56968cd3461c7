using System.Text.Json;
using Microsoft.Playwright;

namespace PhantomNet.Bench;

/// <summary>What a page's main thread does, by the browser's own trace: tasks, by the processor's time that each takes.</summary>
/// <param name="browser">One that shows a single page.</param>
internal sealed class MainThreadTrace(IBrowser browser)
{
    private static readonly Dictionary<string, object> _settings = new(StringComparer.Ordinal)
    {
        ["transferMode"] = "ReportEvents",
        ["categories"] = "toplevel,blink.user_timing",
    };

    private readonly Lock _door = new(); // events come on a thread of their own
    private readonly List<Entry> _entries = [];

    /// <summary>Traces while something is done.</summary>
    /// <returns>The longest task, ms of processor time, and the last mark that the page had set by its end; "" for none.</returns>
    public async Task<(double Ms, string Mark)> LongestAsync(Func<Task> act)
    {
        ICDPSession session = await browser.NewBrowserCDPSessionAsync();
        TaskCompletionSource complete = new();
        session.Event("Tracing.dataCollected").OnEvent += (_, data) => Keep(data!.Value);
        session.Event("Tracing.tracingComplete").OnEvent += (_, _) => complete.TrySetResult();
        await session.SendAsync("Tracing.start", _settings);
        await act();
        await session.SendAsync("Tracing.end");
        await complete.Task;
        await session.DetachAsync();
        return Longest();
    }

    private void Keep(JsonElement data)
    {
        lock (_door)
        {
            _entries.AddRange(data.GetProperty("value").EnumerateArray().Select(Entry.Of));
        }
    }

    private (double Ms, string Mark) Longest()
    {
        HashSet<long> mains = [.. _entries.Where(entry => entry.IsMainThread).Select(entry => entry.Thread)];
        Entry longest = _entries
            .Where(entry => entry.IsTask && mains.Contains(entry.Thread))
            .MaxBy(entry => entry.ProcessorUs)!;
        Entry? mark = _entries
            .Where(entry => entry.Mark.Length > 0 && entry.StartUs <= longest.StartUs + longest.LengthUs)
            .MaxBy(entry => entry.StartUs);
        _entries.Clear();
        return (longest.ProcessorUs / 1000, mark?.Mark ?? "");
    }

    /// <summary>An event of a trace.</summary>
    private sealed record Entry(
        long Thread,
        bool IsMainThread,
        bool IsTask,
        double StartUs,
        double LengthUs,
        double ProcessorUs,
        string Mark
    )
    {
        public static Entry Of(JsonElement json)
        {
            string name = json.GetProperty("name").GetString()!;
            bool isName = name == "thread_name" && json.GetProperty("args").GetProperty("name").GetString() == "CrRendererMain";
            return new(
                (json.GetProperty("pid").GetInt64() << 32) | json.GetProperty("tid").GetInt64(),
                isName,
                name.EndsWith("RunTask", StringComparison.Ordinal) && json.GetProperty("ph").GetString() == "X",
                Number(json, "ts"),
                Number(json, "dur"),
                Number(json, "tdur"),
                name.StartsWith(PageControls.Mark, StringComparison.Ordinal) ? name[PageControls.Mark.Length..] : ""
            );
        }

        private static double Number(JsonElement json, string property) =>
            json.TryGetProperty(property, out JsonElement value) ? value.GetDouble() : 0;
    }
}
