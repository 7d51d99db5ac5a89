package club.vafa.memberships;

import club.vafa.clubs.Club;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Refusal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says.
 *
 * @param fee of one period, minor units of the club's currency
 * @param trialDays free days before the first fee, once for each member
 * @param renewal whether the fee of the next period is asked for by itself
 * @param graceDays how long benefits go on while the fee of a new period is unpaid
 * @param tries how many failed payments end it before the grace does
 * @param pauseDays how many days of one period it may rest; none when it may not
 * @param cancelling whether it can be cancelled in the middle of a period
 */
public record PlanTerms(
    Map<Language, String> names,
    Map<Language, String> descriptions,
    long fee,
    Period period,
    int trialDays,
    Renewal renewal,
    int graceDays,
    int tries,
    int pauseDays,
    Cancelling cancelling,
    Sharing sharing,
    List<Entitlement> entitlements) {
  private static final String CODE = "[a-z][a-z0-9_-]{0,39}";
  private static final long MOST_FEE = 1_000_000_000_000_000L;
  private static final int LONGEST = 366;
  private static final int MOST_SHARING = 10;
  private static final int MOST_USES = 1_000_000;

  public PlanTerms {
    names = Map.copyOf(names);
    descriptions = Map.copyOf(descriptions);
    entitlements = List.copyOf(entitlements);
  }

  /** How long a fee lasts. */
  public record Period(int count, Each each) {
    /**
     * The day so many periods after another, in the club's calendar. A day that the month lacks
     * becomes its last: one month after 31 January is the end of February, two months 31 March.
     */
    LocalDate after(Club club, LocalDate anchor, int steps) {
      int many = Math.multiplyExact(count, steps);
      return switch (each) {
        case DAY -> anchor.plusDays(many);
        case MONTH -> club.calendar().plusMonths(anchor, many);
        case YEAR -> club.calendar().plusMonths(anchor, Math.multiplyExact(12, many));
      };
    }

    int most() {
      return switch (each) {
        case DAY -> 3660;
        case MONTH -> 120;
        case YEAR -> 10;
      };
    }
  }

  /** What periods are counted in. */
  public enum Each {
    DAY,
    MONTH,
    YEAR
  }

  /** How a membership goes on after a period. */
  public enum Renewal {
    /** The next fee is due by itself, and benefits go on through the grace. */
    AUTOMATIC,
    /** It ends, unless the next fee was recorded before. */
    BY_HAND
  }

  /** When a membership can be cancelled. */
  public enum Cancelling {
    PERIOD_END,
    /** At once too; the days left are given back, rounded down to the minor unit. */
    PRO_RATA
  }

  /** Who of the household of whoever pays has it too, besides the payer. */
  public record Sharing(int adults, int children) {
    boolean any() {
      return adults + children > 0;
    }
  }

  /** Something the plan entitles to, as often as its limit says. */
  public record Entitlement(String code, Map<Language, String> names, @Nullable Limit limit) {
    public Entitlement {
      names = Map.copyOf(names);
    }
  }

  /** So many uses in each stretch of time. */
  public record Limit(int uses, Window each) {
    /** The first day of the stretch that a day belongs to. */
    LocalDate since(Club club, LocalDate day, LocalDate begins) {
      return switch (each) {
        case DAY -> day;
        case MONTH -> club.calendar().firstDayOfMonth(day);
        case YEAR -> club.calendar().firstDayOfYear(day);
        case PERIOD -> begins;
      };
    }
  }

  /** The stretch of time that uses are counted in. */
  public enum Window {
    DAY,
    MONTH,
    YEAR,
    /** From fee to fee. */
    PERIOD
  }

  public String name(Language language, String code) {
    return names.getOrDefault(language, names.getOrDefault(Language.EN, code));
  }

  public Optional<Entitlement> entitlement(String code) {
    return entitlements.stream().filter(one -> one.code().equals(code)).findFirst();
  }

  static boolean isCode(String code) {
    return code.matches(CODE);
  }

  /** What is wrong with it. */
  List<Refusal> faults() {
    Input input = new Input();
    if (names.isEmpty()) {
      input.refuse("/names", InputCode.REQUIRED);
    }
    within(input, "/fee/amount", fee, new Bounds(0, MOST_FEE));
    within(input, "/period/count", period.count(), new Bounds(1, period.most()));
    within(input, "/trialDays", trialDays, new Bounds(0, LONGEST));
    boolean asks = renewal == Renewal.AUTOMATIC && fee > 0;
    within(input, "/graceDays", graceDays, new Bounds(0, LONGEST));
    within(input, "/tries", tries, new Bounds(asks ? 1 : 0, 100));
    within(input, "/pauseDays", pauseDays, new Bounds(0, LONGEST));
    within(input, "/sharing/adults", sharing.adults(), new Bounds(0, MOST_SHARING));
    within(input, "/sharing/children", sharing.children(), new Bounds(0, MOST_SHARING));
    if (asks && graceDays == 0) {
      input.refuse("/graceDays", MembershipCode.PLAN_GRACE);
    }
    Set<String> codes = new HashSet<>();
    for (int at = 0; at < entitlements.size(); at++) {
      entitlement(input, "/entitlements/" + at, entitlements.get(at), codes);
    }
    return input.refusals();
  }

  private static void entitlement(Input input, String pointer, Entitlement one, Set<String> codes) {
    if (!isCode(one.code())) {
      input.refuse(pointer + "/code", MembershipCode.PLAN_CODE_FORM);
    } else if (!codes.add(one.code())) {
      input.refuse(
          pointer + "/code", MembershipCode.ENTITLEMENT_TWICE, Map.of("value", one.code()));
    }
    Limit limit = one.limit();
    if (limit != null) {
      within(input, pointer + "/limit/uses", limit.uses(), new Bounds(1, MOST_USES));
    }
  }

  private record Bounds(long least, long most) {}

  private static void within(Input input, String pointer, long number, Bounds bounds) {
    if (number < bounds.least() || number > bounds.most()) {
      input.refuse(
          pointer,
          MembershipCode.PLAN_NUMBER,
          Map.of("least", bounds.least(), "most", bounds.most()));
    }
  }
}
