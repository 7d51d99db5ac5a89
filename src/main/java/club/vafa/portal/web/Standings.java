package club.vafa.portal.web;

import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome.Done;
import club.vafa.portal.web.MemberHome.Standing;
import club.vafa.tiers.MemberTiers;
import club.vafa.tiers.Projection;
import club.vafa.tiers.Projection.Goal;
import club.vafa.tiers.Reader;
import club.vafa.tiers.TierSet.Match;
import club.vafa.tiers.TierSet.Tier;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** Tells members where they stand. */
@Component
class Standings {
  private static final int WHOLE = 100;

  private final MemberTiers tiers;

  Standings(MemberTiers tiers) {
    this.tiers = tiers;
  }

  List<Standing> of(Club club, Language language, MemberId member) {
    Reader reader = new Reader(club, language);
    return tiers.of(club, member) instanceof Done<List<Projection>>(List<Projection> all)
        ? all.stream().map(one -> standing(reader, one)).toList()
        : List.of();
  }

  private Standing standing(Reader reader, Projection one) {
    Tier tier = one.tier();
    String color = tier == null || tier.color() == null ? "" : tier.color();
    return new Standing(
        tier == null ? "" : tier.name(reader.language()),
        color,
        tier == null
            ? ""
            : tier.benefits()
                .getOrDefault(reader.language(), tier.benefits().getOrDefault(Language.EN, "")),
        tiers.toReach(reader, one),
        tiers.toKeep(reader, one),
        percent(one));
  }

  /** How far the way is done: of several measures the last one counts, or any one. */
  private static int percent(Projection one) {
    Goal next = one.next();
    if (next == null) {
      return -1;
    }
    if (next.reached()) {
      return WHOLE;
    }
    LongStream parts =
        next.missing().stream()
            .filter(part -> part.needed() > 0)
            .mapToLong(part ->
                Math.clamp(
                    Math.multiplyExact(Math.min(part.done(), part.needed()), WHOLE) / part.needed(),
                    0,
                    WHOLE));
    boolean any = one.set().match() == Match.ANY;
    return (int) (any ? parts.max() : parts.min()).orElse(0);
  }
}
