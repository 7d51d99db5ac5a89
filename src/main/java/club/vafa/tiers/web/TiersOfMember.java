package club.vafa.tiers.web;

import java.util.List;

/** Where a member stands, as a part of the member's page. */
public record TiersOfMember(List<Standing> standings) {
  public TiersOfMember {
    standings = List.copyOf(standings);
  }

  /**
   * In one set of tiers.
   *
   * @param set its name
   * @param tier its name; empty in none
   * @param next what leads to the next tier, and {@code keep} what keeps this one, as sentences
   */
  public record Standing(String set, String tier, String next, String keep) {}
}
