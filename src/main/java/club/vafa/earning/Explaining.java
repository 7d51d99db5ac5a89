package club.vafa.earning;

import club.vafa.activity.Activity;
import club.vafa.activity.Event;
import club.vafa.activity.EventType;
import club.vafa.activity.EventType.Attribute;
import club.vafa.activity.Purchase;
import club.vafa.activity.PurchaseLine;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.kernel.Rate;
import club.vafa.kernel.TypeId;
import club.vafa.rules.Decision.NotApplied;
import club.vafa.rules.Explanation;
import club.vafa.rules.Facts;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Usage;
import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Used;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Repeats a recorded decision, by the program and the facts it was made with, to explain it. */
@Component
class Explaining {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Campaigns campaigns;
  private final Activity activity;

  Explaining(Campaigns campaigns, Activity activity) {
    this.campaigns = campaigns;
    this.activity = activity;
  }

  Explanation explain(Club club, Purchase purchase) {
    List<Long> all = purchase.lines().stream().map(PurchaseLine::quantity).toList();
    Facts facts = facts(club, purchase, Detail.of(purchase.detail()), all);
    return campaigns.program(club, purchase.program(), purchase.occurredAt()).explain(facts);
  }

  /** What nearly applied, found by deciding again: the answer to a repetition is the first one. */
  List<NotApplied> missed(Club club, Purchase purchase) {
    if (purchase.member() == null) {
      return List.of();
    }
    List<Long> all = purchase.lines().stream().map(PurchaseLine::quantity).toList();
    Detail detail = Detail.of(purchase.detail());
    Facts facts = facts(club, purchase, detail, all);
    return CouponDesk.told(
        campaigns
            .program(club, purchase.program(), purchase.occurredAt())
            .decide(facts)
            .notApplied(),
        detail.codes(),
        detail.refused());
  }

  /** A purchase as it is recorded, with all that was answered when it was. */
  Recorded<Purchase> again(Club club, Purchase purchase) {
    return new Recorded<>(purchase, Detail.of(purchase.detail()), missed(club, purchase), true);
  }

  /** An event as it is recorded, with all that was answered when it was. */
  Recorded<Event> again(Club club, Event event) {
    Detail detail = Detail.of(event.detail());
    TriggerKind trigger = Occasions.trigger(event);
    if (Occasions.tookBack(event)) {
      return new Recorded<>(event, detail, List.of(), true);
    }
    var what =
        new EventDecider.Happened(
            trigger,
            event.type(),
            event.occurredAt(),
            trigger == TriggerKind.EVENT ? attributes(club, event) : Map.of(),
            trigger == TriggerKind.REFERRAL ? friends(club, event) : null);
    List<NotApplied> missed =
        campaigns
            .program(club, event.program(), event.occurredAt())
            .decide(EventDecider.facts(club, what, detail.person(), before(detail)))
            .notApplied();
    return new Recorded<>(event, detail, missed, true);
  }

  /** The goods of the friend's purchase that set a referral off. */
  private @Nullable Sale friends(Club club, Event event) {
    return TypeId.parse(
            Purchase.PREFIX, JSON.readTree(event.attributes()).path("purchase").asString())
        .flatMap(id -> activity.purchase(club.id(), id))
        .map(purchase -> {
          List<Long> all = purchase.lines().stream().map(PurchaseLine::quantity).toList();
          return facts(club, purchase, Detail.of(purchase.detail()), all).sale();
        })
        .orElse(null);
  }

  /** The attributes as the rules saw them: JSON has no dates, so the event's type tells which. */
  private Map<String, Object> attributes(Club club, Event event) {
    JsonNode kept = JSON.readTree(event.attributes());
    Map<String, Attribute> types =
        kept.isEmpty()
            ? Map.of()
            : activity.eventTypes(club.id()).stream()
                .filter(type -> type.code().equals(event.type()))
                .findFirst()
                .map(EventType::attributes)
                .orElse(Map.of());
    return attributes(kept, types);
  }

  /** Attributes as they are kept, by the types their event gives them. */
  static Map<String, Object> attributes(JsonNode kept, Map<String, Attribute> types) {
    Map<String, Object> values = new HashMap<>();
    kept.properties()
        .forEach(field ->
            values.put(field.getKey(), value(types.get(field.getKey()), field.getValue())));
    return values;
  }

  private static Object value(@Nullable Attribute type, JsonNode kept) {
    if (kept.isNumber()) {
      return kept.decimalValue();
    }
    if (kept.isBoolean()) {
      return kept.asBoolean();
    }
    String text = kept.asString();
    if (type == null || type.type() != EventType.Type.DATE) {
      return text;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException wasTextThen) {
      return text;
    }
  }

  static Usage before(Detail detail) {
    Map<Counter, Used> before = new HashMap<>();
    detail.counted().forEach(counted -> before.put(counted.counter(), counted.before()));
    return counter -> before.getOrDefault(counter, Used.NOTHING);
  }

  /** The part of what wallets and cards paid that did not earn. */
  private static long notEarning(Club club, Purchase purchase, Detail detail, long paid) {
    Long all = detail.notEarning();
    if (all == null) {
      return club.walletPaidEarns() ? 0 : paid;
    }
    return purchase.paidByWallets() == 0
        ? 0
        : Rate.divide(paid, all, purchase.paidByWallets(), RoundingMode.HALF_EVEN);
  }

  /** The facts of a recorded purchase with so much of each line, in thousandths. */
  static Facts facts(Club club, Purchase purchase, Detail detail, List<Long> quantities) {
    Sale goods =
        Basket.left(
            purchase.lines(),
            quantities,
            PurchaseDecider.text(purchase.branch()),
            PurchaseDecider.text(purchase.terminal()),
            detail);
    Sale sale =
        new Sale(
            goods.branch(),
            goods.terminal(),
            goods.cardType(),
            goods.lines(),
            goods.coupons(),
            notEarning(club, purchase, detail, goods.paidByWallets()));
    return new Facts(
        TriggerKind.PURCHASE,
        "",
        purchase.occurredAt(),
        club.zone(),
        club.calendar(),
        sale,
        Map.of(),
        detail.person(),
        before(detail));
  }
}
