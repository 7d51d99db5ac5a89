package club.vafa.earning;

import club.vafa.clubs.Unit;
import club.vafa.ledger.Books;
import club.vafa.ledger.Cause;
import club.vafa.rules.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an advocate's award smaller in the books. */
final class Shrinking {
  private Shrinking() {}

  /** Takes what the award would not have given for what the friend kept. */
  static List<ReturnDetail.Taken> takeBack(
      Round round, TakingBack.Asked asked, @Nullable Decision still) {
    Map<Given.Key, Long> wanted = new HashMap<>();
    Map<Given.Key, Given> awards = new LinkedHashMap<>();
    for (Given given : asked.detail().given()) {
      if (given.type() == Given.Type.EARN && given.granted() > 0) {
        awards.putIfAbsent(given.key(), given);
        wanted.merge(given.key(), given.granted(), Math::addExact);
      }
    }
    Map<Given.Key, Long> kept = still == null ? Map.of() : ReturnDecider.earned(still);
    kept.forEach((key, amount) -> wanted.merge(key, -amount, Math::addExact));
    for (ReturnDetail earlier : asked.earlier()) {
      earlier.taken().forEach(one -> wanted.merge(one.award(), -one.wanted(), Math::addExact));
    }
    List<ReturnDetail.Taken> taken = new ArrayList<>();
    awards.forEach((key, given) -> {
      long amount = wanted.getOrDefault(key, 0L);
      if (amount > 0) {
        taken.add(clawBack(round, asked, given, amount));
      }
    });
    return taken;
  }

  private static ReturnDetail.Taken clawBack(
      Round round, TakingBack.Asked asked, Given given, long amount) {
    Unit unit = round.club.unit(given.key().unit()).orElseThrow();
    Books.ClawedBack back =
        round.books.clawBack(
            asked.referral().advocate(),
            unit,
            asked.award().id(),
            new Cause.Rule(given.campaign(), given.version(), given.rule()),
            amount,
            round.club.returnPolicy(),
            Cause.of(Cause.Kind.EVENT, asked.id()),
            asked.back().occurredAt());
    return new ReturnDetail.Taken(
        given.key(),
        given.version(),
        amount,
        back.pending(),
        back.active(),
        back.owed(),
        back.forgone());
  }
}
