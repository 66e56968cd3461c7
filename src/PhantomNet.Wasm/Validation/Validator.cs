namespace PhantomNet.Wasm.Validation;

/// <summary>Checks a module in C#, before a browser or any other engine sees it.</summary>
public static class Validator
{
    /// <summary>Checks everything that the specification asks of a module, as far as this library can write it.</summary>
    /// <exception cref="InvalidModuleException">Something is wrong; the message says what and where.</exception>
    public static void Validate(Module module)
    {
        CheckMemory(module);
        foreach (Function function in module.Functions)
        {
            new FunctionValidator(module, function).Run();
        }

        CheckExports(module);
        if (module.Start is { } start && module.TypeOf(start) is not { Parameters.Count: 0, Results.Count: 0 })
        {
            throw new InvalidModuleException(
                $"Function {start} is to run at the start; there must be one that takes and gives nothing."
            );
        }
    }

    private static void CheckMemory(Module module)
    {
        if (module.Memory is { } memory)
        {
            int most = memory.Maximum ?? memory.Minimum;
            if (memory.Minimum < 0 || memory.Minimum > most || most > MemoryLimits.MostPages)
            {
                throw new InvalidModuleException(
                    $"The memory has {memory.Minimum} to {most} pages; that must be an ascending range up to {MemoryLimits.MostPages}."
                );
            }
        }

        long bytes = (long)(module.Memory?.Minimum ?? 0) * MemoryLimits.PageBytes;
        foreach (DataSegment segment in module.Data)
        {
            if (segment.Address < 0 || segment.Address + (long)segment.Bytes.Length > bytes)
            {
                throw new InvalidModuleException(
                    $"{segment.Bytes.Length} bytes of data are to lie at {segment.Address}; the memory has {bytes} at the start."
                );
            }
        }
    }

    private static void CheckExports(Module module)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (Export export in module.Exports)
        {
            if (!names.Add(export.Name))
            {
                throw new InvalidModuleException($"The name {export.Name} is exported twice.");
            }

            bool exists = export.Kind switch
            {
                ExportKind.Function => module.TypeOf(export.Index) is not null,
                ExportKind.Memory => module.Memory is not null && export.Index == 0,
                _ => export.Index >= 0 && export.Index < module.Globals.Count,
            };
            if (!exists)
            {
                throw new InvalidModuleException(
                    $"{export.Name} is exported as {export.Kind} {export.Index}, but there is none."
                );
            }
        }
    }
}
