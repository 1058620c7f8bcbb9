package run.radicchio.bench.programs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Files of IDX that {@code guests/network} reads, of digits that are none.
 *
 * @param side texels along a side of a digit
 */
record Digits(int side, int count) {
  private static final int HEADER = 16;

  private ByteBuffer images() {
    byte[] texels = new byte[count * side * side];
    new Random(1).nextBytes(texels);
    ByteBuffer images = ByteBuffer.allocate(HEADER + texels.length);
    return images.putInt(0x803).putInt(count).putInt(side).putInt(side).put(texels).flip();
  }

  void writeImages(Path file) throws IOException {
    Files.write(file, images().array());
  }

  void writeLabels(Path file) throws IOException {
    ByteBuffer labels = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
    Files.write(file, labels.array());
  }

  /** What a network is given: how much ink each texel has, from 0 to 1. */
  ByteBuffer inputs() {
    ByteBuffer images = images().position(HEADER);
    ByteBuffer inputs =
        ByteBuffer.allocate(images.remaining() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (images.hasRemaining()) {
      inputs.putFloat(Byte.toUnsignedInt(images.get()) / 255f);
    }
    return inputs.flip();
  }
}
