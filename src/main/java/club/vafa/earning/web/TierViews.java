package club.vafa.earning.web;

import club.vafa.api.Call;
import club.vafa.clubs.Club;
import club.vafa.earning.Detail.Tiered;
import club.vafa.earning.web.PurchaseView.MemberView;
import club.vafa.earning.web.ReturnView.TierView;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Sentences;
import club.vafa.tiers.Tiers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells where members stand, and when they rise. */
@Component
class TierViews {
  private final Tiers tiers;
  private final Sentences sentences;

  TierViews(Tiers tiers, Sentences sentences) {
    this.tiers = tiers;
    this.sentences = sentences;
  }

  static @Nullable MemberView member(@Nullable MemberId member, List<Tiered> stands) {
    if (member == null) {
      return null;
    }
    Map<String, String> all = new LinkedHashMap<>();
    for (Tiered stand : stands) {
      if (stand.tier() != null) {
        all.put(stand.set(), stand.tier());
      }
    }
    return new MemberView(
        member.toString(),
        stands.isEmpty() ? null : stands.getFirst().tier(),
        stands.size() > 1 ? all : null);
  }

  List<EffectView> risen(Club club, List<Tiered> stands) {
    return stands.stream()
        .filter(stand -> stand.moved() && stand.tier() != null)
        .map(stand -> risen(club, stand))
        .toList();
  }

  private EffectView risen(Club club, Tiered stand) {
    Language language = Call.current().language();
    String code = stand.tier() == null ? "" : stand.tier();
    String name =
        tiers.live(club).stream()
            .flatMap(set -> set.tiers().stream())
            .filter(tier -> tier.code().equals(code))
            .findFirst()
            .map(tier -> tier.name(language))
            .orElse(code);
    return new EffectView(
        "tier",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        sentences.text(language, "tiers.risen", Map.of("tier", name)),
        null,
        null,
        null,
        null,
        null,
        null,
        stand.set(),
        stand.tier(),
        stand.before(),
        stand.until());
  }

  static @Nullable List<TierView> moved(List<Tiered> stands) {
    List<TierView> moved =
        stands.stream()
            .filter(Tiered::moved)
            .map(stand -> new TierView(stand.set(), stand.before(), stand.tier()))
            .toList();
    return moved.isEmpty() ? null : moved;
  }
}
