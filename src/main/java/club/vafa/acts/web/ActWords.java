package club.vafa.acts.web;

import club.vafa.acts.Act;
import club.vafa.api.Decimal;
import club.vafa.api.Scope;
import club.vafa.kernel.Money;
import club.vafa.ui.Screen;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what was done, and leads to what it was done to. */
final class ActWords {
  private static final String MEMBER = "/console/members/%s";

  /** The pages of what has an id, by the three letters it begins with. */
  private static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry("mbr", MEMBER),
          Map.entry("pur", "/console/purchases/%s"),
          Map.entry("cmp", "/console/campaigns/%s/edit"),
          Map.entry("cpn", "/console/coupons/%s"),
          Map.entry("rwd", "/console/rewards/%s"),
          Map.entry("clm", "/console/rewards/claims/%s"),
          Map.entry("stc", "/console/rewards/stamp-cards/%s"),
          Map.entry("vch", "/console/rewards/vouchers/%s"),
          Map.entry("vba", "/console/rewards/vouchers/batches/%s"),
          Map.entry("gft", "/console/gift-cards/%s"),
          Map.entry("pln", "/console/memberships/plans/%s"),
          Map.entry("msh", "/console/memberships/%s"),
          Map.entry("stf", "/console/staff/%s"),
          Map.entry("key", "/console/api-keys/%s"),
          Map.entry("apv", "/console/approvals/%s"),
          Map.entry("itm", "/console/goods/%s"),
          Map.entry("rpl", "/console/replays/%s"));

  /** What of these not everybody may open who reads of acts. */
  private static final Map<String, Scope> CLOSED =
      Map.of("key", Scope.KEYS_READ, "stf", Scope.STAFF_READ);

  private static final int LONGEST = 15;

  private static final Pattern ID = Pattern.compile("([a-z]{3})_[0-9A-Za-z]+");

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
        .or(() -> Optional.ofNullable(act.subject()).map(subject -> known(act, subject)))
        .orElse("");
  }

  /** An id says nothing to people; what it is the id of does. */
  private String known(Act act, String subject) {
    String kind = act.kind().substring(0, act.kind().indexOf('.'));
    return ID.matcher(subject).matches() ? screen.text("acts.about." + kind) : subject;
  }

  /** What was said with it, such as a reason and an amount. */
  String said(Act act) {
    List<String> said = new ArrayList<>();
    for (String detail : List.of("amount", "unit", "role", "into", "reason")) {
      String value = act.details().get(detail);
      if (value != null) {
        said.add(
            screen.text(
                "acts.detail",
                "what",
                screen.text("acts.detail." + detail),
                "value",
                detail.equals("amount") ? amount(act, value) : value));
      }
    }
    return String.join(" · ", said);
  }

  /** Amounts of no unit are money of the club. */
  private String amount(Act act, String value) {
    if (act.details().containsKey("unit")) {
      return value;
    }
    Currency currency = screen.club().currency();
    return Decimal.parse(value)
        .map(Decimal::value)
        .filter(money -> money.precision() <= LONGEST)
        .map(money -> money.movePointRight(Money.decimals(currency)).stripTrailingZeros())
        .filter(minor -> minor.scale() <= 0)
        .map(minor -> screen.money(minor.longValueExact()))
        .orElse(value);
  }

  /** The page of what it was done to, or else of the member it was done to. */
  @Nullable String path(Act act) {
    Matcher id = ID.matcher(act.subject() == null ? "" : act.subject());
    String place = id.matches() ? PLACES.get(id.group(1)) : null;
    Scope needed = id.matches() ? CLOSED.get(id.group(1)) : null;
    if (place != null && (needed == null || screen.may(needed))) {
      return place.formatted(id.group());
    }
    return act.member() == null ? null : MEMBER.formatted(act.member());
  }

  String road(Act act) {
    return screen.text(act.console() ? "acts.by_page" : "acts.by_program");
  }
}
