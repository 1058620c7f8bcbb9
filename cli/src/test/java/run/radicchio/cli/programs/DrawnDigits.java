package run.radicchio.cli.programs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Digits as a hand might draw them, each otherwise: moved, turned, stretched and slanted, with a
 * thicker or thinner pen, and dirt.
 */
final class DrawnDigits {
  /** Where the pen goes from 0 to 9, between 0 and 8 to the right and 0 and 8 down; - lifts it. */
  private static final List<String> STROKES =
      List.of(
          "40 20 13 15 28 48 68 75 73 60 40",
          "22 40 48",
          "12 30 50 62 63 18 68",
          "10 60 34 54 66 58 28 17",
          "50 14 15 75 - 52 58",
          "60 20 13 43 65 66 48 28 17",
          "60 30 14 16 28 58 66 55 35 15",
          "10 60 38",
          "40 21 22 44 65 67 48 28 17 15 44 62 61 40",
          "64 34 13 12 30 50 62 64 48");

  private static final Pattern LIFTED = Pattern.compile(" - ");
  private static final Pattern PLACE = Pattern.compile("(\\d)(\\d)");

  private final int side;
  private final byte[] texels;
  private final byte[] labels;

  /**
   * Draws some, as many of each digit.
   *
   * @param side texels along each side of one
   */
  DrawnDigits(int count, int side, RandomGenerator chance) {
    this.side = side;
    texels = new byte[count * side * side];
    labels = new byte[count];
    for (int index = 0; index < count; index++) {
      labels[index] = (byte) (index % STROKES.size());
      draw(index, chance);
    }
  }

  /** What a digit is. */
  int label(int index) {
    return labels[index];
  }

  /** The ink of a digit, from 0 to 1. */
  double[] inputs(int index) {
    double[] inputs = new double[side * side];
    Arrays.setAll(inputs, texel -> (texels[index * inputs.length + texel] & 0xff) / 255.0);
    return inputs;
  }

  private void draw(int index, RandomGenerator chance) {
    double[] view = new double[6];
    Arrays.setAll(view, part -> chance.nextDouble(-0.2, 0.2));
    double pen = chance.nextDouble(0.07, 0.14);
    List<double[]> lines = lines(STROKES.get(labels[index]));
    for (int texel = 0; texel < side * side; texel++) {
      double x = 2 * (texel % side + 0.5) / side - 1;
      double y = 2 * (Math.floorDiv(texel, side) + 0.5) / side - 1;
      double seenX = 1.2 * (x + view[0] * x + view[1] * y) + view[2];
      double seenY = 1.2 * (y + view[3] * x + view[4] * y) + view[5];
      double away =
          lines.stream().mapToDouble(line -> distance(seenX, seenY, line)).min().orElseThrow();
      double ink = Math.clamp((pen - away) * side / 2 + 0.5, 0, 1);
      double dirt = chance.nextDouble(-0.1, 0.1);
      texels[index * side * side + texel] = (byte) Math.round(255 * Math.clamp(ink + dirt, 0, 1));
    }
  }

  private static List<double[]> lines(String strokes) {
    List<double[]> lines = new ArrayList<>();
    LIFTED
        .splitAsStream(strokes)
        .forEach(
            stroke -> {
              List<MatchResult> places = PLACE.matcher(stroke).results().toList();
              for (int i = 1; i < places.size(); i++) {
                MatchResult from = places.get(i - 1);
                MatchResult to = places.get(i);
                lines.add(new double[] {part(from, 1), part(from, 2), part(to, 1), part(to, 2)});
              }
            });
    return lines;
  }

  private static double part(MatchResult place, int axis) {
    return (Integer.parseInt(place.group(axis)) - 4) / 4.5;
  }

  private static double distance(double x, double y, double[] line) {
    double wayX = line[2] - line[0];
    double wayY = line[3] - line[1];
    double along = ((x - line[0]) * wayX + (y - line[1]) * wayY) / (wayX * wayX + wayY * wayY);
    double part = Math.clamp(along, 0, 1);
    return Math.hypot(x - line[0] - part * wayX, y - line[1] - part * wayY);
  }

  /** Writes both files of them, named as those of MNIST. */
  void write(Path folder, String name) throws IOException {
    ByteBuffer images = ByteBuffer.allocate(16 + texels.length);
    images.putInt(0x803).putInt(labels.length).putInt(side).putInt(side).put(texels);
    Files.write(folder.resolve(name + "-images-idx3-ubyte"), images.array());
    ByteBuffer names = ByteBuffer.allocate(8 + labels.length);
    names.putInt(0x801).putInt(labels.length).put(labels);
    Files.write(folder.resolve(name + "-labels-idx1-ubyte"), names.array());
  }
}
