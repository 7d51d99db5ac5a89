package club.vafa.members;

import club.vafa.api.ApiCode;
import club.vafa.api.Cursor;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a part of a list begins, as its cursor says it. */
record ListStart(ListStore.@Nullable Place after) {
  static Outcome<ListStart> read(MemberFilter filter, @Nullable String after) {
    return after == null
        ? Outcome.done(new ListStart(null))
        : Cursor.read(after, 2).then(cursor -> read(filter, cursor.parts()));
  }

  private static Outcome<ListStart> read(MemberFilter filter, List<String> parts) {
    try {
      String by = parts.getFirst();
      if (filter.order() == MemberFilter.Order.JOINED) {
        by = Instant.parse(by).toString();
      }
      return Outcome.done(
          new ListStart(new ListStore.Place(by, new MemberId(UUID.fromString(parts.getLast())))));
    } catch (DateTimeParseException | IllegalArgumentException madeUp) {
      return Outcome.refused(Refusal.of(ApiCode.BAD_CURSOR));
    }
  }
}
