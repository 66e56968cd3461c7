using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PhantomNet.Architecture.Tests.Compiled;

/// <summary>What a compiled assembly uses of others, read from its metadata without running it.</summary>
internal static class Imports
{
    /// <summary>Every member of another assembly that the code names: <c>Namespace.Type.Member</c>.</summary>
    public static IReadOnlyList<string> Members(string assemblyPath)
    {
        using FileStream file = File.OpenRead(assemblyPath);
        using PEReader image = new(file);
        MetadataReader metadata = image.GetMetadataReader();
        List<string> members = [];
        foreach (MemberReferenceHandle handle in metadata.MemberReferences)
        {
            MemberReference member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference)
            {
                TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
                string space = metadata.GetString(type.Namespace);
                members.Add($"{space}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}");
            }
        }

        return members;
    }
}
