using PhantomNet.Studies;

switch (args)
{
    case ["dose"]:
        await DoseStudy.RunAsync(Console.Out);
        return 0;
    case ["train"]:
        await ModelTraining.RunAsync(
            ModelRecipe.Full,
            Console.Out,
            "src/PhantomNet.Exercises.Imaging/Shared/pneumonia.network"
        );
        return 0;
    case ["train", "--short", var path]:
        await ModelTraining.RunAsync(ModelRecipe.Short, Console.Out, path);
        return 0;
    default:
        Console.WriteLine(
            $"“{string.Join(' ', args)}” is no study. Say from the repository's folder: dose; train; or train --short FILE."
        );
        return 1;
}
