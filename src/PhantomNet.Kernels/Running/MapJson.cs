using System.Text;
using System.Text.Json;

namespace PhantomNet.Kernels.Running;

/// <summary>The map as JSON, for a worker that knows no C#.</summary>
public static class MapJson
{
    /// <summary>
    /// An object with <c>pages</c>, a pair [address, bytes] for each region under its name in camel case, and lists
    /// <c>outputs</c> and <c>outputGradients</c> of { shape, address, channelStride, rowStride, pixelStride }.
    /// </summary>
    public static string ToJson(this MemoryMap map)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("pages", map.Pages);
            Write(json, "updates", map.Updates);
            Write(json, "lossSum", map.LossSum);
            Write(json, "correct", map.Correct);
            Write(json, "diverged", map.Diverged);
            Write(json, "scale", map.Scale);
            Write(json, "parameters", map.Parameters);
            Write(json, "slots", map.Slots);
            Write(json, "gradients", map.Gradients);
            Write(json, "inputs", map.Inputs);
            Write(json, "targets", map.Targets);
            Write(json, "order", map.Order);
            Write(json, "bounds", map.Bounds);
            Write(json, "stagedInputs", map.StagedInputs);
            Write(json, "stagedTargets", map.StagedTargets);
            Write(json, "stagedOutputs", map.StagedOutputs);
            Write(json, "outputs", map.Outputs);
            Write(json, "outputGradients", map.OutputGradients);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, string name, Region region)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(region.Address);
        json.WriteNumberValue(region.Bytes);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<TensorPlace> places)
    {
        json.WriteStartArray(name);
        foreach (TensorPlace place in places)
        {
            json.WriteStartObject();
            json.WriteStartArray("shape");
            json.WriteNumberValue(place.Shape.Channels);
            json.WriteNumberValue(place.Shape.Height);
            json.WriteNumberValue(place.Shape.Width);
            json.WriteEndArray();
            json.WriteNumber("address", place.Address);
            json.WriteNumber("channelStride", place.ChannelStride);
            json.WriteNumber("rowStride", place.RowStride);
            json.WriteNumber("pixelStride", place.PixelStride);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
