package io.amends.scorer.backtest;

import java.util.List;
import java.util.Locale;

/** A square plot with both axes from 0 to 1, as SVG that any browser and mail reader shows. */
final class Plot {

  private static final int SIDE = 400;
  private static final int MARGIN = 50;

  private final StringBuilder svg = new StringBuilder(4_096);

  /** A point, 0 to 1 each way. */
  record Point(double across, double up) {}

  Plot(String title, String across, String up) {
    int size = SIDE + 2 * MARGIN;
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n"
                + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#888\"/>%n",
            size,
            size,
            MARGIN,
            MARGIN,
            SIDE,
            SIDE));
    text(size / 2, MARGIN - 20, "middle", title);
    text(size / 2, size - 12, "middle", across);
    svg.append(
        String.format(
            Locale.ROOT,
            "<text transform=\"translate(14 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
            size / 2,
            up));
    for (int tick = 0; tick <= 5; tick++) {
      int at = tick * SIDE / 5;
      String label = String.format(Locale.ROOT, "%.1f", tick / 5.0);
      text(MARGIN + at, MARGIN + SIDE + 16, "middle", label);
      text(MARGIN - 6, MARGIN + SIDE - at + 4, "end", label);
    }
  }

  Plot line(List<Point> points, String style) {
    svg.append("<polyline fill=\"none\" ").append(style).append(" points=\"");
    for (Point point : points) {
      svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point), y(point)));
    }
    svg.append("\"/>\n");
    return this;
  }

  /** A dot whose area tells how many guests it stands for. */
  Plot dot(Point point, double share) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#1f6f8b\" fill-opacity=\"0.7\"/>%n",
            x(point),
            y(point),
            3 + 25 * Math.sqrt(share)));
    return this;
  }

  String drawn() {
    return svg + "</svg>\n";
  }

  private void text(int x, int y, String anchor, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            words));
  }

  private static double x(Point point) {
    return MARGIN + point.across() * SIDE;
  }

  private static double y(Point point) {
    return MARGIN + (1 - point.up()) * SIDE;
  }
}
