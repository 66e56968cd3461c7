using PhantomNet.Studies;

switch (args)
{
    case ["dose"]:
        await DoseStudy.RunAsync(Console.Out);
        return 0;
    default:
        Console.WriteLine($"“{string.Join(' ', args)}” is no study. Say: dose.");
        return 1;
}
