package club.vafa.replay.web;

import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.replay.NewReplay;
import club.vafa.replay.ReplayCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to be replayed: the live program, or a whole one, with these changes.
 *
 * @param program name of a draft of the whole program to begin with; the live one when missing
 * @param file a whole program to begin with, as a program file, instead of a draft
 * @param campaigns definitions that are new, or stand for the live ones of the same code
 * @param drafts codes of campaigns whose draft takes part, else what they last published
 * @param without codes of live campaigns that are left out
 * @param tierSets definitions of sets of tiers, each with its code, that are new or stand for those
 *     of the same code
 * @param withoutTierSets codes of sets of tiers that are left out
 * @param from first day; from the beginning when missing
 * @param until last day; until now when missing
 * @param members ids of members; everybody when missing
 * @param keepDates whether campaigns begin and end when they say; when missing they always run
 * @param past id of the sales of a file to be lived through; what was recorded when missing
 */
public record ReplayRequest(
    @Nullable String program,
    @Nullable String file,
    @Nullable List<@Nullable JsonNode> campaigns,
    @Nullable List<@Nullable String> drafts,
    @Nullable List<@Nullable String> without,
    @Nullable List<@Nullable JsonNode> tierSets,
    @Nullable List<@Nullable String> withoutTierSets,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable List<@Nullable String> members,
    @Nullable Boolean keepDates,
    @Nullable String past) {

  Outcome<NewReplay> read() {
    Input input = new Input();
    if (program != null && file != null) {
      input.refuse("/file", ReplayCode.REPLAY_PROGRAM_TWICE);
    }
    NewReplay read =
        new NewReplay(
            program,
            file,
            some("/campaigns", campaigns, NewReplay.MOST_CAMPAIGNS, input),
            some("/drafts", drafts, NewReplay.MOST_CAMPAIGNS, input),
            some("/without", without, NewReplay.MOST_CAMPAIGNS, input),
            some("/tierSets", tierSets, NewReplay.MOST_TIER_SETS, input),
            some("/withoutTierSets", withoutTierSets, NewReplay.MOST_TIER_SETS, input),
            from,
            until,
            some("/members", members, NewReplay.MOST_MEMBERS, input),
            Boolean.TRUE.equals(keepDates),
            past);
    return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(read);
  }

  private static <T> List<T> some(
      String pointer, @Nullable List<@Nullable T> given, int most, Input input) {
    List<T> some = new ArrayList<>();
    if (given == null) {
      return some;
    }
    if (given.size() > most) {
      input.refuse(pointer, InputCode.TOO_MANY_ITEMS, Map.of("limit", most));
      return some;
    }
    for (int at = 0; at < given.size(); at++) {
      T one = given.get(at);
      if (one == null) {
        input.refuse(pointer + "/" + at, InputCode.REQUIRED);
      } else {
        some.add(one);
      }
    }
    return some;
  }
}
