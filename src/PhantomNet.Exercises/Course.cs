using PhantomNet.Exercises.Step1Neuron;
using PhantomNet.Exercises.Step2Boundary;
using PhantomNet.Exercises.Step3Activations;

namespace PhantomNet.Exercises;

/// <summary>The course: its steps in teaching order, and the pages beside them.</summary>
public static class Course
{
    // Loaded when one of its pages is opened.
    private const string Imaging = "PhantomNet.Exercises.Imaging";

    /// <summary>All nine, in order.</summary>
    public static IReadOnlyList<CourseStep> Steps { get; } =
    [
        new(
            1,
            "neuron",
            "Neuron",
            "A neuron is logistic regression",
            "Weigh two inputs, add a bias, squeeze the sum: the model you know, seen as a neuron.",
            StepComponent.Of<NeuronStep>(),
            TaskCount: 4
        ),
        new(
            2,
            "boundary",
            "Boundary",
            "What one neuron cannot do",
            "One neuron cuts with one straight line. Train larger networks and watch the boundary bend.",
            StepComponent.Of<BoundaryStep>(),
            TaskCount: 4
        ),
        new(
            3,
            "activation",
            "Activation",
            "Why activations",
            "Take the activations away and a hundred layers collapse into one straight line.",
            StepComponent.Of<ActivationStep>(),
            TaskCount: 4
        ),
        new(
            4,
            "layers",
            "Layers",
            "Layers build on layers",
            "See what each layer of a network can see, look into one that learned, and test whether its units know anatomy.",
            new StepComponent($"{Imaging}.Step4Layers.LayersStep", Imaging),
            TaskCount: 4
        ),
        new(
            5,
            "images",
            "Images",
            "Images are special",
            "Shuffle the pixels: who notices?",
            new StepComponent($"{Imaging}.Step5Images.ImagesStep", Imaging),
            TaskCount: 5
        ),
        new(
            6,
            "convolution",
            "Convolution",
            "The fix: convolution",
            "Nine shared weights in place of millions: slide them over a radiograph, and see what that saves and what it costs.",
            new StepComponent($"{Imaging}.Step6Convolution.ConvolutionStep", Imaging),
            TaskCount: 4
        ),
        new(
            7,
            "kernels",
            "Kernels",
            "Kernel explorer",
            "What nine numbers can do to a radiograph.",
            new StepComponent($"{Imaging}.Step7Kernels.KernelsStep", Imaging),
            TaskCount: 4
        ),
        new(
            8,
            "pooling",
            "Pooling",
            "Pooling",
            "Make the map smaller: what is kept, what is lost, and who gets the gradient.",
            new StepComponent($"{Imaging}.Step8Pooling.PoolingStep", Imaging),
            TaskCount: 4
        ),
        new(
            9,
            "pipeline",
            "Pipeline",
            "The whole pipeline",
            "One radiograph through a trained network, stage by stage: every map, every number, and the way back.",
            new StepComponent($"{Imaging}.Step9Pipeline.PipelineStep", Imaging),
            TaskCount: 4
        ),
    ];

    /// <summary>Pages that belong to the course and to no place in its order.</summary>
    public static IReadOnlyList<CourseStep> Beside { get; } =
    [
        new(
            Number: null,
            "phantom",
            "The phantom",
            "The phantom",
            "Make a radiograph: choose the patient, the tube and the detector, and physics does the rest. The patient is "
                + "synthetic, so what lies behind every pixel is known.",
            new StepComponent($"{Imaging}.Phantom.PhantomStep", Imaging),
            TaskCount: 4
        ),
    ];

    /// <summary>The steps, then the pages beside them.</summary>
    public static IReadOnlyList<CourseStep> Pages { get; } = [.. Steps, .. Beside];

    /// <summary>The step or page with this slug, or null.</summary>
    public static CourseStep? Find(string? slug) => Pages.FirstOrDefault(page => page.Slug == slug);
}
