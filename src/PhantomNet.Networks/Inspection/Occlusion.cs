using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Networks.Inspection;

/// <summary>
/// Occlusion (docs/sources.md#occlusion): cover one patch of the image after another and see by how much a class falls.
/// </summary>
/// <param name="PatchSize">Rows and columns of the patch, at least 1.</param>
/// <param name="Stride">Pixels from one patch to the next, at least 1.</param>
/// <param name="Fill">What every channel of a covered pixel is set to. It is an image the network may never have seen.</param>
/// <param name="OfLogit">Whether the logit is compared, or else the score (σ or softmax), which hardly moves near 0 and 1.</param>
public sealed record Occlusion(int PatchSize, int Stride, float Fill, bool OfLogit = true)
{
    private const int Batch = 32;

    /// <summary>The pixels that the patch at a place of the map covers; the last of a row or column may be cut by the edge.</summary>
    public PixelRectangle Patch(Shape image, int row, int column)
    {
        int top = row * Stride;
        int left = column * Stride;
        return new PixelRectangle(top, left, Math.Min(PatchSize, image.Height - top), Math.Min(PatchSize, image.Width - left));
    }

    /// <summary>
    /// The class's logit or score on the whole image minus that with each patch covered: above 0 where the patch spoke for the
    /// class.
    /// </summary>
    /// <param name="runner">The network.</param>
    /// <param name="sample">[channels, height, width].</param>
    /// <param name="label">The class asked about.</param>
    /// <param name="cover">
    /// What the patches show in place of <see cref="Fill"/>, the same shape: the same scene without what is looked for, say. Empty for
    /// the fill.
    /// </param>
    /// <exception cref="ArgumentException">A setting is out of its range, or the sample, the cover or the class doesn't fit the network.</exception>
    public async ValueTask<SaliencyMap> MapAsync(
        INetworkRunner runner,
        ReadOnlyMemory<float> sample,
        int label,
        ReadOnlyMemory<float> cover = default
    )
    {
        NetworkSpec spec = runner.Spec;
        Check(spec, sample.Length);
        Check(spec, cover.IsEmpty ? sample.Length : cover.Length);
        spec.CheckClass(label);
        int height = Places(spec.Input.Height);
        int width = Places(spec.Input.Width);
        float whole = (await ScoresAsync(runner, sample, 1, label))[0];
        float[] values = new float[height * width];
        float[] covered = new float[Batch * sample.Length];
        for (int start = 0; start < values.Length; start += Batch)
        {
            int count = Math.Min(Batch, values.Length - start);
            for (int n = 0; n < count; n++)
            {
                PixelRectangle patch = Patch(spec.Input, (start + n) / width, (start + n) % width);
                Cover(spec.Input, sample.Span, cover.Span, covered.AsSpan(n * sample.Length, sample.Length), patch);
            }

            float[] scores = await ScoresAsync(runner, covered.AsMemory(0, count * sample.Length), count, label);
            for (int n = 0; n < count; n++)
            {
                values[start + n] = whole - scores[n];
            }
        }

        return new SaliencyMap(height, width, values);
    }

    private void Check(NetworkSpec spec, int length)
    {
        if (PatchSize < 1 || Stride < 1 || !float.IsFinite(Fill))
        {
            throw new ArgumentException(
                $"Occlusion was given a patch of {PatchSize}, a stride of {Stride} and a fill of {Fill}; patch and stride must be at "
                    + "least 1, and the fill a finite number."
            );
        }

        if (length != spec.Input.Length)
        {
            throw new ArgumentException($"A sample or cover of {length} numbers was given; the network takes {spec.Input}.");
        }
    }

    // As many as it takes to cover the last pixel.
    private int Places(int length) => length <= PatchSize ? 1 : (int)(((long)length - PatchSize + Stride - 1) / Stride) + 1;

    private void Cover(
        Shape image,
        ReadOnlySpan<float> sample,
        ReadOnlySpan<float> cover,
        Span<float> covered,
        PixelRectangle patch
    )
    {
        sample.CopyTo(covered);
        for (int channel = 0; channel < image.Channels; channel++)
        {
            for (int row = patch.Top; row < patch.Top + patch.Height; row++)
            {
                int first = (((channel * image.Height) + row) * image.Width) + patch.Left;
                Span<float> part = covered.Slice(first, patch.Width);
                if (cover.IsEmpty)
                {
                    part.Fill(Fill);
                }
                else
                {
                    cover.Slice(first, patch.Width).CopyTo(part);
                }
            }
        }
    }

    private async ValueTask<float[]> ScoresAsync(INetworkRunner runner, ReadOnlyMemory<float> samples, int count, int label)
    {
        int length = runner.Spec.Output.Length;
        Loss loss = runner.Spec.Loss;
        float[] outputs = new float[count * length];
        await runner.PredictAsync(samples, outputs);
        float[] scores = new float[count];
        for (int n = 0; n < count; n++)
        {
            ReadOnlySpan<float> own = outputs.AsSpan(n * length, length);
            scores[n] = OfLogit ? loss.ClassLogit(own, label) : loss.ClassScore(own, label);
        }

        return scores;
    }
}
