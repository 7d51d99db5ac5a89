package club.vafa.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to be replayed: the live program, or the one of a file, with these changes, over this
 * part of the past.
 *
 * @param program name of a draft of the whole program to begin with, or null
 * @param file the whole program to begin with, as a program file; null for the live one
 * @param campaigns definitions that are new, or stand for those of the same code
 * @param drafts codes of campaigns whose draft, else what they last published, takes part too
 * @param without codes of campaigns that are left out
 * @param tierSets definitions of sets of tiers, each with its code, that are new or stand for those
 *     of the same code
 * @param withoutTierSets codes of sets of tiers that are left out
 * @param from first day, or null from the beginning; purchases before only make members who they
 *     are
 * @param until last day, or null until now
 * @param members ids of members; empty means everybody
 * @param keepDates whether campaigns begin and end when they say; else they run all the time
 * @param past id of the sales of a file to be lived through, or null for what was recorded
 */
public record NewReplay(
    @Nullable String program,
    @Nullable String file,
    List<JsonNode> campaigns,
    List<String> drafts,
    List<String> without,
    List<JsonNode> tierSets,
    List<String> withoutTierSets,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    List<String> members,
    boolean keepDates,
    @Nullable String past) {
  public static final int MOST_CAMPAIGNS = 500;
  public static final int MOST_TIER_SETS = 20;
  public static final int MOST_MEMBERS = 10_000;

  /** The live program over all of the past. */
  public static final NewReplay PLAIN =
      new NewReplay(null, null, null, null, null, null, null, null, null, null, false, null);

  public NewReplay(
      @Nullable String program,
      @Nullable String file,
      @Nullable List<JsonNode> campaigns,
      @Nullable List<String> drafts,
      @Nullable List<String> without,
      @Nullable List<JsonNode> tierSets,
      @Nullable List<String> withoutTierSets,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable List<String> members,
      boolean keepDates,
      @Nullable String past) {
    this.program = program;
    this.file = file;
    this.campaigns = campaigns == null ? List.of() : List.copyOf(campaigns);
    this.drafts = drafts == null ? List.of() : List.copyOf(drafts);
    this.without = without == null ? List.of() : List.copyOf(without);
    this.tierSets = tierSets == null ? List.of() : List.copyOf(tierSets);
    this.withoutTierSets = withoutTierSets == null ? List.of() : List.copyOf(withoutTierSets);
    this.from = from;
    this.until = until;
    this.members = members == null ? List.of() : List.copyOf(members);
    this.keepDates = keepDates;
    this.past = past;
  }

  /** The same with the draft of one more campaign. */
  public NewReplay with(String draft) {
    List<String> more = new ArrayList<>(drafts);
    if (!more.contains(draft)) {
      more.add(draft);
    }
    return with(file, campaigns, more);
  }

  /** The same with these definitions of campaigns. */
  public NewReplay with(List<JsonNode> definitions) {
    return with(file, definitions, drafts);
  }

  /** The same with these definitions of sets of tiers. */
  public NewReplay withTiers(List<JsonNode> definitions) {
    return new NewReplay(
        program,
        file,
        campaigns,
        drafts,
        without,
        definitions,
        withoutTierSets,
        from,
        until,
        members,
        keepDates,
        past);
  }

  /** The same over the sales of a file. */
  public NewReplay over(PastId file) {
    return new NewReplay(
        program,
        this.file,
        campaigns,
        drafts,
        without,
        tierSets,
        withoutTierSets,
        from,
        until,
        members,
        keepDates,
        file.toString());
  }

  /** The sales of a file it is about; nothing when it is about what was recorded. */
  Optional<PastId> pastId() {
    return past == null ? Optional.empty() : PastId.parse(past);
  }

  /** The same with this file as the program to begin with. */
  NewReplay of(String whole) {
    return with(whole, campaigns, drafts);
  }

  /** The same with these definitions and no drafts named. */
  NewReplay spelledOut(List<JsonNode> all) {
    return with(file, all, List.of());
  }

  private NewReplay with(@Nullable String whole, List<JsonNode> all, List<String> named) {
    return new NewReplay(
        program,
        whole,
        all,
        named,
        without,
        tierSets,
        withoutTierSets,
        from,
        until,
        members,
        keepDates,
        past);
  }
}
