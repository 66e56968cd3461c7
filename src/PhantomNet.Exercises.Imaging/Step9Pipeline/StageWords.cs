using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>What a stage does, in words, either way.</summary>
internal static class StageWords
{
    /// <summary>Short, for the strip.</summary>
    public static string Short(PipelineStage stage) =>
        stage.Kind switch
        {
            StageKind.Convolution => $"Conv {stage.Block}",
            StageKind.Pooling => $"Pool {stage.Block}",
            _ => stage.Name,
        };

    /// <summary>A shape with its thousands told apart.</summary>
    public static string Shape(Networks.Shape shape) => shape.IsVector ? $"{shape.Length:N0}" : $"{shape}";

    public static string Forward(PipelineStage stage) =>
        stage.Kind switch
        {
            StageKind.Image =>
                "What the network is given: the pixels of the radiograph, less the mean of the training images and divided by their "
                    + "standard deviation.",
            StageKind.Convolution => Convolution(stage),
            StageKind.ReLU => "Negative numbers become 0, the others stay as they are: a bend that no weighted sum can make.",
            StageKind.Pooling =>
                "Of each 2×2 numbers the largest goes on. A quarter of the numbers is left, and neighbours now lie twice as far apart in "
                    + "the image.",
            StageKind.Flatten =>
                $"The {stage.Input.Channels} maps are read out, one after another and row by row, as one list of "
                    + $"{stage.Output.Length:N0} numbers. Nothing is computed.",
            StageKind.Linear =>
                $"Each of the {stage.Output.Length} units weighs all {stage.Input.Length:N0} numbers, adds a bias and passes on what is "
                    + "above 0 (its ReLU belongs to this stage).",
            _ =>
                $"Two weighted sums of the {stage.Input.Length} units, one for each class: the logits. Softmax makes scores of them that add up to 1.",
        };

    public static string Backward(PipelineStage stage) =>
        stage.Kind switch
        {
            StageKind.Output =>
                "Here the way back begins: the gradient of the cross-entropy with respect to a logit is its softmax score, less 1 for "
                    + "the true class.",
            StageKind.Linear => "Each unit gets, from both logits, the gradient times the weight that joins them.",
            StageKind.Flatten =>
                "Where the ReLU of Linear was on, its gradients are shared out over all its inputs, by the transposed weights.",
            StageKind.Pooling when stage.Block == 3 =>
                "The same numbers, back in rows and columns: flattening computes nothing.",
            StageKind.ReLU => "Only the winner of each window of the pool behind gets a gradient; the rest are exactly 0.",
            StageKind.Convolution =>
                "The ReLU behind lets the gradient through where its input was above 0, and stops it elsewhere.",
            StageKind.Image =>
                "How the loss would change with each pixel. Training stops one stage earlier: pixels aren’t trained.",
            _ =>
                "Each place collects, from all filters of the convolution behind it, the gradients of the outputs that it took part in.",
        };

    private static string Convolution(PipelineStage stage)
    {
        ConvolutionSpec layer = (ConvolutionSpec)stage.Spec.Layers[stage.First];
        string maps = stage.Input.Channels == 1 ? "the image" : $"all {stage.Input.Channels} maps";
        return $"{layer.Filters} filters move over {maps}. Each number of a map is the sum of "
            + $"{stage.Input.Channels} × {layer.KernelSize} × {layer.KernelSize} products, plus the filter’s bias. A border of zeros "
            + "keeps the size.";
    }
}
