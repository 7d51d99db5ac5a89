package club.vafa.acts.web;

import club.vafa.acts.Act;
import club.vafa.ui.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what was done, and leads to what it was done to. */
final class ActWords {
  private static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry("member", "/console/members/"),
          Map.entry("campaign", "/console/campaigns/"),
          Map.entry("reward", "/console/rewards/"),
          Map.entry("stamp_card", "/console/stamp-cards/"),
          Map.entry("gift_card", "/console/gift-cards/"),
          Map.entry("voucher", "/console/vouchers/"),
          Map.entry("coupon", "/console/coupons/"),
          Map.entry("plan", "/console/plans/"),
          Map.entry("membership", "/console/memberships/"),
          Map.entry("staff", "/console/staff/"),
          Map.entry("replay", "/console/replays/"));

  private final Screen screen;

  ActWords(Screen screen) {
    this.screen = screen;
  }

  String what(Act act) {
    return screen.text("acts.kind." + act.kind());
  }

  /** The name of what it was done to, as far as it was said with it. */
  String about(Act act) {
    String language = screen.language().code();
    return Optional.ofNullable(act.details().get("names/" + language))
        .or(() -> Optional.ofNullable(act.details().get("name")))
        .or(() -> Optional.ofNullable(act.details().get("login")))
        .or(() -> Optional.ofNullable(act.details().get("code")))
        .or(() -> Optional.ofNullable(act.subject()))
        .orElse("");
  }

  /** What was said with it, such as a reason and an amount. */
  String said(Act act) {
    List<String> said = new ArrayList<>();
    for (String detail : List.of("amount", "unit", "role", "into", "reason")) {
      String value = act.details().get(detail);
      if (value != null) {
        said.add(
            screen.text(
                "acts.detail", "what", screen.text("acts.detail." + detail), "value", value));
      }
    }
    return String.join(" · ", said);
  }

  @Nullable String path(Act act) {
    String subject = act.kind().substring(0, act.kind().indexOf('.'));
    if (act.member() != null && !PLACES.containsKey(subject)) {
      return PLACES.get("member") + act.member();
    }
    String place = PLACES.get(subject);
    boolean shown = act.subject() != null && act.subject().matches("[a-z]{3}_[0-9A-Za-z]+");
    return place != null && shown ? place + act.subject() : null;
  }

  String road(Act act) {
    return screen.text(act.console() ? "acts.by_page" : "acts.by_program");
  }
}
