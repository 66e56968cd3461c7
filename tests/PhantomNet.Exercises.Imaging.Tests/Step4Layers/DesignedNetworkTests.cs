using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Imaging.Step4Layers;
using PhantomNet.Exercises.Imaging.Tests.Shared;
using PhantomNet.Networks;
using PhantomNet.Networks.Runners;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Tests.Step4Layers;

public sealed class DesignedNetworkTests : IDisposable
{
    private readonly DesignedNetwork _network = new(new TextbookRunnerFactory());

    public void Dispose() => _network.Dispose();

    [Fact]
    public void Its_image_is_framed_by_its_own_outermost_pixels()
    {
        float[] pixels = Acquisition.Take(TrainedModel.Loaded.TestPatient(3)).Pixels();
        float[][] outputs = Run(pixels);
        Network whole = new(DesignedNetwork.Spec);
        DesignedNetwork.Parameters.CopyTo(whole.Parameters);
        whole.Forward(Framed(pixels), batch: 1);
        foreach (
            int layer in (int[])[DesignedNetwork.Edges, DesignedNetwork.Textures, DesignedNetwork.Parts, DesignedNetwork.Score]
        )
        {
            Assert.Equal(whole.OutputOf(layer).ToArray(), outputs[layer]);
        }

        Assert.Equal(outputs[DesignedNetwork.Score].Max(), DesignedNetwork.PatientScore(outputs));
    }

    [Fact]
    public void A_flat_image_has_no_edges_no_texture_and_no_parts()
    {
        float[] flat = new float[64 * 64];
        Array.Fill(flat, 0.9f);
        float[][] outputs = Run(flat);
        const float rounding = 1e-6f;
        foreach (DesignedMap map in DesignedMap.All.Where(map => map.Rung is Rung.Edges or Rung.Textures))
        {
            Assert.All(DesignedNetwork.Map(map, flat, outputs), value => Assert.Equal(0, value, rounding));
        }

        // Away from the frame, where zeros lie around the coarser maps.
        float[] lung = DesignedNetwork.Map(DesignedMap.All[DesignedMap.FirstPart], flat, outputs);
        Assert.Equal(0, lung[(16 * 32) + 16]);
    }

    [Fact]
    public void An_edge_is_seen_in_its_own_direction_with_its_sign()
    {
        float[] step = new float[64 * 64];
        for (int place = 0; place < step.Length; place++)
        {
            step[place] = place % 64 >= 32 ? 1 : 0;
        }

        Assert.Equal(0.5f, At("vertical edge", step, row: 20, column: 31));
        Assert.Equal(0, At("horizontal edge", step, row: 20, column: 31));
        float[] mirrored = [.. step.Select(value => 1 - value)];
        Assert.Equal(-0.5f, At("vertical edge", mirrored, row: 20, column: 31));
    }

    [Fact]
    public void Maps_that_are_meant_for_a_part_overlap_it_better_than_chance()
    {
        Dictionary<DesignedMap, double> sums = [];
        const int patients = 12;
        for (int index = 1; index < 2 * patients; index += 2)
        {
            Radiograph radiograph = Acquisition.Take(
                TrainedModel.Loaded.TestPatient(PatientSurvey.First + index),
                TrueMasks.Structures
            );
            TrueMasks masks = TrueMasks.Of(radiograph);
            float[] pixels = radiograph.Pixels();
            float[][] outputs = Run(pixels);
            foreach (DesignedMap map in DesignedMap.All.Where(map => map.Target is not null))
            {
                double area = MapOverlap.Of(DesignedNetwork.Map(map, pixels, outputs), masks.At(32), map.Target!.Value);
                sums[map] = sums.GetValueOrDefault(map) + (area / patients);
            }
        }

        Assert.Equal(5, sums.Count);
        Assert.All(sums, pair => Assert.InRange(pair.Value, 0.55, 1));
    }

    private float At(string name, float[] pixels, int row, int column) =>
        DesignedNetwork.Map(DesignedMap.All.Single(map => map.Name == name), pixels, Run(pixels))[(row * 64) + column];

    private float[][] Run(float[] pixels) => AtOnce.Get(_network.RunAsync(pixels));

    private static float[] Framed(float[] pixels) =>
        [
            .. Enumerable
                .Range(0, 66 * 66)
                .Select(place => pixels[(Math.Clamp((place / 66) - 1, 0, 63) * 64) + Math.Clamp((place % 66) - 1, 0, 63)]),
        ];
}
