package club.vafa.operations.imports;

import club.vafa.clubs.Club;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.members.NewMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a row as somebody who joins. */
final class MemberForm {
  private static final int LONGEST_CARD = 64;

  private final Mapping mapping;
  private final Dates dates;

  MemberForm(Mapping mapping, FileForm form, Club club) {
    this.mapping = mapping;
    this.dates =
        new Dates(
            form.calendar(), form.zone() == null ? club.zone() : form.zone(), form.dateFormat());
  }

  /**
   * A row read.
   *
   * @param member null when the row is refused
   */
  record Read(
      Row row, @Nullable NewMember member, @Nullable String card, List<RefusedRow> refused) {}

  Read read(Row row) {
    Input input = new Input();
    String first = mapping.text(row, Field.FIRST_NAME);
    String last = mapping.text(row, Field.LAST_NAME);
    String whole = mapping.text(row, Field.FULL_NAME);
    if (whole != null && first == null && last == null) {
      int space = whole.indexOf(' ');
      first = space < 0 ? whole : whole.substring(0, space);
      last = space < 0 ? null : whole.substring(space + 1).strip();
    }
    String card = input.optionalText("/card", mapping.text(row, Field.CARD), LONGEST_CARD);
    NewMember member =
        new NewMember(
            mapping.text(row, Field.PHONE),
            mapping.text(row, Field.EMAIL),
            null,
            mapping.text(row, Field.MEMBER),
            first,
            last,
            birthDate(input, row),
            mapping.text(row, Field.LOCALE),
            Map.of(),
            List.of(),
            joinedAt(input, row));
    return input.faulty()
        ? new Read(row, null, null, List.of(new RefusedRow(row, input.refusals().getFirst())))
        : new Read(row, member, card, List.of());
  }

  private @Nullable LocalDate birthDate(Input input, Row row) {
    String text = mapping.text(row, Field.BIRTH_DATE);
    Optional<LocalDate> day = text == null ? Optional.empty() : dates.day(text);
    refuseUnread(input, Field.BIRTH_DATE, text, day);
    return day.orElse(null);
  }

  private @Nullable Instant joinedAt(Input input, Row row) {
    String text = mapping.text(row, Field.JOINED_AT);
    Optional<Instant> at = text == null ? Optional.empty() : dates.instant(text, null);
    refuseUnread(input, Field.JOINED_AT, text, at);
    if (at.isPresent() && at.get().isBefore(Instant.EPOCH)) {
      input.refuse("/joinedAt", InputCode.TIME_OUT_OF_RANGE);
    }
    return at.orElse(null);
  }

  private static void refuseUnread(
      Input input, Field field, @Nullable String text, Optional<?> read) {
    if (text != null && read.isEmpty()) {
      input.refuse(
          "/" + field.label(), ImportCode.DATE_UNREADABLE, Map.of("value", Input.shortened(text)));
    }
  }
}
