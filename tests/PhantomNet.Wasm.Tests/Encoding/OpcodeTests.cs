using System.Reflection;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Wasm.Tests.Encoding;

public sealed class OpcodeTests
{
    [Fact]
    public void Every_name_is_the_one_of_the_specification()
    {
        Assembly assembly = typeof(Opcode).Assembly;
        IEnumerable<(Opcode Opcode, string Name)> typed =
            from type in assembly.GetTypes()
            where type.Namespace == typeof(Opcode).Namespace && type.IsAbstract && type.IsSealed
            from field in type.GetFields()
            where field.FieldType == typeof(Opcode)
            select ((Opcode)field.GetValue(null)!, type.Name + field.Name);
        IEnumerable<(Opcode Opcode, string Name)> untyped = Enum.GetValues<Opcode>().Select(opcode => (opcode, $"{opcode}"));
        (Opcode Opcode, string Name)[] all = [.. typed, .. untyped];
        Assert.Equal(InstructionTable.All.Count, all.Length);
        Assert.All(all, entry => Assert.Equal(Plain(InstructionTable.All[entry.Opcode].Name), entry.Name.ToLowerInvariant()));
    }

    private static string Plain(string name) => name.Replace(".", "").Replace("_", "");
}
