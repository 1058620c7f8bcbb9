package run.radicchio.bench.programs;

import java.util.List;

/**
 * Work that is measured.
 *
 * @param small for the GPU in software
 * @param large for others
 */
record Case(String name, Work small, Work large) {
  static final List<Case> ALL =
      List.of(
          new Case("bodies", new Bodies(4096, 20), new Bodies(262_144, 50)),
          new Case("blur", new Blur(1280, 720, 3), new Blur(7680, 4320, 10)),
          new Case("learning", new Learning(64, 256, 64, 100), new Learning(784, 2048, 1024, 60)),
          new Case("points", new Points(10_000_000), new Points(400_000_000)),
          new Case("rays", new Rays(128, 900, 720), new Rays(512, 1680, 1239)),
          new Case("reaction", new Reaction(512, 512, 500), new Reaction(8192, 8192, 5000)),
          new Case("reading", new Reading(8, 512, 10_000), new Reading(28, 2048, 60_000)),
          new Case("sentences", new Sentences(24, 16, 6), new Sentences(1024, 62, 6)),
          new Case("video", new Video(640, 360, 20, 2), new Video(3840, 2160, 60, 4)));
}
