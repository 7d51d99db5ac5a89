package club.vafa.campaigns;

import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.rules.RulesCode;
import club.vafa.rules.Usage.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A coupon to define.
 *
 * @param code what the campaign's condition names, and what members hand in if it is shared
 * @param kind {@code shared} or {@code unique}
 * @param from first instant
 * @param until first instant at which it is no longer valid
 * @param others how many other coupons it may be used with on one sale; any number when missing
 * @param returns {@code give_back} or {@code keep}: what a return of the whole sale does
 */
public record CouponForm(
    @Nullable String code,
    @Nullable String kind,
    @Nullable Map<String, String> name,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable List<LimitRequest> limits,
    @Nullable Integer others,
    @Nullable String returns) {
  private static final int LONGEST_CODE = 40;
  private static final int LONGEST_NAME = 120;
  private static final int MOST_LIMITS = 10;
  private static final int MOST_OTHERS = 100;

  /** How often it may be used: per {@code member} or {@code all}, in a period. */
  public record LimitRequest(@Nullable String per, @Nullable String period, @Nullable Long uses) {}

  public static CouponForm of(Coupon coupon) {
    return new CouponForm(
        coupon.code(),
        coupon.kind() == Coupon.Kind.SHARED ? null : lower(coupon.kind()),
        Language.byCode(coupon.names()),
        coupon.from(),
        coupon.until(),
        coupon.limits().stream()
            .map(limit ->
                new LimitRequest(
                    limit.personal() ? "member" : null,
                    limit.period() == Period.EVER ? null : lower(limit.period()),
                    limit.uses()))
            .toList(),
        coupon.others(),
        coupon.givenBack() ? null : "keep");
  }

  /** Another one with what is so by itself left out. */
  public static CouponForm of(NewCoupon coupon) {
    return of(coupon.as(new CouponId(new UUID(0, 0)), Instant.EPOCH));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The coupon, or what is wrong with it. */
  public Outcome<NewCoupon> read(String actor) {
    Input input = new Input();
    String read = input.text("/code", code, LONGEST_CODE);
    String kinds = choice(input, "/kind", kind, List.of("shared", "unique"));
    String back = choice(input, "/returns", returns, List.of("give_back", "keep"));
    if (from != null && until != null && !from.isBefore(until)) {
      input.refuse("/until", RulesCode.ENDS_BEFORE_IT_BEGINS);
    }
    if (others != null && (others < 0 || others > MOST_OTHERS)) {
      input.refuse(
          "/others",
          RulesCode.OUT_OF_RANGE,
          Map.of("min", "0", "max", String.valueOf(MOST_OTHERS)));
    }
    NewCoupon coupon =
        new NewCoupon(
            read,
            Coupon.Kind.valueOf(kinds.toUpperCase(Locale.ROOT)),
            names(input),
            from,
            until,
            limits(input),
            others,
            back.equals("give_back"),
            actor);
    return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(coupon);
  }

  /** One of these texts; the first when there is none. */
  public static String choice(
      Input input, String pointer, @Nullable String value, List<String> all) {
    if (value == null || all.contains(value)) {
      return value == null ? all.getFirst() : value;
    }
    input.refuse(
        pointer,
        InputCode.UNKNOWN_VALUE,
        Map.of("value", Input.shortened(value), "allowed", String.join(", ", all)));
    return all.getFirst();
  }

  private Map<Language, String> names(Input input) {
    Map<Language, String> names = new EnumMap<>(Language.class);
    if (name != null) {
      name.forEach((language, text) -> {
        Optional<Language> known =
            Arrays.stream(Language.values()).filter(one -> one.code().equals(language)).findFirst();
        if (known.isEmpty()) {
          input.refuse(
              "/name",
              InputCode.UNKNOWN_VALUE,
              Map.of("value", Input.shortened(language), "allowed", "en, fa, ar"));
        } else {
          names.put(known.get(), input.text("/name/" + language, text, LONGEST_NAME));
        }
      });
    }
    return names;
  }

  private List<Coupon.Limit> limits(Input input) {
    List<Coupon.Limit> read = new ArrayList<>();
    List<LimitRequest> wanted = limits == null ? List.of() : limits;
    if (wanted.size() > MOST_LIMITS) {
      input.refuse("/limits", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_LIMITS));
      return read;
    }
    List<String> periods = List.of("ever", "day", "week", "month", "year");
    for (int at = 0; at < wanted.size(); at++) {
      String pointer = "/limits/" + at;
      LimitRequest limit = wanted.get(at);
      if (limit == null) {
        input.refuse(pointer, InputCode.REQUIRED);
        continue;
      }
      String per = choice(input, pointer + "/per", limit.per(), List.of("all", "member"));
      String period = choice(input, pointer + "/period", limit.period(), periods);
      Long uses = input.required(pointer + "/uses", limit.uses());
      if (uses != null && uses < 0) {
        input.refuse(pointer + "/uses", InputCode.MUST_NOT_BE_NEGATIVE);
      }
      Coupon.Limit one =
          new Coupon.Limit(
              per.equals("member"),
              Period.valueOf(period.toUpperCase(Locale.ROOT)),
              uses == null ? 0 : uses);
      if (read.stream()
          .anyMatch(b -> b.personal() == one.personal() && b.period() == one.period())) {
        input.refuse(pointer, RulesCode.DUPLICATE);
      }
      read.add(one);
    }
    return read;
  }
}
