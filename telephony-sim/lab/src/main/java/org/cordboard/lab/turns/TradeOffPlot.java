package org.cordboard.lab.turns;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A picture (SVG) of what a threshold buys: callers cut off, against the median time that the
 * others wait. Pure.
 */
final class TradeOffPlot {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 420;
  private static final int LEFT = 64;
  private static final int RIGHT = 20;
  private static final int TOP = 52;
  private static final int BOTTOM = 56;
  private static final long MOST_MS = 1_000;
  private static final double MOST_SHARE = 0.8;
  private static final int STEP_MS = 100;
  private static final double STEP_SHARE = 0.1;
  private static final List<String> COLOURS = List.of("#b4552d", "#1f5fa8", "#2e8b57");

  private TradeOffPlot() {}

  /** One threshold: what it costs and what it spares. */
  record Point(long medianMs, double cutShare) {}

  /** A way of deciding, from its shortest threshold to its longest. */
  record Curve(String name, List<Point> points) {}

  /**
   * The picture.
   *
   * @param caption what was measured
   * @param goal marked; at most so many are to be cut off at such a delay
   */
  static String svg(String caption, List<Curve> curves, Point goal) {
    StringBuilder svg = new StringBuilder();
    line(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
            + " font-family=\"system-ui, sans-serif\" font-size=\"13\">",
        WIDTH,
        HEIGHT,
        WIDTH,
        HEIGHT);
    line(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
    line(
        svg,
        "<text x=\"%d\" y=\"26\" font-size=\"15\" fill=\"#222\">%s</text>",
        LEFT,
        escaped(caption));
    grid(svg);
    line(
        svg,
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#888888\""
            + " fill-opacity=\"0.25\"/><text x=\"%.1f\" y=\"%.1f\" fill=\"#555\">goal</text>",
        x(0),
        y(goal.cutShare()),
        x(goal.medianMs()) - x(0),
        y(0) - y(goal.cutShare()),
        x(0) + 6,
        y(goal.cutShare()) - 6);
    for (int i = 0; i < curves.size(); i++) {
      curve(svg, curves.get(i), COLOURS.get(i % COLOURS.size()));
      legend(svg, i, curves.get(i).name(), COLOURS.get(i % COLOURS.size()));
    }
    return svg.append("</svg>\n").toString();
  }

  private static void grid(StringBuilder svg) {
    for (int ms = 0; ms <= MOST_MS; ms += STEP_MS) {
      line(
          svg,
          "<path d=\"M%.1f %.1fV%.1f\" stroke=\"#e3e3e3\"/><text x=\"%.1f\" y=\"%.1f\""
              + " text-anchor=\"middle\" fill=\"#555\">%d</text>",
          x(ms),
          y(0),
          y(MOST_SHARE),
          x(ms),
          y(0) + 20,
          ms);
    }
    for (int step = 0; step * STEP_SHARE <= MOST_SHARE + 1e-9; step++) {
      double share = step * STEP_SHARE;
      line(
          svg,
          "<path d=\"M%.1f %.1fH%.1f\" stroke=\"#e3e3e3\"/><text x=\"%.1f\" y=\"%.1f\""
              + " text-anchor=\"end\" fill=\"#555\">%.0f %%</text>",
          x(0),
          y(share),
          x(MOST_MS),
          x(0) - 8,
          y(share) + 4,
          100 * share);
    }
    line(
        svg,
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#222\">median wait after the last"
            + " word (ms)</text>",
        (x(0) + x(MOST_MS)) / 2,
        HEIGHT - 12);
    line(
        svg,
        "<text transform=\"translate(16 %.1f) rotate(-90)\" text-anchor=\"middle\" fill=\"#222\">"
            + "turns cut off</text>",
        (y(0) + y(MOST_SHARE)) / 2);
  }

  private static void curve(StringBuilder svg, Curve curve, String colour) {
    List<Point> seen = curve.points().stream().filter(TradeOffPlot::fits).toList();
    line(
        svg,
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>",
        colour,
        seen.stream()
            .map(at -> number(x(at.medianMs())) + "," + number(y(at.cutShare())))
            .collect(Collectors.joining(" ")));
    for (Point at : seen) {
      line(
          svg,
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" fill=\"%s\"><title>%d ms, %.1f %%</title></circle>",
          x(at.medianMs()),
          y(at.cutShare()),
          colour,
          at.medianMs(),
          100 * at.cutShare());
    }
  }

  private static void legend(StringBuilder svg, int place, String name, String colour) {
    int left = WIDTH - RIGHT - 250;
    int top = TOP + 14 + 22 * place;
    line(
        svg,
        "<path d=\"M%d %dh24\" stroke=\"%s\" stroke-width=\"3\"/><text x=\"%d\" y=\"%d\""
            + " fill=\"#222\">%s</text>",
        left,
        top,
        colour,
        left + 32,
        top + 4,
        escaped(name));
  }

  private static boolean fits(Point at) {
    return at.medianMs() >= 0 && at.medianMs() <= MOST_MS && at.cutShare() <= MOST_SHARE;
  }

  private static double x(double ms) {
    return LEFT + ms / MOST_MS * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double share) {
    return TOP + (1 - share / MOST_SHARE) * (HEIGHT - TOP - BOTTOM);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void line(StringBuilder svg, String form, Object... values) {
    svg.append(String.format(Locale.ROOT, form, values)).append('\n');
  }
}
