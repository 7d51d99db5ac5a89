package club.vafa.program;

import java.util.List;

/**
 * What a program would change, in sentences.
 *
 * @param changes none when it is what is live
 * @param stays what the file does not list and the club keeps all the same
 * @param outdated whether what is live has changed since the draft was made
 * @param meanwhile how it has changed
 * @param live what it was compared with, as a file
 */
public record Comparison(
    List<String> changes,
    List<String> stays,
    boolean outdated,
    List<String> meanwhile,
    String live) {
  public Comparison {
    changes = List.copyOf(changes);
    stays = List.copyOf(stays);
    meanwhile = List.copyOf(meanwhile);
  }
}
