package club.vafa.bench;

import club.vafa.bench.Stages.Club;
import java.nio.file.Path;

/** Opens a club for business. */
final class Founding {
  private Founding() {}

  static Club open(Server server, Options options, Path data) {
    throw new IllegalStateException("no club can be founded yet");
  }
}
