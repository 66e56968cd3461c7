using System.Diagnostics;
using System.Text.RegularExpressions;
using PhantomNet.Wasm.Instructions;
using PhantomNet.Wasm.Listing;

namespace PhantomNet.Wasm.Tests.Listing;

/// <summary>
/// A second opinion, by the WebAssembly Binary Toolkit. It runs where Node and npm's package wabt are:
/// <c>PHANTOMNET_WABT</c> names the folder that holds <c>node_modules/wabt</c>.
/// </summary>
public sealed partial class WabtTests
{
    private const string Script = """
        const chunks = [];
        process.stdin.on("data", (chunk) => chunks.push(chunk)).on("end", async () => {
          const wabt = await require(process.argv[1] + "/node_modules/wabt")();
          const module = wabt.readWasm(Uint8Array.from(Buffer.from(`${Buffer.concat(chunks)}`, "base64")), { readDebugNames: true });
          module.validate();
          console.log(module.toText({ foldExprs: false, inlineExport: false }));
        });
        """;

    [Fact]
    public async Task Another_reader_of_modules_sees_the_same_instructions()
    {
        Module[] modules = [ModuleListingTests.Example(), EveryInstruction()];
        foreach (Module module in modules)
        {
            string theirs = await ReadAsync(module.ToBytes());
            Assert.Equal(Instructions(ModuleListing.Of(module)), Instructions(theirs));
        }
    }

    // Behind unreachable and with results dropped, anything that takes and leaves values is valid.
    private static Module EveryInstruction()
    {
        Module module = new() { Memory = new MemoryLimits(1) };
        Code code = module.AddFunction("all", []).Code;
        foreach (Instruction instruction in InstructionTable.All.Values.Where(entry => entry.Signature is not null))
        {
            code.Emit(Opcode.Unreachable);
            Write(code, instruction);
            code.Emit(Opcode.Unreachable);
        }

        return module;
    }

    private static void Write(Code code, Instruction instruction)
    {
        int immediates = instruction.Immediate switch
        {
            Immediate.None => 0,
            Immediate.Memory or Immediate.TwoMemoryIndices => 2,
            Immediate.MemoryLane => 3,
            Immediate.F32 => 4,
            Immediate.F64 => 8,
            Immediate.V128 or Immediate.Shuffle => 16,
            _ => 1,
        };
        code.Emit(instruction.Opcode);
        code.Buffer.Bytes(new byte[immediates]);
    }

    private static async Task<string> ReadAsync(byte[] module)
    {
        string? folder = Environment.GetEnvironmentVariable("PHANTOMNET_WABT");
        Assert.SkipWhen(
            folder is null,
            "PHANTOMNET_WABT isn't set: it names a folder where “npm install wabt@1.0.39” was run."
        );
        ProcessStartInfo start = new("node", ["-e", Script, folder!])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(Convert.ToBase64String(module));
        node.StandardInput.Close();
        Task<string> errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string text = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await errors);
        return text;
    }

    private static string[] Instructions(string text) => [.. Word().Matches(text).Select(match => match.Groups["name"].Value)];

    // The first word of each line within functions; what begins with a bracket is no instruction.
    [GeneratedRegex(@"^ {4,}(?<name>[a-z][\w.]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
