using PhantomNet.Exercises.Imaging.Step5Images;
using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Metrics;
using PhantomNet.Networks.Runners;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Tests.Step5Images;

/// <summary>The trial as a student first runs it; it takes some seconds, so one run serves all.</summary>
public sealed class TwinTrialTests(TwinTrialTests.FinishedTrial trial) : IClassFixture<TwinTrialTests.FinishedTrial>
{
    // Where a sum of 256 rounded terms is taken in another order: a few times 2⁻²⁴, times what training makes of it.
    private const double Rounding = 1e-6;

    private ImagesLesson Lesson => trial.Lesson;

    private TwinTrial Trial => Lesson.Trial;

    [Fact]
    public void The_dense_twins_have_the_same_losses_to_every_digit_shown()
    {
        TwinComparison twins = TwinComparison.Of(Dense(Arrangement.Original), Dense(Arrangement.Shuffled));
        Assert.Equal((TrialNetworks.Epochs, TrialNetworks.Epochs), (twins.Epochs, twins.SameDigits));
        Assert.InRange(twins.LargestDifference, 0, Rounding);
        Assert.Equal(Dense(Arrangement.Original).TestRight, Dense(Arrangement.Shuffled).TestRight);
        Assert.Equal(Dense(Arrangement.Original).TrainingRight, Dense(Arrangement.Shuffled).TrainingRight);
    }

    [Fact]
    public void Put_back_in_order_the_second_twins_weights_are_the_firsts()
    {
        const int weights = TrialNetworks.Hidden * TrialNetworks.Side * TrialNetworks.Side;
        float[] first = Dense(Arrangement.Original).Parameters[..weights];
        float[] second = Dense(Arrangement.Shuffled).Parameters[..weights];
        float[] restored = PixelPermutation.Draw(256, seed: 1).Restored(second);
        Assert.InRange(first.Zip(restored, (a, b) => Math.Abs(a - b)).Max(), 0, 1e-5);
        Assert.True(first.Zip(second, (a, b) => Math.Abs(a - b)).Max() > 0.1);
    }

    [Fact]
    public void The_dense_network_has_learned_something() => Assert.True(Interval(Dense(Arrangement.Original)).Low > 0.6);

    [Fact]
    public void The_convolutional_network_falls_behind_on_shuffled_images() =>
        Assert.True(Interval(Convolutional(Arrangement.Shuffled)).High < Interval(Convolutional(Arrangement.Original)).Low);

    [Fact]
    public void With_a_permutation_for_each_image_training_is_memorised_and_the_test_is_guessed()
    {
        TrialLearner fresh = Dense(Arrangement.Fresh);
        Assert.True(fresh.TrainingRight > 0.95 * TrialImages.TrainingCount);
        ConfidenceInterval test = Interval(fresh);
        Assert.InRange(0.5, test.Low, test.High);
        Assert.True(test.High < Interval(Dense(Arrangement.Original)).Low);
    }

    [Fact]
    public void What_doesnt_depend_on_the_kind_of_shuffling_is_kept()
    {
        Assert.Equal(6, Trial.Learners.Count());
        Assert.True(Trial.IsFinished);
    }

    [Fact]
    public void The_tasks_report_what_came_out()
    {
        Observation alike = Lesson.Tasks.Single(task => task.Id == "trial").Observe(1);
        Observation afresh = Lesson.Tasks.Single(task => task.Id == "afresh").Observe(80);
        Assert.True(alike.Met && afresh.Met);
        Assert.Contains("in 20 of 20 epochs", alike.Text, StringComparison.Ordinal);
        Assert.Contains("95 % interval", afresh.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tasks_wait_for_a_trial()
    {
        ImagesLesson untrained = new(new TextbookRunnerFactory());
        Assert.False(untrained.Tasks.Single(task => task.Id == "trial").Observe(1).Met);
        await untrained.Trial.PrepareAsync(untrained.TrialSettings);
        await untrained.Trial.AdvanceAsync(1, TestContext.Current.CancellationToken);
        Assert.False(untrained.Tasks.Single(task => task.Id == "afresh").Observe(50).Met);
        Assert.False(untrained.Trial.IsFinished);
    }

    [Fact]
    public void No_two_fresh_permutations_are_alike()
    {
        TrialImages images = Trial.Images!;
        float[] first = [.. images.Samples(Arrangement.Fresh, SetPart.Training)!.Input(0)];
        float[] shuffled = PixelPermutation.Draw(256, 1, number: 1).Shuffled(images.Set!.Training.Input(0));
        float[] test = PixelPermutation.Draw(256, 1, number: 401).Shuffled(images.Set.Test.Input(0));
        Assert.Equal(shuffled, first);
        Assert.Equal(test, images.Samples(Arrangement.Fresh, SetPart.Test)!.Input(0).ToArray());
    }

    private TrialLearner Dense(Arrangement arrangement) => Trial.Find(convolutional: false, arrangement)!;

    private TrialLearner Convolutional(Arrangement arrangement) => Trial.Find(convolutional: true, arrangement)!;

    private static ConfidenceInterval Interval(TrialLearner learner) =>
        ConfidenceInterval.Wilson(learner.TestRight, TrialImages.TestCount);

    public sealed class FinishedTrial : IAsyncLifetime
    {
        public ImagesLesson Lesson { get; } = new(new TextbookRunnerFactory());

        public async ValueTask InitializeAsync()
        {
            foreach (bool fresh in (bool[])[false, true])
            {
                Lesson.ShuffleAfresh(fresh);
                await Lesson.Trial.PrepareAsync(Lesson.TrialSettings);
                while (await Lesson.Trial.AdvanceAsync(8, TestContext.Current.CancellationToken) > 0) { }
            }
        }

        public ValueTask DisposeAsync() => Lesson.Trial.DisposeAsync();
    }
}
