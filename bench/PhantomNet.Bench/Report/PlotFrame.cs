using System.Globalization;
using System.Text;
using PhantomNet.Bench.Cases;
using static System.FormattableString;

namespace PhantomNet.Bench.Report;

/// <summary>One panel of a plot: its frame, and what is drawn in it.</summary>
internal sealed record PlotFrame(double Left, double Top, double Width, double Height)
{
    private double Bottom => Top + Height;

    private double Right => Left + Width;

    public void Draw(StringBuilder svg, string up, string across)
    {
        svg.AppendLine(
            CultureInfo.InvariantCulture,
            $"""
              <text x="{Left}" y="{Top - 16}" font-weight="600">{up}</text>
              <text x="{Left + (Width / 2)}" y="{Bottom + 44}" text-anchor="middle">{across}</text>
              <rect x="{Left}" y="{Top}" width="{Width}" height="{Height}" fill="none" stroke="#9198a1"/>
            """
        );
    }

    public void TickAcross(StringBuilder svg, double x, string label) =>
        svg.AppendLine(
            CultureInfo.InvariantCulture,
            $"""
              <path d="M{x:0.0} {Top}V{Bottom}" stroke="#d1d9e0"/>
              <text x="{x:0.0}" y="{Bottom + 20}" text-anchor="middle">{label}</text>
            """
        );

    public void TickUp(StringBuilder svg, double y, string label) =>
        svg.AppendLine(
            CultureInfo.InvariantCulture,
            $"""
              <path d="M{Left} {y:0.0}H{Right}" stroke="#d1d9e0"/>
              <text x="{Left - 8}" y="{y + 4:0.0}" text-anchor="end">{label}</text>
            """
        );

    /// <summary>Cut off at the frame.</summary>
    public void Line(StringBuilder svg, double x1, double y1, double x2, double y2)
    {
        if (y2 < Top)
        {
            (x2, y2) = (x1 + ((x2 - x1) * (Top - y1) / (y2 - y1)), Top);
        }

        if (y1 > Bottom)
        {
            (x1, y1) = (x1 + ((x2 - x1) * (Bottom - y1) / (y2 - y1)), Bottom);
        }

        svg.AppendLine(
            CultureInfo.InvariantCulture,
            $"""  <path d="M{x1:0.0} {y1:0.0}L{x2:0.0} {y2:0.0}" stroke="#59636e" stroke-dasharray="5 4"/>"""
        );
    }

    /// <summary>A shape and a colour for each series.</summary>
    public static void Mark(StringBuilder svg, string series, double x, double y) =>
        svg.AppendLine(
            series switch
            {
                nameof(Series.ImageSize) => Invariant($"""  <circle cx="{x:0.0}" cy="{y:0.0}" r="5" fill="#0072b2"/>"""),
                nameof(Series.Filters) => Invariant($"""  <path d="M{x:0.0} {y - 6:0.0}l6 11h-12z" fill="#d55e00"/>"""),
                _ => Invariant($"""  <rect x="{x - 4.5:0.0}" y="{y - 4.5:0.0}" width="9" height="9" fill="#007a5e"/>"""),
            }
        );

    /// <summary>In the upper left, where no series goes.</summary>
    public void Legend(StringBuilder svg, IEnumerable<string> series)
    {
        double x = Left + 18;
        double y = Top + 24;
        foreach (string one in series)
        {
            Mark(svg, one, x, y - 4);
            Words(
                one switch
                {
                    nameof(Series.ImageSize) => "images 28 × 28 to 224 × 224",
                    nameof(Series.Filters) => "8 to 64 filters",
                    _ => "minibatches of 4 to 256",
                }
            );
        }

        svg.AppendLine(Invariant($"""  <path d="M{x - 8} {y - 4}h16" stroke="#59636e" stroke-dasharray="5 4"/>"""));
        Words("in proportion");

        void Words(string words)
        {
            svg.AppendLine(Invariant($"""  <text x="{x + 14}" y="{y}">{words}</text>"""));
            y += 20;
        }
    }
}
