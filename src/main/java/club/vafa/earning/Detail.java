package club.vafa.earning;

import club.vafa.cards.gifts.GiftCard;
import club.vafa.kernel.Rate;
import club.vafa.rules.Decision.Assigned;
import club.vafa.rules.Decision.NotApplied;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.Facts.Standing;
import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Used;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an activity was decided: what the rules saw of the member and the counters, what was given,
 * and what the wallets held after. With the recorded lines it is all that is needed to repeat the
 * answer, to explain it, and to undo it.
 *
 * @param notEarning what of the payments from wallets and cards did not earn; null in what was
 *     recorded before this was kept
 * @param funded money that the sale put on gift cards
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Detail(
    @Nullable Person person,
    @Nullable String cardType,
    Set<String> coupons,
    List<Paid> payments,
    @Nullable Long notEarning,
    List<Funded> funded,
    List<Counted> counted,
    List<Given> given,
    List<Held> wallets,
    List<Perk> perks,
    @Nullable Rewarded rewarded,
    List<Tiered> tiers,
    @Nullable Assigned assigned,
    List<Redeemed> redeemed,
    Map<String, String> codes,
    List<NotApplied> refused) {
  private static final JsonMapper BY_POSITION =
      JsonMapper.builder()
          .addMixIn(Standing.class, WhatThereIs.class)
          .annotationIntrospector(new ByPosition())
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();
  private static final ObjectWriter WRITER = BY_POSITION.writerFor(Detail[].class);
  private static final ObjectReader READER = BY_POSITION.readerFor(Detail[].class);
  private static final ObjectReader READER_BY_NAME =
      JsonMapper.builder().build().readerFor(Detail.class);

  public Detail(
      @Nullable Person person,
      @Nullable String cardType,
      @Nullable Set<String> coupons,
      @Nullable List<Paid> payments,
      @Nullable Long notEarning,
      @Nullable List<Funded> funded,
      @Nullable List<Counted> counted,
      @Nullable List<Given> given,
      @Nullable List<Held> wallets,
      @Nullable List<Perk> perks,
      @Nullable Rewarded rewarded,
      @Nullable List<Tiered> tiers,
      @Nullable Assigned assigned,
      @Nullable List<Redeemed> redeemed,
      @Nullable Map<String, String> codes,
      @Nullable List<NotApplied> refused) {
    this.person = person;
    this.cardType = cardType;
    this.coupons = coupons == null ? Set.of() : Set.copyOf(coupons);
    this.payments = payments == null ? List.of() : List.copyOf(payments);
    this.notEarning = notEarning;
    this.funded = funded == null ? List.of() : List.copyOf(funded);
    this.counted = counted == null ? List.of() : List.copyOf(counted);
    this.given = given == null ? List.of() : List.copyOf(given);
    this.wallets = wallets == null ? List.of() : List.copyOf(wallets);
    this.perks = perks == null ? List.of() : List.copyOf(perks);
    this.rewarded = rewarded;
    this.tiers = tiers == null ? List.of() : List.copyOf(tiers);
    this.assigned = Assigned.NOTHING.equals(assigned) ? null : assigned;
    this.redeemed = redeemed == null ? List.of() : List.copyOf(redeemed);
    this.codes = codes == null ? Map.of() : Map.copyOf(codes);
    this.refused = refused == null ? List.of() : List.copyOf(refused);
  }

  /** Of a standing only what there is: most members have nothing of most of it. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  private interface WhatThereIs {}

  /**
   * A payment.
   *
   * @param unit of the wallet it came from, or null when it was paid otherwise
   * @param units minor units taken from the wallet
   * @param money minor units of money it settled
   * @param rate minor units of money for one of the wallet
   * @param card the gift card that paid, or null
   * @param line the goods it paid by their price in units, or null; money then is what it took off
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Paid(
      String kind,
      @Nullable String unit,
      long units,
      long money,
      @Nullable Rate rate,
      @Nullable UUID card,
      @Nullable String lastFour,
      @Nullable Integer line) {
    static final String GIFT_CARD = "gift_card";
    static final String GOODS = "goods";

    static Paid other(String kind, long money) {
      return new Paid(kind, null, 0, money, null, null, null, null);
    }

    static Paid wallet(String unit, long units, long money, Rate rate) {
      return new Paid("wallet", unit, units, money, rate, null, null, null);
    }

    static Paid card(GiftCard card, long money) {
      return new Paid(GIFT_CARD, null, 0, money, null, card.id().value(), card.lastFour(), null);
    }

    static Paid goods(String unit, long units, long money, int line) {
      return new Paid(GOODS, unit, units, money, null, null, null, line);
    }

    /** Whether it came as money from value that Vafa keeps; rehearsed sales name no card. */
    boolean kept() {
      return line == null && (unit != null || kind.equals(GIFT_CARD));
    }
  }

  /**
   * Money that a line of the sale put on a gift card, minor units.
   *
   * @param earns whether the line earned and counted as goods
   */
  public record Funded(int line, UUID card, String lastFour, long amount, boolean earns) {}

  /**
   * A coupon that was redeemed.
   *
   * @param code as it is compared
   * @param name what the rules know it by
   * @param givenBack whether a return gives the use back
   * @param counters in which it counted one use
   */
  public record Redeemed(String code, String name, boolean givenBack, List<Counter> counters) {
    public Redeemed {
      counters = List.copyOf(counters);
    }
  }

  /** A counter as the rules saw it, and what this activity added to it. */
  public record Counted(Counter counter, Used before, Used added) {}

  /** What a wallet held when the activity was done, minor units. */
  public record Held(String unit, long active, long pending, long owed) {}

  /** The vouchers and stamp cards; of most activities there are none. */
  public Rewarded rewards() {
    return rewarded == null ? Rewarded.NOTHING : rewarded;
  }

  /**
   * Where the member stood in a set of tiers when the activity was done.
   *
   * @param moved whether the activity brought the member there
   * @param before where from, when it did; null for no tier
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Tiered(
      String set,
      @Nullable String tier,
      @Nullable LocalDate until,
      boolean moved,
      @Nullable String before) {}

  /** Of what was decided elsewhere only where wallets and tiers stand now. */
  static Detail shown(List<Held> wallets, List<Tiered> tiers) {
    return new Detail(
        null, null, null, null, null, null, null, null, wallets, null, null, tiers, null, null,
        null, null);
  }

  /** What vouchers and units took off a line before the rules looked, minor units. */
  long off(int line) {
    long off = rewards().off(line);
    for (Paid paid : payments) {
      off += Integer.valueOf(line).equals(paid.line()) ? paid.money() : 0;
    }
    return off;
  }

  /**
   * The parts as arrays of their components: shorter by a third, and they are written with every
   * sale. So components of the parts may only be added at the end, and none may go. What parts
   * there are is told by name, which the past is searched by.
   */
  private static final class ByPosition extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;
    private static final Set<Class<?>> BY_NAME = Set.of(Detail.class, Standing.class);

    @Override
    public JsonFormat.Value findFormat(MapperConfig<?> config, Annotated of) {
      return of instanceof AnnotatedClass type
              && type.getRawType().isRecord()
              && !BY_NAME.contains(type.getRawType())
          ? JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)
          : super.findFormat(config, of);
    }
  }

  String json() {
    return WRITER.writeValueAsString(new Detail[] {this});
  }

  /** What is kept with a recorded purchase or event; without brackets it is all by name. */
  public static Detail of(String json) {
    return json.startsWith("[")
        ? READER.<Detail[]>readValue(json)[0]
        : READER_BY_NAME.readValue(json);
  }
}
