package club.vafa.tiers;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sets in force, all together, for those who change a whole program in one transaction. A set
 * that had ended can be put again: its members are judged anew, like those of a new one.
 */
@Component
public class LiveTiers {
  private final TierStore store;
  private final Tiers tiers;
  private final Clock clock;

  LiveTiers(TierStore store, Tiers tiers, Clock clock) {
    this.store = store;
    this.tiers = tiers;
    this.clock = clock;
  }

  /** The sets as they stand in the running transaction. */
  public List<TierSet> of(Club club) {
    return store.all(club.id()).stream()
        .filter(DefinedSet::live)
        .map(set -> Tiers.parsed(club, set))
        .toList();
  }

  /** The set of a definition, or everything that is wrong with it. */
  public Outcome<TierSet> read(Club club, String code, JsonNode definition) {
    return new TierReader(club).read(code, definition);
  }

  /** The definition of a set, always the same for the same set. */
  public ObjectNode definition(Club club, TierSet set) {
    return new TierWriter(club).write(set);
  }

  /**
   * What would keep a program from having this set.
   *
   * @param others the other sets of the program
   */
  public List<Refusal> against(Club club, TierSet wanted, List<TierSet> others) {
    List<TierSet> known = new ArrayList<>(others);
    store.all(club.id()).forEach(set -> known.add(Tiers.parsed(club, set)));
    List<Refusal> against = new ArrayList<>(wanted.against(known));
    if (others.size() >= Tiers.MOST_SETS) {
      against.add(Refusal.at("", InputCode.TOO_MANY_ITEMS, Map.of("limit", Tiers.MOST_SETS)));
    }
    return against.stream().distinct().toList();
  }

  /** Puts a set into force: a new one, a changed one, or one that had ended. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void put(Club club, TierSet wanted, String actor) {
    store.lock(club.id());
    int version = store.find(club.id(), wanted.code()).map(DefinedSet::version).orElse(0) + 1;
    ObjectNode definition = definition(club, wanted);
    store.put(
        club.id(), wanted.code(), new SetVersion(version, definition, actor, clock.instant()));
    tiers.forget(club.id());
  }

  /** Puts sets that are there into an order: the first one is told with purchases. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void arrange(Club club, List<String> codes) {
    store.lock(club.id());
    List<String> known = of(club).stream().map(TierSet::code).toList();
    if (!known.equals(codes) && known.containsAll(codes) && codes.containsAll(known)) {
      store.arrange(club.id(), codes);
      tiers.forget(club.id());
    }
  }

  /** Ends a set: nobody stands in it any more. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(Club club, String code, String actor) {
    store.lock(club.id());
    Optional<DefinedSet> before = store.find(club.id(), code).filter(DefinedSet::live);
    if (before.isPresent()) {
      int version = before.get().version() + 1;
      store.put(club.id(), code, new SetVersion(version, null, actor, clock.instant()));
      tiers.forget(club.id());
    }
  }
}
