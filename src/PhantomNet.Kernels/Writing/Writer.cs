using PhantomNet.Kernels.Planning;
using PhantomNet.Networks;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Writing;

/// <summary>Writes a function of the module: loops, pointers, and the few instructions that kernels are made of.</summary>
internal sealed class Writer(Function function)
{
    /// <summary>The first parameter of every layer's function: the arena of the group.</summary>
    public const int Arena = 0;

    private const int VectorAlignment = 4; // 2⁴ bytes
    private const int MostAtOnce = 4; // elements that a loop takes at a time

    private Dictionary<int, int>? _constants; // by their bits: locals; null where constants are written where they are used

    public Function Function { get; } = function;

    public Code Code { get; } = function.Code;

    public int NewPointer() => Function.AddLocal(ValType.I32);

    public int NewVector() => Function.AddLocal(ValType.V128);

    public int[] NewVectors(int count) => [.. Enumerable.Range(Function.AddLocals(ValType.V128, count), count)];

    /// <summary>From here to <see cref="EndConstants"/> a constant is a local. To be called before anything is written.</summary>
    public void BeginConstants() => _constants = [];

    /// <summary>Puts before the whole function what reads its constants from a table.</summary>
    public void EndConstants(ConstantTable table)
    {
        int end = Code.Buffer.Length;
        foreach ((int bits, int local) in _constants!)
        {
            float value = BitConverter.Int32BitsToSingle(bits);
            if (table.AddressOf(value) is { } address)
            {
                Code.Const(0);
                Code.Access(V128.Load32Splat, address, 2);
            }
            else
            {
                Code.Splat(value);
            }

            Code.LocalSet(local);
        }

        Code.Buffer.MoveToStart(end);
        _constants = null;
    }

    /// <summary>Leaves the same float four times.</summary>
    public void Constant(float value)
    {
        if (_constants is null)
        {
            Code.Splat(value);
            return;
        }

        int bits = BitConverter.SingleToInt32Bits(value); // 0 and −0 are two
        if (!_constants.TryGetValue(bits, out int local))
        {
            local = NewVector();
            _constants.Add(bits, local);
        }

        Code.LocalGet(local);
    }

    /// <summary>Sets vectors to 0; a function's own are so at its start, but not in the next turn of a loop around them.</summary>
    public void Clear(params ReadOnlySpan<int> vectors)
    {
        foreach (int vector in vectors)
        {
            Code.Splat(0);
            Code.LocalSet(vector);
        }
    }

    /// <summary>Sets a pointer to a tensor's first element plus some bytes.</summary>
    public void Point(int pointer, Tensor tensor, int offset = 0)
    {
        Code.Const(tensor.Address + offset);
        if (tensor.Storage.IsPerGroup)
        {
            Code.LocalGet(Arena);
            Code.Emit(I32.Add);
        }

        Code.LocalSet(pointer);
    }

    public void Point(int pointer, int address)
    {
        Code.Const(address);
        Code.LocalSet(pointer);
    }

    public void Copy(int from, int to)
    {
        Code.LocalGet(from);
        Code.LocalSet(to);
    }

    public void Advance(int pointer, int bytes)
    {
        if (bytes != 0)
        {
            Code.LocalGet(pointer);
            Code.Const(bytes);
            Code.Emit(I32.Add);
            Code.LocalSet(pointer);
        }
    }

    /// <summary>Does something so many times.</summary>
    public void Repeat(int count, Action body)
    {
        if (count <= 1)
        {
            if (count == 1)
            {
                body();
            }

            return;
        }

        int left = NewPointer();
        Code.Const(count);
        Code.LocalSet(left);
        RepeatLocal(left, body);
    }

    /// <summary>Does something as often as a local says, at least once, counting it down to 0.</summary>
    public void RepeatLocal(int left, Action body)
    {
        Code.Begin(Opcode.Loop);
        body();
        Code.LocalGet(left);
        Code.Const(-1);
        Code.Emit(I32.Add);
        Code.LocalTee(left);
        Code.BrIf(0);
        Code.End();
    }

    public void Load(int pointer, int offset = 0)
    {
        Code.LocalGet(pointer);
        Code.Access(V128.Load, offset, VectorAlignment);
    }

    /// <summary>Four floats of a table, which need not lie at a multiple of 16.</summary>
    public void LoadFloats(int pointer, int offset = 0)
    {
        Code.LocalGet(pointer);
        Code.Access(V128.Load, offset, 2);
    }

    /// <summary>One float four times.</summary>
    public void LoadSplat(int pointer, int offset = 0)
    {
        Code.LocalGet(pointer);
        Code.Access(V128.Load32Splat, offset, 2);
    }

    /// <summary>Stores the vector that <paramref name="value"/> leaves on the stack.</summary>
    public void Store(int pointer, int offset, Action value)
    {
        Code.LocalGet(pointer);
        value();
        Code.Access(V128.Store, offset, VectorAlignment);
    }

    public void StoreLocal(int pointer, int offset, int local)
    {
        Code.LocalGet(pointer);
        Code.LocalGet(local);
        Code.Access(V128.Store, offset, VectorAlignment);
    }

    public void StoreFloats(int pointer, int offset, int local)
    {
        Code.LocalGet(pointer);
        Code.LocalGet(local);
        Code.Access(V128.Store, offset, 2);
    }

    /// <summary>
    /// sum += x × w, all locals. Written in one go: convolutions are made of it. The weight comes second, since a browser takes
    /// the second factor straight from memory where registers run out.
    /// </summary>
    public void MultiplyAdd(int sum, int x, int w)
    {
        Span<byte> room = Code.Buffer.Room(32);
        int length = Local(room, 0, 0x20, sum);
        length = Local(room, length, 0x20, x);
        length = Local(room, length, 0x20, w);
        room[length++] = 0xFD;
        room[length++] = 0xE6; // f32x4.mul
        room[length++] = 0x01;
        room[length++] = 0xFD;
        room[length++] = 0xE4; // f32x4.add
        room[length++] = 0x01;
        Code.Buffer.Advance(Local(room, length, 0x21, sum));
    }

    /// <summary>Goes through all elements of tensors of one shape, an element at a time.</summary>
    /// <param name="shape">Channels, rows and columns to go through.</param>
    /// <param name="body">Writes what happens to the elements at these places.</param>
    /// <param name="tensors">Tensors of at least that shape.</param>
    public void ForEach(Shape shape, Action<Place[]> body, params Tensor[] tensors)
    {
        int[] pointers = [.. tensors.Select(_ => NewPointer())];
        for (int i = 0; i < tensors.Length; i++)
        {
            Point(pointers[i], tensors[i]);
        }

        if (tensors.All(tensor => tensor.IsContiguous && tensor.Shape.Length == shape.Length))
        {
            Run(shape.Length, [.. tensors.Select(_ => Tensor.Element)]);
            return;
        }

        Repeat(
            shape.Channels,
            () =>
            {
                Repeat(
                    shape.Height,
                    () =>
                    {
                        Run(shape.Width, [.. tensors.Select(tensor => tensor.PixelStride)]);
                        Move(tensors.Select(tensor => tensor.RowStride - (shape.Width * tensor.PixelStride)));
                    }
                );
                Move(tensors.Select(tensor => tensor.ChannelStride - (shape.Height * tensor.RowStride)));
            }
        );

        void Run(int count, int[] strides)
        {
            int atOnce = Enumerable.Range(1, MostAtOnce).Last(divisor => count % divisor == 0);
            Repeat(
                count / atOnce,
                () =>
                {
                    for (int k = 0; k < atOnce; k++)
                    {
                        body([.. pointers.Zip(strides, (pointer, stride) => new Place(pointer, k * stride))]);
                    }

                    Move(strides.Select(stride => atOnce * stride));
                }
            );
        }

        void Move(IEnumerable<int> bytes)
        {
            foreach ((int pointer, int distance) in pointers.Zip(bytes))
            {
                Advance(pointer, distance);
            }
        }
    }

    public void Load(Place place) => Load(place.Pointer, place.Offset);

    public void Store(Place place, Action value) => Store(place.Pointer, place.Offset, value);

    private static int Local(Span<byte> room, int at, byte opcode, int index)
    {
        room[at++] = opcode;
        if (index >= 0x80)
        {
            room[at++] = (byte)(index | 0x80);
            index >>= 7;
        }

        room[at++] = (byte)index; // a function here has less than 2¹⁴ locals
        return at;
    }
}
