using PhantomNet.Exercises.Imaging.Step7Kernels;
using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Tests.Step7Kernels;

public sealed class KernelsStateTests
{
    public static TheoryData<string> Addresses =>
        [
            "",
            "kernel=laplacian&border=replicate&flip=1&row=0&column=63&mas=0.0001&patient=999",
            "k=0.1,0.2,0.3,-1,5,-99,99,0,0&noise=3&surprise=1&hidden=8&start=2&rate=0.5&momentum=0",
            "border=zero&row=63&column=0&rate=0.001&momentum=0.99",
        ];

    [Theory, MemberData(nameof(Addresses))]
    public void It_comes_back_from_its_address(string query)
    {
        KernelsState state = KernelsState.Read(new(query));
        Assert.Equal(query, Written(state));
        Assert.Equal(state, KernelsState.Read(new(Written(state))));
    }

    [Theory]
    [InlineData("kernel=own")]
    [InlineData("kernel=9")]
    [InlineData("k=1,2,3&kernel=nothing")]
    [InlineData("k=1,2,3,4,5,6,7,8,NaN&border=7&flip=maybe&mas=NaN&row=x")]
    public void Nonsense_falls_back(string query) => Assert.Equal(KernelsState.Default, KernelsState.Read(new(query)));

    [Fact]
    public void Weights_that_are_a_preset_are_written_by_its_name() =>
        Assert.Equal("kernel=sobel", Written(KernelsState.Read(new("k=-1,0,1,-2,0,2,-1,0,1"))));

    [Fact]
    public void What_lies_out_of_range_is_brought_into_it()
    {
        KernelsState state = KernelsState.Read(new("k=1e9,0,0,0,0,0,0,0,-1e9&row=-5&column=900&mas=0&patient=0&momentum=2"));
        Assert.Equal((99, -99), (state.Kernel[0], state.Kernel[8]));
        Assert.Equal((0, 63, 0.0001, 1, 0.99), (state.Row, state.Column, state.MAs, state.Patient, state.Momentum));
    }

    private static string Written(KernelsState state)
    {
        QueryWriter writer = new();
        state.Write(writer);
        return Uri.UnescapeDataString(writer.ToString());
    }
}
