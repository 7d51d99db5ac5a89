package club.vafa.operations.imports;

import club.vafa.clubs.Club;
import club.vafa.earning.EarningCode;
import club.vafa.earning.MemberRef;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Refusal;
import club.vafa.members.NewMember;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads when, where and by whom was bought; the first row that says something says it for all. */
final class HeadForm {
  private static final int LONGEST_CODE = 100;
  private static final int LONGEST_IDENTIFIER = 254;
  private static final int MOST_COUPONS = 20;
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
  private final Club club;
  private final Instant now;
  private final Dates dates;

  HeadForm(Mapping mapping, FileForm form, Club club, Instant now) {
    this.mapping = mapping;
    this.club = club;
    this.now = now;
    this.dates =
        new Dates(
            form.calendar(), form.zone() == null ? club.zone() : form.zone(), form.dateFormat());
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

  Head read(List<Row> rows, Map<Row, Refusal> faulty) {
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
    MemberRef member = member(input, rows);
    Head head =
        new Head(
            id,
            at,
            member,
            member == null ? null : newcomer(rows, at),
            branch,
            terminal,
            input.optionalText("/staff", said(rows, Field.STAFF), LONGEST_CODE),
            coupons(input, rows));
    PurchaseForm.refuse(faulty, first, input);
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
  private @Nullable NewMember newcomer(List<Row> rows, Instant at) {
    String externalId = said(rows, Field.MEMBER);
    String phone = said(rows, Field.PHONE);
    String email = said(rows, Field.EMAIL);
    if (externalId == null && phone == null && email == null) {
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
        at.isAfter(now) ? now : at);
  }

  private Set<String> coupons(Input input, List<Row> rows) {
    Set<String> coupons = new TreeSet<>();
    for (Row row : rows) {
      String text = mapping.text(row, Field.COUPONS);
      for (String coupon : text == null ? new String[0] : text.split("[,;|]", -1)) {
        String read = input.optionalText("/coupons", coupon, LONGEST_CODE);
        if (read != null) {
          coupons.add(read);
        }
      }
    }
    if (coupons.size() > MOST_COUPONS) {
      input.refuse("/coupons", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_COUPONS));
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
}
