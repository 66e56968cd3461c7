using PhantomNet.Phantoms.Detectors;

namespace PhantomNet.Phantoms.Tests.Detectors;

public sealed class BlurTests
{
    // Of a few hundred products and sums.
    private const double Rounding = 1e-9;

    // Relative, where the MTF is above a tenth and below nine tenths of Nyquist, where cutting the kernel shows most.
    private const double RelativeWithin = 0.02;

    public static TheoryData<MtfShape, double, double> Detectors =>
        new MatrixTheoryData<MtfShape, double, double>(
            [MtfShape.Gaussian, MtfShape.Lorentzian],
            [0.1, 0.3, 1, 3],
            [0.7, 1.5, 3]
        );

    [Theory]
    [MemberData(nameof(Detectors))]
    public void The_MTF_measured_at_an_edge_is_the_one_set(MtfShape shape, double halfCyclesPerMm, double pitchMm)
    {
        Mtf mtf = new(shape, halfCyclesPerMm);
        BlurKernel kernel = BlurKernel.Of(mtf, pitchMm);
        double[] line = LineSpread(kernel, alongRows: true);
        for (double cyclesPerPixel = 0; cyclesPerPixel <= 0.5; cyclesPerPixel += 0.01)
        {
            double set = mtf.At(cyclesPerPixel / pitchMm);
            double measured = Transfer(line, cyclesPerPixel);
            Assert.Equal(
                set,
                measured,
                Rounding + (cyclesPerPixel < 0.45 ? BlurKernel.Tolerance : BlurKernel.ToleranceAtNyquist)
            );
            if (set > 0.1 && cyclesPerPixel < 0.45)
            {
                Assert.Equal(1, measured / set, RelativeWithin);
            }
        }
    }

    [Theory]
    [InlineData(MtfShape.Gaussian)]
    [InlineData(MtfShape.Lorentzian)]
    public void Rows_and_columns_are_blurred_alike(MtfShape shape)
    {
        BlurKernel kernel = BlurKernel.Of(new Mtf(shape, 0.2), 2);
        double[] rows = LineSpread(kernel, alongRows: true);
        double[] columns = LineSpread(kernel, alongRows: false);
        Assert.All(rows.Zip(columns), pair => Assert.Equal(pair.First, pair.Second, Rounding));
    }

    [Theory]
    [MemberData(nameof(Detectors))]
    public void The_kernel_says_how_wide_it_is_and_how_exact(MtfShape shape, double halfCyclesPerMm, double pitchMm)
    {
        BlurKernel kernel = BlurKernel.Of(new Mtf(shape, halfCyclesPerMm), pitchMm);
        Assert.InRange(kernel.LargestError, 0, BlurKernel.ToleranceAtNyquist);
        double sum = kernel.Weights[0];
        foreach (double weight in kernel.Weights[1..])
        {
            sum += 2 * weight;
        }

        Assert.Equal(1, sum, Rounding);
    }

    [Fact]
    public void The_widest_blurs_still_fit()
    {
        foreach (MtfShape shape in Enum.GetValues<MtfShape>())
        {
            BlurKernel kernel = BlurKernel.Of(new Mtf(shape, 0.05), BlurKernel.LeastHalfCyclesPerPixel / 0.05);
            Assert.InRange(kernel.LargestError, 0, BlurKernel.ToleranceAtNyquist);
        }
    }

    [Fact]
    public void A_blur_far_finer_than_the_pixels_is_left_out()
    {
        BlurKernel kernel = BlurKernel.Of(new Mtf(MtfShape.Gaussian, 5), 3);
        Assert.Equal(0, kernel.HalfWidth);
        double[] image = [1, 2, 3, 4];
        double[] blurred = new double[4];
        Apply(kernel, 2, image, blurred);
        Assert.Equal(image, blurred);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(5)]
    public void A_flat_image_stays_flat_to_its_borders_even_under_a_kernel_wider_than_it(int size)
    {
        BlurKernel kernel = BlurKernel.Of(new Mtf(MtfShape.Lorentzian, 0.05), 0.7);
        Assert.True(kernel.HalfWidth > size);
        double[] flat = new double[size * size];
        double[] blurred = new double[size * size];
        Array.Fill(flat, 42);
        Apply(kernel, size, flat, blurred);
        Assert.All(blurred, value => Assert.Equal(42, value, Rounding));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1e-4)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Pixels_that_no_kernel_fits_are_refused(double pitchMm) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BlurKernel.Of(new Mtf(MtfShape.Gaussian, 1), pitchMm));

    [Fact]
    public void Both_shapes_are_one_at_zero_and_one_half_at_the_set_frequency()
    {
        foreach (MtfShape shape in Enum.GetValues<MtfShape>())
        {
            Mtf mtf = new(shape, 1.3);
            Assert.Equal(1, mtf.At(0));
            Assert.Equal(0.5, mtf.At(1.3), Rounding);
        }
    }

    // The edge between 0 and 1, blurred, and its differences from pixel to pixel in the middle of the image.
    private static double[] LineSpread(BlurKernel kernel, bool alongRows)
    {
        int size = (4 * kernel.HalfWidth) + 8;
        double[] edge = new double[size * size];
        double[] blurred = new double[size * size];
        for (int i = 0; i < edge.Length; i++)
        {
            edge[i] = (alongRows ? i % size : i / size) >= size / 2 ? 1 : 0;
        }

        Apply(kernel, size, edge, blurred);
        int middle = size / 2;
        double At(int n) => alongRows ? blurred[(middle * size) + n] : blurred[(n * size) + middle];
        return [.. Enumerable.Range(1, size - 1).Select(n => At(n) - At(n - 1))];
    }

    private static void Apply(BlurKernel kernel, int size, double[] source, double[] target)
    {
        Blur blur = new(kernel, size);
        for (int r = 0; r < size; r++)
        {
            blur.TakeRow(r, source.AsSpan(r * size, size));
        }

        for (int r = 0; r < size; r++)
        {
            blur.GiveRow(r, source.AsSpan(r * size, size), target.AsSpan(r * size, size));
        }
    }

    // The modulus of the Fourier transform of the line spread.
    private static double Transfer(double[] line, double cyclesPerPixel)
    {
        double real = 0;
        double imaginary = 0;
        for (int n = 0; n < line.Length; n++)
        {
            real += line[n] * Math.Cos(2 * Math.PI * cyclesPerPixel * n);
            imaginary -= line[n] * Math.Sin(2 * Math.PI * cyclesPerPixel * n);
        }

        return double.Hypot(real, imaginary);
    }
}
