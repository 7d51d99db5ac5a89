package club.vafa.referrals;

import club.vafa.activity.Activity;
import club.vafa.activity.Purchase;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.members.IdentifierKey;
import club.vafa.members.IdentifierKind;
import club.vafa.members.Members;
import club.vafa.members.Profile;
import club.vafa.referrals.signal.Moment;
import club.vafa.referrals.signal.Pair;
import club.vafa.referrals.signal.Signal;
import club.vafa.referrals.signal.Signals;
import club.vafa.referrals.signal.Somebody;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Weighs the signs against a referral. An e-mail address that arrives in the advocate's mailbox
 * weighs 60, which is the usual threshold: such a referral is blocked at once.
 */
@Component
class Scoring {
  private static final int MOST_VISITS = 50;
  private static final Duration WEEK = Duration.ofDays(7);

  private final ReferralStore store;
  private final Activity activity;

  /** Members know their parts, of which referrals are one; so they are asked for when needed. */
  private final ObjectProvider<Members> members;

  Scoring(ReferralStore store, Activity activity, ObjectProvider<Members> members) {
    this.store = store;
    this.activity = activity;
    this.members = members;
  }

  /** The signs that showed, and whether they weigh too much. */
  record Score(List<String> signals, int sum, boolean blocks) {}

  Score score(
      ClubId club, ReferralSettings settings, Referral referral, @Nullable Purchase bought) {
    Pair pair = pair(club, settings, referral, bought);
    List<Signal> showing =
        Signals.ALL.stream()
            .filter(signal -> settings.weight(signal) > 0 && signal.shows(pair))
            .toList();
    int sum = showing.stream().mapToInt(settings::weight).sum();
    return new Score(
        showing.stream().map(Signal::code).toList(),
        sum,
        settings.threshold() > 0 && sum >= settings.threshold());
  }

  private Pair pair(
      ClubId club, ReferralSettings settings, Referral referral, @Nullable Purchase bought) {
    Map<MemberId, Somebody> people = new HashMap<>();
    members
        .getObject()
        .profiles(club, List.of(referral.friend(), referral.advocate()))
        .forEach(profile -> people.put(profile.id(), somebody(profile)));
    Somebody nobody = new Somebody("", null, null, null, Map.of());
    Instant joined = referral.joinedAt();
    List<Moment> visits =
        activity.purchasesOf(club, referral.advocate(), MOST_VISITS).stream()
            .map(Scoring::moment)
            .toList();
    return new Pair(
        people.getOrDefault(referral.friend(), nobody),
        people.getOrDefault(referral.advocate(), nobody),
        store.others(club, referral, joined.minus(WEEK)),
        settings.weekly(),
        settings.minutes(),
        new Moment(joined, null, referral.terminal()),
        bought == null ? null : moment(bought),
        visits);
  }

  private static Moment moment(Purchase purchase) {
    return new Moment(purchase.occurredAt(), purchase.branch(), purchase.terminal());
  }

  private static Somebody somebody(Profile profile) {
    return new Somebody(
        Stream.of(profile.firstName(), profile.lastName())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" ")),
        profile.birthDate(),
        profile.first(IdentifierKind.EMAIL).map(IdentifierKey::text).orElse(null),
        profile.first(IdentifierKind.PHONE).map(IdentifierKey::text).orElse(null),
        profile.attributes());
  }
}
