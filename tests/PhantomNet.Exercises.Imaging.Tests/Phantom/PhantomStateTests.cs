using PhantomNet.Exercises.Imaging.Phantom;
using PhantomNet.Exercises.Shared;
using PhantomNet.Phantoms.Anatomy.Diseases;
using PhantomNet.Phantoms.Detectors;
using PhantomNet.Phantoms.Images;
using PhantomNet.Phantoms.Spectra;

namespace PhantomNet.Exercises.Imaging.Tests.Phantom;

public sealed class PhantomStateTests
{
    private static readonly PhantomSetting Changed = new()
    {
        Patient = PhantomSetting.DrawPatient(17),
        Finding = Finding.Diffuse,
        Shape = new Disease(DiseaseKind.Consolidation, 8, LungSide.Left, LungZone.Upper, 3.5, 0.25, AirBronchograms: true),
        Tube = new TubeSettings(71, 2.5, 0.15),
        Detector = new DetectorSettings(3.2e-5, GridKind.None, 0.35, MtfShape.Lorentzian, 0.07),
        Size = 64,
        NoiseSeed = 5,
    };

    [Fact]
    public void The_address_holds_the_whole_setting()
    {
        PhantomState state = new()
        {
            Setting = Changed,
            Kept = Changed with { Size = 28, Finding = Finding.Nodule },
            Window = new WindowLevel(1.25, -0.5),
            Stage = PhantomStage.Counted,
            Overlays = Overlays.Lesion | Overlays.Places,
            Line = new ProfileLine(1.5, 2.5, 3.5, 40),
            Set = new SetChoice(120, 64, 30, 9),
        };
        Assert.Equal(state, Again(state));
    }

    [Fact]
    public void What_is_kept_is_told_even_where_it_is_the_default()
    {
        PhantomState state = new() { Setting = Changed, Kept = PhantomSetting.Default };
        Assert.Equal(state, Again(state));
        Assert.Null(Again(state with { Kept = null }).Kept);
    }

    [Theory]
    [InlineData("size=7")]
    [InlineData("size=1e99")]
    [InlineData("size=128.5")]
    [InlineData("kvp=NaN&mas=NaN&al=Infinity")]
    [InlineData("disease=plague&side=up&grid=2&mtf=none&stage=42")]
    [InlineData("window=1")]
    [InlineData("level=2&window=NaN")]
    [InlineData("compare=yes&b.size=7")]
    [InlineData("setsize=29&setcount=many")]
    public void What_makes_no_sense_falls_back(string query) => Assert.Equal(PhantomState.Default, Read(query));

    [Theory]
    [InlineData("mas=1e99", 10)]
    [InlineData("mas=0", 1e-5)]
    [InlineData("mas=-3", 1e-5)]
    public void What_is_out_of_range_becomes_the_nearest(string query, double mAs) =>
        Assert.Equal(mAs, Read(query).Setting.Detector.MAs);

    [Theory]
    [InlineData(
        "kvp=1&al=-1&cu=99&scatter=5&f50=0&build=9&breath=-9&turn=400&heart=7&cm=0&density=9&patient=0&noise=1e9&size=28"
    )]
    [InlineData(
        "kvp=999&al=1e9&cu=-1&scatter=-5&f50=1e9&build=0&breath=9&turn=-400&heart=0&cm=99&density=-1&disease=nodule&size=28"
    )]
    [InlineData("x1=-5&y1=1e9&x2=NaN&y2=7&size=28&disease=diffuse&cm=14&density=1")]
    public void Whatever_the_address_says_a_radiograph_can_be_made_of_it(string query)
    {
        using PhantomRun run = PhantomRun.Finished(query);
        Assert.All(run.Radiograph.LogSignal, value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void A_drawn_pneumonia_has_the_place_that_sets_draw()
    {
        PhantomSetting drawn = PhantomSetting.Default.WithPneumonia(12);
        Disease expected = Disease.DrawPneumonia(12);
        Assert.Equal(expected.Kind, drawn.Disease!.Kind);
        Assert.Equal(
            (expected.Side, expected.Zone, expected.Seed),
            (drawn.Disease.Side, drawn.Disease.Zone, drawn.Disease.Seed)
        );
        Assert.Equal(expected.SizeCm, drawn.Disease.SizeCm, 0.051);
    }

    private static PhantomState Read(string query) => PhantomState.Read(new QueryReader(query));

    private static PhantomState Again(PhantomState state)
    {
        QueryWriter query = new();
        state.Write(query);
        return Read(query.ToString());
    }
}
