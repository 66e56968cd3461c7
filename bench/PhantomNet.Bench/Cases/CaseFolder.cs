using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PhantomNet.Kernels.Measuring;
using PhantomNet.Kernels.Running;
using PhantomNet.Networks.Optimizers;

namespace PhantomNet.Bench.Cases;

/// <summary>The files from which all contestants take a case: the same parameters, samples and settings for everyone.</summary>
internal static class CaseFolder
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void Write(string cases, BenchCase given, MeasuredModule module)
    {
        string folder = Path.Combine(cases, given.Name);
        Directory.CreateDirectory(folder);
        float[] parameters = given.Parameters();
        File.WriteAllText(Path.Combine(folder, "case.json"), Describe(given, module).ToJsonString());
        File.WriteAllBytes(Path.Combine(folder, "network.wasm"), module.Bytes.ToArray());
        File.WriteAllBytes(Path.Combine(folder, "parameters.f32"), MemoryMarshal.AsBytes<float>(parameters).ToArray());
        File.WriteAllBytes(Path.Combine(folder, "inputs.f32"), MemoryMarshal.AsBytes<float>(given.Inputs()).ToArray());
        if (given.HasPeers && given.Spec.Input.Height > 1)
        {
            File.WriteAllBytes(Path.Combine(folder, "network.onnx"), OnnxModel.Write(given.Spec, parameters));
        }
    }

    private static JsonObject Describe(BenchCase given, MeasuredModule module) =>
        new()
        {
            ["count"] = given.Count,
            ["batch"] = given.Settings.BatchSize,
            ["learningRate"] = given.Settings.Optimizer.LearningRate,
            ["momentum"] = given.Settings.Optimizer is Momentum momentum ? momentum.Factor : 0,
            ["input"] = new JsonArray(given.Spec.Input.Channels, given.Spec.Input.Height, given.Spec.Input.Width),
            ["outputs"] = given.Spec.Output.Length,
            ["labels"] = JsonSerializer.SerializeToNode(given.Labels()),
            ["layers"] = JsonSerializer.SerializeToNode(CaseLayer.Of(given.Spec), _options),
            ["map"] = JsonNode.Parse(module.Map.ToJson()),
            ["arena"] = module.Arena,
            ["staged"] = given.PredictsAlone,
        };
}
