using PhantomNet.Networks.Layers;

namespace PhantomNet.Networks.Specs;

/// <summary>One layer as data. What it does to a shape, and what it costs, follow from the shape that it is given.</summary>
public abstract record LayerSpec
{
    /// <summary>The field's name for this layer with its settings, as in a message or a table.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// The window through which one output place looks at the input; null where outputs have no place in the image any more.
    /// </summary>
    public virtual Window? Window => Specs.Window.OnePlace;

    /// <summary>The shape that comes out.</summary>
    /// <exception cref="ArgumentException">The layer can't take this shape; the message names both.</exception>
    public abstract Shape OutputShape(Shape input);

    /// <summary>Number of trainable weights.</summary>
    public virtual int WeightCount(Shape input) => 0;

    /// <summary>Number of trainable biases.</summary>
    public virtual int BiasCount(Shape input) => 0;

    /// <summary>Number of inputs that one output is a weighted sum of; the initialisation scales with it.</summary>
    public virtual int FanIn(Shape input) => 0;

    /// <summary>Number of outputs that one input has a weight to; Xavier's initialisation uses it.</summary>
    public virtual int FanOut(Shape input) => 0;

    /// <summary>Multiplications that are each followed by an addition, for one sample forward. Pooling has none.</summary>
    public virtual long MultiplyAdds(Shape input) => 0;

    /// <summary>The textbook code that runs this layer.</summary>
    internal abstract Layer Build(Shape input);
}
