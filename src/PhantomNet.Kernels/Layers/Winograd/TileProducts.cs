using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;

namespace PhantomNet.Kernels.Layers.Winograd;

/// <summary>For each of the 16 points, Σ U V over channels: a matrix of filters × channels times one of channels × squares.</summary>
internal sealed class TileProducts(Writer writer, int channels, int tiles, int inputs, int products)
{
    private const int TilesAtOnce = 2; // × 4 filters: so many sums fit registers with what they are made of
    private const int MostUnrolled = 8; // channels

    private readonly Code _code = writer.Code;
    private readonly int _productBytes = WinogradPlan.PointBytes(tiles, WinogradPlan.FiltersAtOnce);

    /// <summary>For a few filters, whose weights begin where the local says.</summary>
    public void Write(int filters, int weights)
    {
        int v = writer.NewPointer();
        int u = writer.NewPointer();
        int sums = writer.NewPointer();
        writer.Point(v, inputs);
        writer.Copy(weights, u);
        writer.Point(sums, products);
        writer.Repeat(
            WinogradPlan.Points,
            () =>
            {
                int tile = writer.NewPointer();
                int to = writer.NewPointer();
                writer.Copy(v, tile);
                writer.Copy(sums, to);
                writer.Repeat(tiles / TilesAtOnce, () => Tiles(TilesAtOnce, filters, tile, u, to));
                if (tiles % TilesAtOnce is > 0 and int rest)
                {
                    Tiles(rest, filters, tile, u, to);
                }

                writer.Advance(v, WinogradPlan.PointBytes(tiles, channels));
                writer.Advance(u, sizeof(float));
                writer.Advance(sums, _productBytes);
            }
        );
    }

    private void Tiles(int count, int filters, int v, int u, int to)
    {
        int[] sums = writer.NewVectors(count * filters);
        foreach (int sum in sums)
        {
            _code.Splat(0);
            _code.LocalSet(sum);
        }

        int from = writer.NewPointer();
        int weights = writer.NewPointer();
        writer.Copy(v, from);
        writer.Copy(u, weights);
        writer.Repeat(channels / MostUnrolled, () => Channels(MostUnrolled));
        Channels(channels % MostUnrolled);
        for (int o = 0; o < filters; o++)
        {
            for (int t = 0; t < count; t++)
            {
                writer.StoreLocal(to, ((o * tiles) + t) * Tensor.Element, sums[(t * filters) + o]);
            }
        }

        writer.Advance(v, count * channels * Tensor.Element);
        writer.Advance(to, count * Tensor.Element);

        void Channels(int some)
        {
            int[] values = writer.NewVectors(count);
            int weight = writer.NewVector();
            for (int c = 0; c < some; c++)
            {
                for (int t = 0; t < count; t++)
                {
                    writer.Load(from, ((t * channels) + c) * Tensor.Element);
                    _code.LocalSet(values[t]);
                }

                for (int o = 0; o < filters; o++)
                {
                    writer.LoadSplat(weights, ((o * channels) + c) * WinogradPlan.Points * sizeof(float));
                    _code.LocalSet(weight);
                    for (int t = 0; t < count; t++)
                    {
                        writer.MultiplyAdd(sums[(t * filters) + o], values[t], weight);
                    }
                }
            }

            writer.Advance(from, some * Tensor.Element);
            writer.Advance(weights, some * WinogradPlan.Points * sizeof(float));
        }
    }
}
