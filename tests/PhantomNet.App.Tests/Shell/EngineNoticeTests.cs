using Bunit;
using PhantomNet.App.Shell;

namespace PhantomNet.App.Tests.Shell;

public sealed class EngineNoticeTests : ShellTest
{
    [Fact]
    public async Task It_says_that_a_worker_was_lost_until_it_is_put_away()
    {
        IRenderedComponent<EngineNotice> notice = Render<EngineNotice>();
        Assert.Empty(notice.FindAll("p"));
        await notice.InvokeAsync(News.Recover);
        Assert.Contains("nothing is lost", notice.Find("[role=alert] p").TextContent, StringComparison.Ordinal);
        await notice.Find("button").ClickAsync();
        Assert.Empty(notice.FindAll("p"));
    }
}
