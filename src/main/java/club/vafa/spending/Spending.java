package club.vafa.spending;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.installation.Remembered;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How careful a club is when members spend, and what proves that a spend is all right. */
@Component
public class Spending {
  private final PolicyStore store;
  private final ConfirmationStore confirmations;
  private final Asking asking;
  private final Allowances allowances;
  private final SigningKeys keys;
  private final Clock clock;
  private final Remembered<SpendingPolicy> kept = new Remembered<>();

  Spending(
      PolicyStore store,
      ConfirmationStore confirmations,
      Asking asking,
      Allowances allowances,
      SigningKeys keys,
      Clock clock) {
    this.store = store;
    this.confirmations = confirmations;
    this.asking = asking;
    this.allowances = allowances;
    this.keys = keys;
    this.clock = clock;
  }

  /** How careful the club is, at most a second old. */
  public SpendingPolicy policy(ClubId club) {
    return kept.get(
        club, () -> ClubScope.call(club, () -> store.find(club).orElse(SpendingPolicy.NONE)));
  }

  @Transactional
  public SpendingPolicy put(ClubId club, SpendingPolicy policy, String actor) {
    Instant now = clock.instant();
    keys.prepare(club, now);
    store.put(club, policy, now, actor);
    kept.forget(club);
    return policy;
  }

  /** A till that wants an allowance for a member, who has so much of each unit. */
  public record Wish(MemberId member, String branch, String terminal, Map<String, Long> active) {}

  /**
   * An allowance as the till keeps it.
   *
   * @param left of each unit, after what was spent of it today
   */
  public record Signed(Allowance allowance, Map<String, Long> left, String token) {
    public Signed {
      left = Map.copyOf(left);
    }
  }

  /**
   * What the member may spend there without network; nothing when the club allows none. However
   * often it is asked for, it is one allowance for a day of the club.
   */
  public Optional<Signed> allow(Club club, Wish wish) {
    SpendingPolicy policy = policy(club.id());
    if (!policy.offline() || !keys.knows(club.id())) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    UUID id = id(club, wish, now);
    Map<AllowanceUse, Long> spent = store.spent(club.id(), Set.of(id));
    Map<String, Long> units = new HashMap<>();
    Map<String, Long> left = new HashMap<>();
    policy
        .offlineUnits()
        .forEach((unit, most) -> {
          long before = spent.getOrDefault(new AllowanceUse(id, unit), 0L);
          long there = Math.min(most - before, wish.active().getOrDefault(unit, 0L));
          if (there > 0) {
            left.put(unit, there);
            units.put(unit, Math.addExact(before, there));
          }
        });
    if (left.isEmpty()) {
      return Optional.empty();
    }
    Instant until = now.plus(Duration.ofHours(policy.offlineHours()));
    Allowance allowance =
        new Allowance(id, wish.member(), wish.branch(), wish.terminal(), now, until, units);
    return Optional.of(new Signed(allowance, left, allowances.write(club.id(), allowance)));
  }

  private static UUID id(Club club, Wish wish, Instant now) {
    String named =
        String.join(
            "\n",
            club.id().toString(),
            wish.member().toString(),
            wish.branch(),
            wish.terminal(),
            club.day(now).toString());
    return UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8));
  }

  /** Asks a member whether they spend, by a code on their phone and in their pages. */
  @Transactional
  public Outcome<Confirmation> ask(Club club, Question question) {
    keys.prepare(club.id(), clock.instant());
    return asking.ask(club, question);
  }

  /**
   * A question to a member.
   *
   * @param amount money, minor units
   * @param place where they are, as people know it; may be empty
   */
  public record Question(MemberId member, long amount, String place, String actor) {}

  /** Takes a code back; a wrong one counts, and says how many tries are left. */
  @Transactional
  public Outcome<Confirmation> confirm(ClubId club, ConfirmationId id, String code, String actor) {
    return asking.confirm(club, id, code, actor);
  }

  /** What a member is asked just now, with the code each wants. */
  public Map<Confirmation, String> open(ClubId club, MemberId member) {
    return asking.open(club, member).stream()
        .collect(Collectors.toMap(one -> one, one -> keys.code(club, one.id().value())));
  }

  /**
   * What sales bring as proof, looked up.
   *
   * @param allowances by what the till brought; what is not signed is missing
   * @param spent of them so far
   */
  public record Proofs(
      SpendingPolicy policy,
      Map<String, Allowance> allowances,
      Map<AllowanceUse, Long> spent,
      Map<UUID, Confirmation> confirmations) {
    public Proofs {
      allowances = Map.copyOf(allowances);
      spent = Map.copyOf(spent);
      confirmations = Map.copyOf(confirmations);
    }
  }

  /** Looks proofs up; confirmations are held until the running transaction ends. */
  public Proofs open(ClubId club, Set<String> tokens, Set<String> asked) {
    Map<String, Allowance> read = new HashMap<>();
    tokens.forEach(
        token -> allowances.read(club, token).ifPresent(allowance -> read.put(token, allowance)));
    Set<UUID> known =
        asked.stream()
            .flatMap(id -> ConfirmationId.parse(id).stream())
            .map(ConfirmationId::value)
            .collect(Collectors.toSet());
    Set<UUID> signed = read.values().stream().map(Allowance::id).collect(Collectors.toSet());
    return new Proofs(
        policy(club),
        read,
        signed.isEmpty() ? Map.of() : store.spent(club, signed),
        known.isEmpty() ? Map.of() : confirmations.take(club, known));
  }

  /** What sales made of their proofs. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(ClubId club, Map<AllowanceUse, Long> spent, Map<UUID, UUID> used) {
    if (!spent.isEmpty()) {
      store.add(club, spent);
    }
    if (!used.isEmpty()) {
      confirmations.use(club, used);
    }
  }

  static <T> Outcome<T> refused(SpendingCode code) {
    return Outcome.refused(List.of(Refusal.of(code)));
  }
}
