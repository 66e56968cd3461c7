using PhantomNet.App.Shell;
using PhantomNet.Exercises;

namespace PhantomNet.App.Tests.Shell;

public sealed class AddressTests
{
    [Fact]
    public void An_address_names_the_step_and_then_its_state()
    {
        Assert.Equal("./?step=neuron", Address.Of(Course.Steps[0]));
        Assert.Equal("./?step=neuron&w1=0.5&b=1", Address.Of(Course.Steps[0], "w1=0.5&b=1"));
    }

    [Fact]
    public void Addresses_are_relative_so_that_the_app_can_stand_below_any_path()
    {
        Uri app = new("https://example.org/courses/phantomnet/?step=neuron&b=1");
        Assert.Equal("https://example.org/courses/phantomnet/", new Uri(app, Address.Home).AbsoluteUri);
        Assert.All(
            Course.Pages,
            step =>
                Assert.Equal(
                    $"https://example.org/courses/phantomnet/?step={step.Slug}",
                    new Uri(app, Address.Of(step)).AbsoluteUri
                )
        );
    }
}
