package club.vafa.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to be replayed: the live program with these changes, over this part of the past.
 *
 * @param campaigns definitions that are new, or stand for the live ones of the same code
 * @param drafts codes of campaigns whose draft, else what they last published, takes part too
 * @param without codes of live campaigns that are left out
 * @param from first day, or null from the beginning; purchases before only make members who they
 *     are
 * @param until last day, or null until now
 * @param members ids of members; empty means everybody
 * @param keepDates whether campaigns begin and end when they say; else they run all the time
 */
public record NewReplay(
    List<JsonNode> campaigns,
    List<String> drafts,
    List<String> without,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    List<String> members,
    boolean keepDates) {
  public static final int MOST_CAMPAIGNS = 500;
  public static final int MOST_MEMBERS = 10_000;

  public NewReplay(
      @Nullable List<JsonNode> campaigns,
      @Nullable List<String> drafts,
      @Nullable List<String> without,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable List<String> members,
      boolean keepDates) {
    this.campaigns = campaigns == null ? List.of() : List.copyOf(campaigns);
    this.drafts = drafts == null ? List.of() : List.copyOf(drafts);
    this.without = without == null ? List.of() : List.copyOf(without);
    this.from = from;
    this.until = until;
    this.members = members == null ? List.of() : List.copyOf(members);
    this.keepDates = keepDates;
  }

  /** The same with the draft of one more campaign. */
  public NewReplay with(String draft) {
    List<String> more = new ArrayList<>(drafts);
    if (!more.contains(draft)) {
      more.add(draft);
    }
    return new NewReplay(campaigns, more, without, from, until, members, keepDates);
  }

  /** The same with these definitions and no drafts named. */
  NewReplay spelledOut(List<JsonNode> all) {
    return new NewReplay(all, List.of(), without, from, until, members, keepDates);
  }
}
