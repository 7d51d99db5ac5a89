package club.vafa.earning;

import club.vafa.activity.NaturalKey;
import club.vafa.campaigns.MemberCounter;
import club.vafa.ledger.Scope;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the tasks of a round will ask for, gathered so that it is fetched at once.
 *
 * @param stamps the numbers of the units whose stamps fill cards
 */
record Wanted(
    Scope scope,
    Set<Integer> stamps,
    Set<NaturalKey> purchases,
    Set<NaturalKey> events,
    Set<String> keys,
    Set<MemberCounter> counters,
    Set<String> codes,
    Set<String> rewards,
    Set<String> cards) {

  Wanted(Scope scope, Set<Integer> stamps) {
    this(
        scope,
        stamps,
        new HashSet<>(),
        new HashSet<>(),
        new HashSet<>(),
        new HashSet<>(),
        new HashSet<>(),
        new HashSet<>(),
        new HashSet<>());
  }

  void key(@Nullable String idempotencyKey) {
    if (idempotencyKey != null) {
      keys.add(idempotencyKey);
    }
  }
}
