package club.vafa.rewards;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A voucher that was handed in with a sale, and what came of it.
 *
 * @param code as people read it
 * @param version of the reward whose terms it keeps
 * @param refused why it did not count, with the values the sentence mentions; null when it did
 * @param byLine money off each line, minor units
 * @param taken what of the voucher was used up
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Handed(
    UUID voucher,
    String code,
    UUID reward,
    int version,
    @Nullable String refused,
    Map<String, Object> args,
    Map<Integer, Long> byLine,
    long taken) {
  public Handed(
      UUID voucher,
      String code,
      UUID reward,
      int version,
      @Nullable String refused,
      @Nullable Map<String, Object> args,
      @Nullable Map<Integer, Long> byLine,
      long taken) {
    this.voucher = voucher;
    this.code = code;
    this.reward = reward;
    this.version = version;
    this.refused = refused;
    this.args = args == null ? Map.of() : Map.copyOf(args);
    this.byLine = byLine == null ? Map.of() : Map.copyOf(byLine);
    this.taken = taken;
  }

  public long off() {
    return byLine.values().stream().mapToLong(Long::longValue).sum();
  }
}
