package club.vafa.earning;

import club.vafa.rewards.Handed;
import club.vafa.rewards.Stamped;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The vouchers an activity used, and what became of the member's stamp cards. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Rewarded(List<Handed> handed, List<Stamped> stamped) {
  public static final Rewarded NOTHING = new Rewarded(List.of(), List.of());

  public Rewarded(@Nullable List<Handed> handed, @Nullable List<Stamped> stamped) {
    this.handed = handed == null ? List.of() : List.copyOf(handed);
    this.stamped = stamped == null ? List.of() : List.copyOf(stamped);
  }

  /** Nothing to keep when there is nothing. */
  static @Nullable Rewarded of(List<Handed> handed, List<Stamped> stamped) {
    return handed.isEmpty() && stamped.isEmpty() ? null : new Rewarded(handed, stamped);
  }

  /** What vouchers took off each line, minor units. */
  long off(int line) {
    return off(handed).getOrDefault(line, 0L);
  }

  static Map<Integer, Long> off(List<Handed> handed) {
    if (handed.isEmpty()) {
      return Map.of();
    }
    Map<Integer, Long> off = new HashMap<>();
    handed.forEach(one -> one.byLine().forEach((line, part) -> off.merge(line, part, Long::sum)));
    return off;
  }
}
