namespace PhantomNet.Browser.Tests.Rules;

/// <summary>What holds for the start page and for every open step, in both themes and on both sizes of screen.</summary>
public sealed class EveryPageTests(PageSurveys surveys) : IClassFixture<PageSurveys>
{
    public static TheoryData<string> PageNames => [.. PageCase.All.Select(page => page.ToString())];

    [Theory]
    [MemberData(nameof(PageNames))]
    public async Task The_console_stays_silent(string page) => Assert.Empty((await VisitAsync(page)).ConsoleWords);

    [Theory]
    [MemberData(nameof(PageNames))]
    public async Task Every_request_is_answered(string page) => Assert.Empty((await VisitAsync(page)).FailedRequests);

    [Theory]
    [MemberData(nameof(PageNames))]
    public async Task No_request_leaves_the_origin(string page) => Assert.Empty((await VisitAsync(page)).ForeignRequests);

    [Theory]
    [MemberData(nameof(PageNames))]
    public async Task The_security_policy_has_nothing_to_refuse(string page) =>
        Assert.Empty((await VisitAsync(page)).PolicyViolations);

    [Theory]
    [MemberData(nameof(PageNames))]
    public async Task The_tab_says_which_page_it_is(string page) =>
        Assert.Equal(Case(page).Title, (await VisitAsync(page)).Title);

    [Theory]
    [MemberData(nameof(PageNames))]
    public async Task Axe_finds_nothing(string page) => Assert.Empty((await VisitAsync(page)).AxeViolations);

    [Theory]
    [MemberData(nameof(PageNames))]
    public async Task Everything_to_operate_is_large_enough_to_hit(string page) =>
        Assert.Empty((await VisitAsync(page)).SmallTargets);

    [Theory]
    [MemberData(nameof(PageNames))]
    public async Task Nothing_scrolls_sideways_in_a_narrow_window(string page) =>
        Assert.InRange((await VisitAsync(page)).WidthAt360, 1, PageSurvey.Narrowest);

    private static PageCase Case(string name) => PageCase.All.Single(page => page.ToString() == name);

    private Task<PageSurvey> VisitAsync(string name) => surveys.OfAsync(Case(name));
}
