package club.vafa.rewards;

import club.vafa.clubs.Club;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.rewards.StampCards.Wish;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of stamp card as its owner writes it.
 *
 * @param unit of kind stamps whose stamps fill it
 * @param holes it takes
 * @param reward code of the reward that a full card gives
 * @param carries whether stamps beyond the last hole begin the next card; they do when missing
 * @param days a started card lives; as long as its stamps when missing
 */
public record StampCardForm(
    @Nullable String code,
    @Nullable String unit,
    @Nullable Long holes,
    @Nullable Map<String, @Nullable String> names,
    @Nullable String reward,
    @Nullable Boolean carries,
    @Nullable Integer days) {
  private static final long MOST_HOLES = 1_000;
  private static final int MOST_DAYS = 3_650;
  private static final int LONGEST_CODE = 40;

  public static StampCardForm of(Wish wish) {
    return new StampCardForm(
        wish.code(),
        wish.unit(),
        wish.holes(),
        RewardWriter.texts(wish.names()),
        wish.reward(),
        wish.carries() ? null : false,
        wish.days());
  }

  /** The card, or everything that is wrong with the way it is written. */
  public Outcome<Wish> read(Club club, String actor) {
    Input input = new Input();
    Fields fields = new Fields(club, input);
    String read = fields.code("/code", code);
    long count = fields.count("/holes", holes, MOST_HOLES);
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      input.refuse("/days", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_DAYS));
    }
    String stamps = input.text("/unit", unit, LONGEST_CODE);
    String gives = input.text("/reward", reward, LONGEST_CODE);
    Map<Language, String> called = fields.names(names);
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(
            new Wish(
                read, stamps, count, called, gives, !Boolean.FALSE.equals(carries), days, actor));
  }
}
