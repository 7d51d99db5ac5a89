package club.vafa.operations.imports;

import club.vafa.activity.NaturalKey;
import club.vafa.clubs.Club;
import club.vafa.earning.EarningCode;
import club.vafa.earning.MemberRef;
import club.vafa.earning.NewPurchase;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Refusal;
import club.vafa.members.NewMember;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one purchase as the API reads a purchase, with the same refusals. */
final class PurchaseForm {
  private static final int LONGEST_CODE = 100;
  private static final int LONGEST_IDENTIFIER = 254;
  private static final int MOST_COUPONS = 20;
  private static final long MOST_MONEY = 1_000_000_000_000_000L;
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final List<Field> SAME_IN_ALL_ROWS =
      List.of(
          Field.MEMBER_ID,
          Field.MEMBER,
          Field.CARD,
          Field.PHONE,
          Field.EMAIL,
          Field.BRANCH,
          Field.TERMINAL,
          Field.STAFF,
          Field.CURRENCY);
  private static final Map<Field, MemberRef.Kind> REFERENCES = references();

  private final Mapping mapping;
  private final ImportOptions options;
  private final Club club;
  private final Instant now;
  private final Dates dates;
  private final LineForm lines;

  PurchaseForm(Mapping mapping, ImportOptions options, Club club, Instant now) {
    this.mapping = mapping;
    this.options = options;
    this.club = club;
    this.now = now;
    this.dates =
        new Dates(
            options.calendar(),
            options.zone() == null ? club.zone() : options.zone(),
            options.dateFormat());
    this.lines = new LineForm(mapping, options, club);
  }

  private static Map<Field, MemberRef.Kind> references() {
    Map<Field, MemberRef.Kind> references = new LinkedHashMap<>();
    references.put(Field.MEMBER_ID, MemberRef.Kind.ID);
    references.put(Field.MEMBER, MemberRef.Kind.EXTERNAL_ID);
    references.put(Field.CARD, MemberRef.Kind.CARD);
    references.put(Field.PHONE, MemberRef.Kind.PHONE);
    references.put(Field.EMAIL, MemberRef.Kind.EMAIL);
    return references;
  }

  /** What all rows of a purchase say together. */
  private record Head(
      String id,
      Instant at,
      @Nullable MemberRef member,
      @Nullable String branch,
      @Nullable String terminal,
      @Nullable String staff) {}

  /** The rows of a purchase, sorted. */
  private record Sorted(
      List<Row> sold, List<NewPurchase.Line> goods, List<GoodsBack.Wanted> wanted) {
    boolean tooMany() {
      return goods.size() > NewPurchase.MOST_LINES || wanted.size() > NewPurchase.MOST_LINES;
    }

    boolean tooMuch() {
      long total = 0;
      for (NewPurchase.Line line : goods) {
        total += Math.min(MOST_MONEY + 1, line.amount());
      }
      return total > MOST_MONEY;
    }
  }

  Group read(List<Row> rows) {
    Map<Row, Refusal> faulty = new LinkedHashMap<>();
    Head head = head(rows, faulty);
    boolean comesBack =
        !options.returnsPrefix().isEmpty() && head.id().startsWith(options.returnsPrefix());
    Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Row row : rows) {
      Input input = new Input();
      if (comesBack || lines.comesBack(row)) {
        sorted.wanted().add(lines.wanted(input, row));
      } else {
        sorted.goods().add(lines.sold(input, row));
        sorted.sold().add(row);
      }
      refuse(faulty, row, input);
    }
    if (sorted.tooMany()) {
      return Group.refused(RefusedRow.all(rows, tooMany()));
    }
    if (sorted.tooMuch()) {
      faulty.putIfAbsent(rows.getFirst(), Refusal.at("/amount", EarningCode.TOTAL_TOO_LARGE));
    }
    return faulty.isEmpty()
        ? group(rows, head, sorted)
        : Group.refused(RefusedRow.whole(rows, faulty));
  }

  static Refusal tooMany() {
    return Refusal.at("/id", InputCode.TOO_MANY_ITEMS, Map.of("limit", NewPurchase.MOST_LINES));
  }

  private Group group(List<Row> rows, Head head, Sorted sorted) {
    List<GoodsBack.Wanted> wanted = sorted.wanted();
    List<RefusedRow> refused = List.of();
    GoodsBack back = null;
    if (!wanted.isEmpty() && head.member() == null) {
      refused =
          RefusedRow.all(
              wanted.stream().map(GoodsBack.Wanted::row).toList(),
              Refusal.at("/member", ImportCode.RETURN_WITHOUT_MEMBER));
    } else if (!wanted.isEmpty() && head.member() != null) {
      List<String> asked = wanted.stream().map(w -> w.sku() + " " + w.quantity()).toList();
      UUID hash = Fingerprint.of(head.id(), head.member(), head.at(), asked);
      back = new GoodsBack(head.id(), head.member(), head.at(), wanted, hash);
    }
    return new Group(
        sorted.sold(),
        sorted.goods().isEmpty() ? null : purchase(rows, head, sorted.goods()),
        back,
        newcomer(rows, head),
        refused);
  }

  private NewPurchase purchase(List<Row> rows, Head head, List<NewPurchase.Line> goods) {
    NaturalKey key = new NaturalKey(options.source(), head.id());
    Set<String> coupons = coupons(rows);
    UUID hash =
        Fingerprint.of(
            key,
            head.member(),
            head.at(),
            head.branch(),
            head.terminal(),
            head.staff(),
            goods,
            coupons,
            List.of());
    return new NewPurchase(
        key,
        head.member(),
        head.at(),
        head.branch(),
        head.terminal(),
        head.staff(),
        goods,
        coupons,
        List.of(),
        hash,
        null);
  }

  private Head head(List<Row> rows, Map<Row, Refusal> faulty) {
    Row first = rows.getFirst();
    Input input = new Input();
    String id = input.text("/id", mapping.text(first, Field.ID), LONGEST_CODE);
    Instant at = at(input, first);
    currency(input, rows);
    for (Field field : SAME_IN_ALL_ROWS) {
      disagreement(rows, field, faulty);
    }
    String branch = input.optionalText("/branch", said(rows, Field.BRANCH), LONGEST_CODE);
    String terminal = input.optionalText("/terminal", said(rows, Field.TERMINAL), LONGEST_CODE);
    if (terminal != null && branch == null) {
      input.refuse("/branch", InputCode.REQUIRED);
    }
    Head head =
        new Head(
            id,
            at,
            member(input, rows),
            branch,
            terminal,
            input.optionalText("/staff", said(rows, Field.STAFF), LONGEST_CODE));
    refuse(faulty, first, input);
    return head;
  }

  private Instant at(Input input, Row row) {
    String date = mapping.text(row, Field.DATE);
    if (date == null) {
      input.refuse("/date", InputCode.REQUIRED);
      return now;
    }
    Instant at = dates.instant(date, mapping.text(row, Field.TIME)).orElse(null);
    if (at == null) {
      input.refuse("/date", ImportCode.DATE_UNREADABLE, Map.of("value", Input.shortened(date)));
      return now;
    }
    if (at.isBefore(Instant.EPOCH) || at.isAfter(now.plus(AHEAD))) {
      input.refuse("/date", InputCode.TIME_OUT_OF_RANGE);
      return now;
    }
    return at;
  }

  private void currency(Input input, List<Row> rows) {
    String sent = said(rows, Field.CURRENCY);
    String own = club.currency().getCurrencyCode();
    if (sent != null && !sent.equalsIgnoreCase(own)) {
      input.refuse(
          "/currency",
          EarningCode.WRONG_CURRENCY,
          Map.of("value", Input.shortened(sent), "own", own));
    }
  }

  /** The surest of the identifiers there are. */
  private @Nullable MemberRef member(Input input, List<Row> rows) {
    for (Map.Entry<Field, MemberRef.Kind> reference : REFERENCES.entrySet()) {
      Field field = reference.getKey();
      String value = input.optionalText("/" + field.label(), said(rows, field), LONGEST_IDENTIFIER);
      if (value != null) {
        return new MemberRef(reference.getValue(), value);
      }
    }
    return null;
  }

  /** Somebody known only by a card or by Vafa's own id cannot be made up. */
  private @Nullable NewMember newcomer(List<Row> rows, Head head) {
    String externalId = said(rows, Field.MEMBER);
    String phone = said(rows, Field.PHONE);
    String email = said(rows, Field.EMAIL);
    if (head.member() == null || (externalId == null && phone == null && email == null)) {
      return null;
    }
    return new NewMember(
        phone,
        email,
        null,
        externalId,
        null,
        null,
        null,
        null,
        Map.of(),
        List.of(),
        head.at().isAfter(now) ? now : head.at());
  }

  private Set<String> coupons(List<Row> rows) {
    Set<String> coupons = new TreeSet<>();
    for (Row row : rows) {
      String text = mapping.text(row, Field.COUPONS);
      if (text != null) {
        for (String coupon : text.split("[,;|]", -1)) {
          if (!coupon.isBlank() && coupons.size() < MOST_COUPONS) {
            coupons.add(coupon.strip());
          }
        }
      }
    }
    return coupons;
  }

  private @Nullable String said(List<Row> rows, Field field) {
    if (mapping.has(field)) {
      for (Row row : rows) {
        String text = mapping.text(row, field);
        if (text != null) {
          return text;
        }
      }
    }
    return null;
  }

  private void disagreement(List<Row> rows, Field field, Map<Row, Refusal> faulty) {
    String first = said(rows, field);
    if (first == null) {
      return;
    }
    for (Row row : rows) {
      String text = mapping.text(row, field);
      if (text != null && !text.equals(first)) {
        faulty.putIfAbsent(
            row,
            Refusal.at(
                "/" + field.label(),
                ImportCode.ROWS_DISAGREE,
                Map.of("value", Input.shortened(text), "first", Input.shortened(first))));
      }
    }
  }

  private static void refuse(Map<Row, Refusal> faulty, Row row, Input input) {
    if (input.faulty()) {
      faulty.putIfAbsent(row, input.refusals().getFirst());
    }
  }
}
