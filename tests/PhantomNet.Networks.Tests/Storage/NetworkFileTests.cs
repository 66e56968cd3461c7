using System.Text;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Storage;
using PhantomNet.Networks.Training;

namespace PhantomNet.Networks.Tests.Storage;

public sealed class NetworkFileTests
{
    private static readonly NetworkSpec _every = new(
        new Shape(2, 12, 10),
        Loss.SoftmaxCrossEntropy,
        new ConvolutionSpec(3, 3, Padding: Padding.Same),
        new ActivationSpec(Activation.LeakyReLU),
        new MaxPoolingSpec(2),
        new ConvolutionSpec(4, 2, 1, Padding.Of(1)),
        new AveragePoolingSpec(3, 2),
        new DropoutSpec(0.3),
        new FlattenSpec(),
        new DenseSpec(3)
    );

    private static NetworkFile File { get; } =
        new(_every, Initialiser.Parameters(_every, seed: 4), [new("seed", "4"), new("made of", "x")]);

    private static NetworkFile Whole => File with { Notes = [new("seed", "4"), new("made", "in a test, σ = 1")] };

    [Fact]
    public void Single_precision_gives_back_what_was_stored()
    {
        NetworkFile read = NetworkFile.FromBytes(Whole.ToBytes(StoredPrecision.Single));
        Assert.Equal(_every, read.Spec);
        Assert.Equal(Whole.Parameters, read.Parameters);
        Assert.Equal(Whole.Notes, read.Notes);
    }

    [Fact]
    public void Half_precision_gives_back_what_was_rounded_and_rounds_no_further()
    {
        NetworkFile read = NetworkFile.FromBytes(Whole.ToBytes(StoredPrecision.Half));
        Assert.Equal(Whole.Parameters.Select(value => (float)(Half)value), read.Parameters);
        Assert.Equal(Whole.ToBytes(StoredPrecision.Half), read.ToBytes(StoredPrecision.Half));
    }

    [Fact]
    public void A_flipped_bit_anywhere_is_found()
    {
        byte[] bytes = Whole.ToBytes(StoredPrecision.Half);
        for (int i = 0; i < bytes.Length; i += 7)
        {
            byte[] broken = [.. bytes];
            broken[i] ^= 1;
            Assert.Throws<InvalidDataException>(() => NetworkFile.FromBytes(broken));
        }
    }

    [Fact]
    public void A_file_cut_short_is_refused_at_every_length()
    {
        byte[] bytes = Whole.ToBytes(StoredPrecision.Half);
        for (int length = 0; length < bytes.Length; length += 5)
        {
            Assert.Throws<InvalidDataException>(() => NetworkFile.FromBytes(bytes.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Another_kind_of_file_and_another_version_are_told_apart()
    {
        InvalidDataException other = Assert.Throws<InvalidDataException>(() =>
            NetworkFile.FromBytes(Encoding.UTF8.GetBytes("GIF89a\n\nand so on"))
        );
        Assert.Contains("no file of a network", other.Message, StringComparison.Ordinal);
        InvalidDataException later = Assert.Throws<InvalidDataException>(() =>
            NetworkFile.FromBytes(Encoding.UTF8.GetBytes("PhantomNet network 2\n\nand so on"))
        );
        Assert.Contains("PhantomNet network 1", later.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_not_come_back_is_not_written()
    {
        Assert.Throws<ArgumentException>(() => File.ToBytes(StoredPrecision.Half)); // a note under two words
        float[] large = [.. Whole.Parameters];
        large[0] = 1e6f;
        Assert.Throws<ArgumentException>(() => (Whole with { Parameters = large }).ToBytes(StoredPrecision.Half));
        Assert.Throws<ArgumentException>(() => (Whole with { Parameters = [1] }).ToBytes(StoredPrecision.Single));
    }

    // The value that every implementation of the checksum is tried with (docs/sources.md#crc-32).
    [Fact]
    public void The_checksum_is_that_of_its_usual_test() => Assert.Equal(0xCBF43926, Crc32.Of("123456789"u8));
}
