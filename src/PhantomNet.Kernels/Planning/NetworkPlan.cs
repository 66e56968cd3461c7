using PhantomNet.Kernels.Running;
using PhantomNet.Networks;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Kernels.Planning;

/// <summary>
/// What is to be computed, and where: the tensors of all layers, laid out as their neighbours need them. A convolution reads an
/// image with its padding around it, and the gradient of its output with so much of a border that going back is a convolution too.
/// </summary>
internal sealed class NetworkPlan
{
    private readonly Tensor[] _values; // [layer + 1], the first is the input
    private readonly Tensor?[] _gradients; // the same for ∂loss/∂those
    private readonly Shape[] _needed; // the same for the part of them that counts
    private readonly List<Storage> _storages = [];
    private Storage? _tiles; // of all convolutions that are computed in squares

    public NetworkPlan(NetworkSpec spec, TrainingSettings settings, ModuleUse use)
    {
        Spec = spec;
        Settings = settings;
        Use = use;
        int count = spec.Layers.Count;
        _values = new Tensor[count + 1];
        _gradients = new Tensor?[count + 1];
        _needed = new Shape[count + 1];
        FirstTrained = KeepsAll ? 0 : Enumerable.Range(0, count).FirstOrDefault(i => spec.ParameterCountOf(i) > 0, count - 1);
        FindNeeded();
        LayOutValues();
        if (use != ModuleUse.Predicting)
        {
            LayOutGradients();
        }

        Layers = [.. Enumerable.Range(0, count).Select(Layer)];
    }

    public NetworkSpec Spec { get; }

    public TrainingSettings Settings { get; }

    public ModuleUse Use { get; }

    public IReadOnlyList<LayerPlan> Layers { get; }

    public IReadOnlyList<Storage> Storages => _storages;

    /// <summary>The first layer with parameters: training goes no further back than to it.</summary>
    public int FirstTrained { get; }

    public Tensor Input => _values[0];

    public Tensor Output => _values[^1];

    public Tensor OutputGradient => _gradients[^1]!;

    // Floats of one sample, or vectors of four.
    private int ElementBytes => Use == ModuleUse.Predicting ? Tensor.Single : Tensor.Element;

    private bool KeepsAll => Use == ModuleUse.Looking;

    private int Count => Spec.Layers.Count;

    private LayerSpec? LayerAt(int index) => index >= 0 && index < Count ? Spec.Layers[index] : null;

    private Shape ShapeAt(int index) => index == 0 ? Spec.Input : Spec.OutputOf(index - 1);

    // A pool that leaves out the last row makes the convolution before it compute one row less, and so on towards the input.
    private void FindNeeded()
    {
        _needed[Count] = ShapeAt(Count);
        for (int i = Count - 1; i >= 0; i--)
        {
            Shape input = ShapeAt(i);
            Window? window = LayerAt(i) is ConvolutionSpec or MaxPoolingSpec or AveragePoolingSpec ? LayerAt(i)!.Window : null;
            _needed[i] =
                KeepsAll || LayerAt(i) is FlattenSpec or DenseSpec or DropoutSpec ? input
                : window is { } moving
                    ? input with
                    {
                        Height = Math.Min(input.Height, moving.Start(_needed[i + 1].Height - 1) + moving.Size),
                        Width = Math.Min(input.Width, moving.Start(_needed[i + 1].Width - 1) + moving.Size),
                    }
                : _needed[i + 1] with { Channels = input.Channels };
        }
    }

    private void LayOutValues()
    {
        for (int i = Count; i >= 0; i--)
        {
            Shape shape = ShapeAt(i);
            LayerSpec? next = LayerAt(i);
            if (next is FlattenSpec && !KeepsAll && CanFlattenInPlace(i))
            {
                _values[i] = _values[i + 1].AsImage(shape);
            }
            else if (next is ActivationSpec && CanActivateInPlace(i))
            {
                _values[i] = _values[i + 1];
            }
            else
            {
                int padding = next is ConvolutionSpec { Window: { } window } ? window.Padding : 0;
                Storage storage = Add($"values{i}", next is DenseSpec && Use != ModuleUse.Predicting);
                (int height, int width) = (shape.Height + (2 * padding), shape.Width + (2 * padding));
                _values[i] = Tensor.Bordered(storage, shape, padding, 1, height, width, ElementBytes);
                storage.Bytes += ElementBytes == Tensor.Single ? Overhang(next) : 0;
            }
        }
    }

    // Four samples are a vector wherever they lie; four pixels of one sample only where nothing lies between them.
    private bool CanFlattenInPlace(int index) => Use != ModuleUse.Predicting || _values[index + 1].IsContiguous;

    // Bytes that the last vector of an image's last row may reach past it.
    private static long Overhang(LayerSpec? next) => Tensor.Element * (1L + (next?.Window?.Stride ?? 1));

    // Not over what a layer's way back still looks at: a pool its winners, an activation its value.
    private bool CanActivateInPlace(int index) =>
        !KeepsAll && LayerAt(index - 1) is (DenseSpec or ConvolutionSpec or AveragePoolingSpec);

    private void LayOutGradients()
    {
        for (int i = FirstTrained + 1; i <= Count; i++)
        {
            Shape shape = ShapeAt(i);
            LayerSpec made = LayerAt(i - 1)!;
            if (made is ActivationSpec && !KeepsAll && _gradients[i - 1] is { } before)
            {
                _gradients[i] = before; // ∂loss/∂a becomes ∂loss/∂z where it is
            }
            else if (made is ConvolutionSpec { Window: { } window } && i - 1 > FirstTrained)
            {
                Shape input = ShapeAt(i - 1);
                Storage storage = Add($"gradients{i}", isPerGroup: false);
                int border = window.Size - 1 - window.Padding;
                int height = input.Height + window.Size - 1;
                _gradients[i] = Tensor.Bordered(storage, shape, border, window.Stride, height, input.Width + window.Size - 1);
            }
            else
            {
                _gradients[i] = Tensor.Contiguous(Add($"gradients{i}", made is DenseSpec), shape);
            }
        }
    }

    private LayerPlan Layer(int i)
    {
        ParameterBlock block = Spec.ParameterBlocks().FirstOrDefault(block => block.Layer == i);
        int count = block.WeightCount + block.BiasCount;
        Storage? lanes = null;
        if (LayerAt(i) is ConvolutionSpec && Use != ModuleUse.Predicting)
        {
            lanes = Add($"laneGradients{i}", isPerGroup: false);
            lanes.Bytes = (count + 3L) / 4 * 4 * Tensor.Element; // summed four at a time
        }

        Storage? mask = null;
        if (LayerAt(i) is DropoutSpec && Use == ModuleUse.Training)
        {
            mask = Add($"mask{i}", isPerGroup: false);
            mask.Bytes = (long)ShapeAt(i).Length * Tensor.Element;
        }

        return new LayerPlan
        {
            Index = i,
            Spec = LayerAt(i)!,
            Input = _values[i],
            Output = _values[i + 1],
            InputGradient = i > FirstTrained ? _gradients[i] : null,
            OutputGradient = _gradients[i + 1] ?? _values[i + 1],
            Needed = _needed[i + 1],
            NeededInput = _needed[i],
            Rectifies = RectifiesForward(i + 1),
            RectifiesBack = RectifiesBack(i - 1),
            IsDone = (RectifiesForward(i), RectifiesBack(i)),
            IsInputRectified = RectifiesForward(i - 1),
            Parameters = block,
            LaneGradients = lanes,
            Mask = mask,
            Winograd = Winograd(i, ShapeAt(i).Channels, ShapeAt(i + 1).Channels, _needed[i + 1]),
            WinogradBack = i > FirstTrained ? Winograd(i, ShapeAt(i + 1).Channels, ShapeAt(i).Channels, _needed[i]) : null,
        };
    }

    // Of four samples: in one sample's rows neighbouring pixels lie in one vector.
    private WinogradPlan? Winograd(int i, int channels, int filters, Shape output)
    {
        if (
            Use == ModuleUse.Predicting
            || LayerAt(i) is not ConvolutionSpec convolution
            || !WinogradPlan.Suits(channels, filters, convolution.KernelSize, convolution.Stride, output)
        )
        {
            return null;
        }

        _tiles ??= Add("tiles", isPerGroup: false);
        return WinogradPlan.Reserve(Add($"winograd{i}", isPerGroup: false), _tiles, channels, filters, output.Width);
    }

    // Where the convolution before it writes a = max(0, z) at once.
    private bool RectifiesForward(int index) =>
        LayerAt(index) is ActivationSpec { Function: Activation.ReLU }
        && LayerAt(index - 1) is ConvolutionSpec
        && _values[index] == _values[index + 1];

    // Where the max pooling after it hands the gradient only to winners above 0.
    private bool RectifiesBack(int index) =>
        LayerAt(index) is ActivationSpec { Function: Activation.ReLU }
        && LayerAt(index + 1) is MaxPoolingSpec
        && index > FirstTrained
        && _gradients[index] == _gradients[index + 1];

    private Storage Add(string name, bool isPerGroup)
    {
        Storage storage = new(name, isPerGroup);
        _storages.Add(storage);
        return storage;
    }
}
