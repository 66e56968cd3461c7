using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Wasm.Tests.Execution;

/// <summary>Every instruction that reads or writes memory, or that names a lane, under Wasmtime.</summary>
public sealed class MemoryInstructionTests
{
    private const int From = 3; // not aligned: an alignment is a hint
    private const int To = 128;
    private static readonly byte[] _bytes = [.. Enumerable.Range(0, 64).Select(i => (byte)(0x81 + (i * 37)))];

    public static TheoryData<string> Loads => Names(Immediate.Memory, instruction => instruction.Results.Count == 1);

    public static TheoryData<string> Stores => Names(Immediate.Memory, instruction => instruction.Results.Count == 0);

    public static TheoryData<string> LaneAccesses => Names(Immediate.MemoryLane, _ => true);

    public static TheoryData<string> Lanes => Names(Immediate.Lane, _ => true);

    [Theory]
    [MemberData(nameof(Loads))]
    public void A_load_reads_as_many_bytes_as_it_says(string name)
    {
        Instruction instruction = Find(name);
        Opcode store = Access.Store(instruction.Results[0]);
        byte[] actual = Run(code =>
        {
            code.Const(To);
            code.Const(1);
            code.Access(instruction.Opcode, From - 1);
            code.Access(store);
        });
        byte[] read = _bytes[From..(From + instruction.Size)];
        int room =
            instruction.Results[0] is ValType.V128 ? 16
            : instruction.Results[0] is ValType.I32 or ValType.F32 ? 4
            : 8;
        Assert.Equal(Extend(name, read, room), actual[..room]);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_store_writes_the_low_bytes_and_no_others(string name)
    {
        Instruction instruction = Find(name);
        byte[] actual = Run(code =>
        {
            code.Const(To);
            code.Const(From);
            code.Access(Access.Load(instruction.Operands[1]));
            code.Access(instruction.Opcode, 2, alignment: 0);
        });
        Assert.Equal([0, 0, .. _bytes[From..(From + instruction.Size)], 0], actual[..(instruction.Size + 3)]);
    }

    [Theory]
    [MemberData(nameof(LaneAccesses))]
    public void A_lane_is_read_or_written_alone(string name)
    {
        Instruction instruction = Find(name);
        int size = instruction.Size;
        for (int lane = 0; lane < 16 / size; lane++)
        {
            bool loads = instruction.Results.Count == 1;
            byte[] actual = Run(code =>
            {
                code.Const(To);
                if (loads)
                {
                    code.Const(From);
                }

                code.Const(32);
                code.Access(V128.Load);
                code.AccessLane(instruction.Opcode, lane);
                if (loads)
                {
                    code.Access(V128.Store);
                }
            });
            byte[] expected = loads ? _bytes[32..48] : new byte[16];
            byte[] moved = loads ? _bytes[From..(From + size)] : _bytes[(32 + (lane * size))..(32 + ((lane + 1) * size))];
            moved.CopyTo(expected, loads ? lane * size : 0);
            Assert.Equal(expected, actual[..16]);
        }
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void A_lane_is_taken_out_or_put_in(string name)
    {
        Instruction instruction = Find(name);
        int size = instruction.Size;
        bool extracts = instruction.Operands.Count == 1;
        ValType scalar = extracts ? instruction.Results[0] : instruction.Operands[1];
        for (int lane = 0; lane < 16 / size; lane++)
        {
            byte[] actual = Run(code =>
            {
                code.Const(To);
                code.Const(32);
                code.Access(V128.Load);
                if (!extracts)
                {
                    code.Const(From);
                    code.Access(Access.Load(scalar));
                }

                code.Lane(instruction.Opcode, lane);
                code.Access(Access.Store(extracts ? scalar : ValType.V128));
            });
            byte[] expected = extracts ? _bytes[(32 + (lane * size))..(32 + ((lane + 1) * size))] : _bytes[32..48];
            if (!extracts)
            {
                _bytes.AsSpan(From, size).CopyTo(expected.AsSpan(lane * size));
            }

            Assert.Equal(expected, actual[..expected.Length]);
        }
    }

    [Fact]
    public void A_shuffle_takes_any_bytes_of_two_vectors()
    {
        byte[] lanes = [0, 31, 16, 15, 7, 7, 24, 1, 2, 3, 30, 29, 28, 4, 5, 6];
        byte[] actual = Run(code =>
        {
            code.Const(To);
            code.Const(0);
            code.Access(V128.Load);
            code.Const(0);
            code.Access(V128.Load, 16);
            code.Shuffle(lanes);
            code.Access(V128.Store);
        });
        Assert.Equal(lanes.Select(lane => _bytes[lane]), actual[..16]);
    }

    [Fact]
    public void Words_are_shuffled_four_bytes_at_a_time()
    {
        byte[] actual = Run(code =>
        {
            code.Const(To);
            code.Const(0);
            code.Access(V128.Load);
            code.Const(0);
            code.Access(V128.Load, 16);
            code.ShuffleWords(7, 0, 4, 3);
            code.Access(V128.Store);
        });
        Assert.Equal([.. _bytes[28..32], .. _bytes[0..4], .. _bytes[16..20], .. _bytes[12..16]], actual[..16]);
    }

    [Fact]
    public void Memory_is_copied_filled_measured_and_grown()
    {
        byte[] actual = Run(code =>
        {
            code.Const(To);
            code.Const(From);
            code.Const(9);
            code.Whole(Memory.Copy);
            code.Const(To + 9);
            code.Const(0xAB);
            code.Const(3);
            code.Whole(Memory.Fill);
            code.Const(To + 12);
            code.Const(1);
            code.Whole(Memory.Grow);
            code.Whole(Memory.Size);
            code.Emit(I32.Add);
            code.Access(I32.Store8);
        });
        Assert.Equal([.. _bytes[From..(From + 9)], 0xAB, 0xAB, 0xAB, 1 + 2, 0], actual[..14]);
    }

    [Fact]
    public void Constants_arrive_whole()
    {
        byte[] actual = Run(code =>
        {
            code.Const(To);
            code.Const(int.MinValue);
            code.Access(I32.Store);
            code.Const(To);
            code.Const(long.MinValue + 5);
            code.Access(I64.Store, 4);
            code.Const(To);
            code.Const(-1.25f);
            code.Access(F32.Store, 12);
            code.Const(To);
            code.Const(Math.E);
            code.Access(F64.Store, 16);
            code.Const(To);
            code.Const(1, 2, 3, 4);
            code.Access(V128.Store, 24);
        });
        byte[] expected =
        [
            .. BitConverter.GetBytes(int.MinValue),
            .. BitConverter.GetBytes(long.MinValue + 5),
            .. BitConverter.GetBytes(-1.25f),
            .. BitConverter.GetBytes(Math.E),
            .. new float[] { 1, 2, 3, 4 }.SelectMany(BitConverter.GetBytes),
        ];
        Assert.Equal(expected, actual[..40]);
    }

    private static byte[] Run(Action<Code> write)
    {
        Module module = Machine.WithMemory();
        Function run = module.AddFunction("run", []);
        module.Export(run);
        module.AddData(0, _bytes);
        write(run.Code);
        using Machine machine = new(module);
        Assert.True(machine.TryRun("run"));
        return machine.Memory[To..256].ToArray();
    }

    private static byte[] Extend(string name, byte[] read, int room)
    {
        if (name.EndsWith("splat", StringComparison.Ordinal))
        {
            return [.. Enumerable.Repeat(read, 16 / read.Length).SelectMany(part => part)];
        }

        bool isSigned = name.EndsWith("_s", StringComparison.Ordinal);
        return name.Contains("32x2", StringComparison.Ordinal)
            ? [.. Widen(read[..4], isSigned, 8), .. Widen(read[4..], isSigned, 8)]
            : Widen(read, isSigned, room);
    }

    private static byte[] Widen(byte[] read, bool isSigned, int room) =>
        [.. read, .. Enumerable.Repeat((byte)(isSigned && read[^1] >= 0x80 ? 0xFF : 0), room - read.Length)];

    private static Instruction Find(string name) =>
        InstructionTable.All.Values.Single(instruction => instruction.Name.Equals(name, StringComparison.Ordinal));

    private static TheoryData<string> Names(Immediate immediate, Func<Instruction, bool> chosen) =>
        [.. InstructionTable.All.Values.Where(i => i.Immediate == immediate && chosen(i)).Select(i => i.Name)];
}
