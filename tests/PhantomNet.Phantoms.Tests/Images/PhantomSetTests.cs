using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Detectors;
using PhantomNet.Phantoms.Images;
using PhantomNet.Phantoms.Spectra;

namespace PhantomNet.Phantoms.Tests.Images;

public sealed class PhantomSetTests
{
    // Standardised in single precision.
    private const double Rounding = 1e-4;

    private static readonly PhantomSetSettings _small = new()
    {
        TrainingCount = 6,
        ValidationCount = 2,
        TestCount = 3,
        Technique = new RadiographSettings { Image = new ImageSettings(16) },
    };

    private static readonly PhantomSet _set = PhantomSetBuilder.Make(_small);

    [Fact]
    public void No_two_images_of_any_parts_or_seeds_share_a_patient()
    {
        HashSet<int> patients = [];
        int images = 0;
        foreach (int seed in (int[])[0, 1, 2, PhantomSetSettings.MostSeed])
        {
            PhantomSetSettings large = new()
            {
                Seed = seed,
                TrainingCount = PhantomSetSettings.MostPerPart,
                ValidationCount = PhantomSetSettings.MostPerPart,
                TestCount = PhantomSetSettings.MostPerPart,
            };
            foreach (SetPart part in Enum.GetValues<SetPart>())
            {
                for (int index = 0; index < PhantomSetSettings.MostPerPart; index += 97, images++)
                {
                    patients.Add(large.Of(part, index).Patient.Seed);
                }

                patients.Add(large.Of(part, PhantomSetSettings.MostPerPart - 1).Patient.Seed);
                images++;
            }
        }

        Assert.Equal(images, patients.Count);
    }

    [Fact]
    public void A_part_keeps_its_first_images_when_it_or_another_part_grows()
    {
        PhantomSetSettings larger = _small with { TrainingCount = 50, TestCount = 70 };
        Assert.Equal(_small.Of(SetPart.Test, 2), larger.Of(SetPart.Test, 2));
        Assert.Equal(_small.Of(SetPart.Training, 5), larger.Of(SetPart.Training, 5));
    }

    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(0.29, 100, 29)]
    [InlineData(0.5, 7, 3)]
    [InlineData(0.74, 50, 37)]
    [InlineData(1, 100, 100)]
    public void The_share_of_pneumonia_is_the_one_asked_for(double share, int count, int pneumonias)
    {
        PhantomSetSettings settings = new() { PneumoniaShare = share, TrainingCount = count };
        int[] labels = [.. Enumerable.Range(0, count).Select(settings.LabelOf)];
        Assert.Equal(pneumonias, labels.Sum());
        Assert.All(labels, label => Assert.InRange(label, 0, 1));
        for (int index = 0; index < count; index++)
        {
            Assert.Equal(labels[index] == 1, settings.Of(SetPart.Training, index).Disease is not null);
        }
    }

    [Fact]
    public void The_label_decides_nothing_but_the_disease()
    {
        RadiographSettings ill = (_small with { PneumoniaShare = 1 }).Of(SetPart.Training, 3);
        RadiographSettings well = (_small with { PneumoniaShare = 0 }).Of(SetPart.Training, 3);
        Assert.Equal(well, ill with { Disease = null });
    }

    [Fact]
    public void Every_image_is_the_radiograph_of_its_settings_standardised()
    {
        foreach (LabelledImages images in (LabelledImages[])[_set.Training, _set.Validation, _set.Test])
        {
            for (int index = 0; index < images.Count; index++)
            {
                Radiograph radiograph = Acquisition.Take(_small.Of(images.Part, index), Structure.Lesion);
                Assert.Equal(radiograph.Settings, images.Settings[index]);
                Assert.Equal(radiograph.Label, images.Labels[index]);
                Assert.Equal(radiograph.Mask(Structure.Lesion), images.LesionMask(index).ToArray());
                float[] pixels = radiograph.Pixels();
                for (int i = 0; i < pixels.Length; i++)
                {
                    double expected = (pixels[i] - _set.Mean) / _set.StandardDeviation;
                    Assert.Equal(expected, images.Input(index)[i], Rounding);
                }
            }
        }
    }

    [Fact]
    public void The_training_pixels_have_mean_0_and_standard_deviation_1()
    {
        Assert.Equal(0, _set.Training.Inputs.Average(), Rounding);
        Assert.Equal(1, _set.Training.Inputs.Average(value => (double)value * value), Rounding);
    }

    [Fact]
    public void Validation_and_test_change_nothing_of_the_training_images()
    {
        PhantomSet alone = PhantomSetBuilder.Make(_small with { ValidationCount = 0, TestCount = 0 });
        Assert.Equal(_set.Training.Inputs, alone.Training.Inputs);
        Assert.Equal(_set.Mean, alone.Mean);
        Assert.Equal(0, alone.Test.Count);
    }

    [Fact]
    public void Another_noise_seed_leaves_the_patients_and_their_lesions()
    {
        PhantomSetSettings noisy = _small with
        {
            NoiseSeed = 2,
            Technique = _small.Technique with { Detector = new DetectorSettings(MAs: 1e-4) },
        };
        PhantomSet set = PhantomSetBuilder.Make(noisy);
        Assert.NotEqual(_set.Training.Inputs, set.Training.Inputs);
        Assert.Equal(_set.Training.LesionMasks, set.Training.LesionMasks);
        Assert.Equal(
            _set.Training.Settings.Select(settings => settings.Patient),
            set.Training.Settings.Select(settings => settings.Patient)
        );
    }

    [Fact]
    public void A_set_is_made_in_small_parts_that_can_be_stopped()
    {
        PhantomSetBuilder builder = new(_small);
        Assert.Null(builder.Latest);
        Assert.Throws<InvalidOperationException>(builder.Result);
        int lastDone = 0;
        while (!builder.IsComplete)
        {
            Assert.InRange(builder.Advance(4), 1, 16);
            Assert.InRange(builder.Done, lastDone, lastDone + 1);
            lastDone = builder.Done;
        }

        Assert.Equal(0, builder.Advance(4));
        Assert.Equal(builder.Total, builder.Done);
        Assert.NotNull(builder.Latest);
        Assert.Equal(_set.Test.Inputs, builder.Result().Test.Inputs);
    }

    public static TheoryData<PhantomSetSettings> Impossible =>
        [
            new PhantomSetSettings() { TrainingCount = 0 },
            new PhantomSetSettings() { ValidationCount = -1 },
            new PhantomSetSettings() { TestCount = PhantomSetSettings.MostPerPart + 1 },
            new PhantomSetSettings() { Seed = -1 },
            new PhantomSetSettings() { NoiseSeed = PhantomSetSettings.MostSeed + 1 },
            new PhantomSetSettings() { PneumoniaShare = double.NaN },
            new PhantomSetSettings() { PneumoniaShare = 1.1 },
            new PhantomSetSettings()
            {
                TrainingCount = 5000,
                Technique = new RadiographSettings { Image = new ImageSettings(512) },
            },
        ];

    [Theory]
    [MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public void Sets_that_cannot_be_made_are_refused(PhantomSetSettings settings) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PhantomSetBuilder(settings));

    [Fact]
    public void Settings_can_be_written_as_text() =>
        Assert.Contains(nameof(PhantomSetSettings.PneumoniaShare), _small.ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_technique_that_cannot_be_computed_with_is_refused_at_the_start()
    {
        RadiographSettings dark = _small.Technique with { Tube = new TubeSettings(KVp: 20) };
        Assert.Throws<ArgumentOutOfRangeException>(() => new PhantomSetBuilder(_small with { Technique = dark }));
    }

    [Fact]
    public void An_image_that_a_part_has_not_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _small.Of(SetPart.Test, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => _small.Of(SetPart.Test, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _small.Of((SetPart)9, 0));
    }
}
