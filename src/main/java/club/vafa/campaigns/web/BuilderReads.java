package club.vafa.campaigns.web;

import java.util.List;

/**
 * How a campaign reads now.
 *
 * @param sentence empty as long as there is none
 * @param left how many parts it leaves out because they are not filled in
 * @param others what is wrong and belongs to no field
 * @param whole the definition as JSON, for what is tried with it
 */
public record BuilderReads(
    String sentence, int left, List<String> others, String whole, boolean ready) {
  public BuilderReads {
    others = List.copyOf(others);
  }
}
