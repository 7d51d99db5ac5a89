package club.vafa.activity;

import club.vafa.kernel.MemberId;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goods of a purchase that came back. */
public record Return(
    UUID id,
    UUID purchase,
    @Nullable MemberId member,
    NaturalKey key,
    UUID hash,
    Instant occurredAt,
    Instant recordedAt,
    long refund,
    List<Line> lines,
    String detail) {
  public static final String PREFIX = "ret";

  /** How much of which line came back, in thousandths. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record Line(int line, long quantity) {}
}
