package club.vafa.rules.engine;

import club.vafa.rules.Explanation.CapLook;
import club.vafa.rules.Explanation.MarginLook;
import club.vafa.rules.engine.Compiled.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers what was cut in the course of one run; on most there is nothing. */
final class CutLog implements Cuts {
  private final Reasons reasons;
  private Map<Rule, List<CapLook>> caps = Map.of();
  private Map<Rule, List<MarginLook>> margins = Map.of();

  CutLog(Reasons reasons) {
    this.reasons = reasons;
  }

  @Override
  public void cut(Held rule, CapLook cap) {
    if (caps.isEmpty()) {
      caps = new HashMap<>();
    }
    caps.computeIfAbsent(rule.rule(), _ -> new ArrayList<>()).add(cap);
    if (cap.granted() == 0 && rule.sayOnce()) {
      reasons.capped(rule.rule(), cap);
    }
  }

  @Override
  public void cut(Held rule, MarginLook margin) {
    if (margins.isEmpty()) {
      margins = new HashMap<>();
    }
    margins.computeIfAbsent(rule.rule(), _ -> new ArrayList<>()).add(margin);
    if (margin.granted() == 0 && rule.sayOnce()) {
      reasons.guarded(rule.rule());
    }
  }

  /** The limits that cut a rule's effects. */
  List<CapLook> caps(Rule rule) {
    return caps.getOrDefault(rule, List.of());
  }

  /** Where the margin guard cut a rule's effects. */
  List<MarginLook> margins(Rule rule) {
    return margins.getOrDefault(rule, List.of());
  }
}
