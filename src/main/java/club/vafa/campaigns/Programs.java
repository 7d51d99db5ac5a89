package club.vafa.campaigns;

import club.vafa.campaigns.CampaignStore.Change;
import club.vafa.campaigns.PolicyStore.LaidDown;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.installation.Remembered;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Outcome.Done;
import club.vafa.memberships.LivePlans;
import club.vafa.rewards.LiveRewards;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Definitions;
import club.vafa.rules.LiveCampaign;
import club.vafa.rules.Policy;
import club.vafa.rules.Program;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Vocabulary.Names;
import club.vafa.tiers.Tiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps compiled programs. Between two effective dates a program of one number is the same for all
 * instants, so few are ever compiled.
 */
@Component
class Programs {
  private static final int MOST_KEPT = 200;

  private final CampaignStore store;
  private final PolicyStore policies;
  private final Words naming;
  private final Tiers tiers;
  private final LiveRewards rewards;
  private final LivePlans plans;
  private final Definitions definitions = new Definitions();
  private final Map<ClubId, History> histories = new ConcurrentHashMap<>();
  private final Map<Key, Compiled> compiled = new ConcurrentHashMap<>();
  private final Remembered<KnownWords> words = new Remembered<>();
  private final Map<VersionKey, CampaignDefinition> parsed = new ConcurrentHashMap<>();
  private final Map<Asked, Boolean> asked = new ConcurrentHashMap<>();
  private final Map<Rehearsed, Rehearsal> rehearsed = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  Programs(
      CampaignStore store,
      PolicyStore policies,
      Words naming,
      Tiers tiers,
      LiveRewards rewards,
      LivePlans plans) {
    this.store = store;
    this.policies = policies;
    this.naming = naming;
    this.tiers = tiers;
    this.rewards = rewards;
    this.plans = plans;
  }

  private record History(long number, List<Change> changes, List<LaidDown> policies) {}

  private record Key(ClubId club, long number, Instant since) {}

  /** A compiled program and the club's units it was compiled with. */
  private record Compiled(Program program, List<Unit> units) {}

  private record Asked(ClubId club, long number, String condition) {}

  private record KnownWords(Club club, Vocabulary words) {}

  private record Rehearsed(ClubId club, long number) {}

  /** A program that is not the club's. */
  private record Rehearsal(Program program, List<LiveCampaign> campaigns) {}

  private record VersionKey(ClubId club, UUID campaign, int version) {}

  Program get(Club club, long number, Instant at) {
    if (number < 0) {
      return rehearsed(club.id(), number).program();
    }
    History history = history(club.id(), number);
    List<Change> changes = history.changes();
    Instant since = Instant.MIN;
    for (Change change : changes) {
      if (change.program() <= number
          && !change.effectiveFrom().isAfter(at)
          && change.effectiveFrom().isAfter(since)) {
        since = change.effectiveFrom();
      }
    }
    Key key = new Key(club.id(), number, since);
    Compiled known = compiled.get(key);
    if (known != null && known.units().equals(club.units())) {
      return known.program();
    }
    Program made =
        Program.compile(
            live(club, changes, number, at), vocabulary(club), safety(history, number).policy());
    if (compiled.size() >= MOST_KEPT) {
      compiled.clear();
    }
    compiled.put(key, new Compiled(made, club.units()));
    return made;
  }

  private Rehearsal rehearsed(ClubId club, long number) {
    Rehearsal known = rehearsed.get(new Rehearsed(club, number));
    if (known == null) {
      throw new IllegalArgumentException("no program " + number + " is being rehearsed");
    }
    return known;
  }

  /** Keeps a program that is not the club's until it is forgotten; null is the club's policy. */
  long rehearse(
      Club club, List<LiveCampaign> campaigns, Vocabulary words, @Nullable Policy policy) {
    int number = numbers.decrementAndGet();
    List<LiveCampaign> own =
        campaigns.stream()
            .map(one -> new LiveCampaign(one.id(), number, one.definition()))
            .toList();
    for (LiveCampaign campaign : own) {
      parsed.put(new VersionKey(club.id(), campaign.id(), number), campaign.definition());
    }
    Policy laidDown =
        policy == null ? safety(club.id(), store.programNumber(club.id())).policy() : policy;
    rehearsed.put(
        new Rehearsed(club.id(), number),
        new Rehearsal(Program.compile(own, words, laidDown), own));
    return number;
  }

  void forget(Club club, long number) {
    rehearsed.remove(new Rehearsed(club.id(), number));
    parsed.keySet().removeIf(key -> key.club().equals(club.id()) && key.version() == number);
  }

  CampaignDefinition definition(Club club, UUID campaign, int version) {
    return parsed.computeIfAbsent(
        new VersionKey(club.id(), campaign, version), _ -> read(club, campaign, version));
  }

  /** What the club had laid down when this was the number of its program. */
  Safety safety(ClubId club, long number) {
    return safety(history(club, number), number);
  }

  private static Safety safety(History history, long number) {
    Safety found = Safety.NONE;
    for (LaidDown laidDown : history.policies()) {
      if (laidDown.program() <= number) {
        found = laidDown.safety();
      }
    }
    return found;
  }

  /** Whether members have to be drawn: a control group, or a campaign that ever had variants. */
  boolean draws(Club club, long number) {
    if (number < 0) {
      return rehearsed(club.id(), number).program().draws();
    }
    History history = history(club.id(), number);
    return safety(history, number).policy().control() > 0
        || history.changes().stream()
            .anyMatch(change ->
                !definition(club, change.campaign(), change.version())
                    .safety()
                    .variants()
                    .isEmpty());
  }

  /** The words of a club, at most a second old. */
  Vocabulary vocabulary(Club club) {
    Set<String> codes = tiers.codes(club);
    return words
        .get(
            club.id(),
            known -> known.club().equals(club) && codes.equals(known.words().names().tiers()),
            () -> words(club, codes))
        .words();
  }

  private KnownWords words(Club club, Set<String> codes) {
    KnownWords known = words.last(club.id());
    Vocabulary read = naming.of(club, new Names(codes, null, null, null));
    // The same words stay the same object, which makes comparing them free.
    return known != null && known.words().equals(read)
        ? new KnownWords(club, known.words())
        : new KnownWords(club, read);
  }

  /** The words of a club with every name there is, for looking at what is written now. */
  Vocabulary everyName(Club club) {
    return naming.of(club, names(club));
  }

  /** What a club's campaigns may name of other rooms. */
  Names names(Club club) {
    return new Names(
        tiers.codes(club),
        rewards.codes(club.id()),
        plans.codes(club.id()),
        plans.entitlements(club.id()));
  }

  /** Whether any version ever published up to a program asks for this condition. */
  boolean asks(Club club, long number, String condition) {
    if (number < 0) {
      return rehearsed(club.id(), number).campaigns().stream()
          .anyMatch(one -> one.definition().asks(condition));
    }
    return asked.computeIfAbsent(
        new Asked(club.id(), number, condition),
        _ ->
            history(club.id(), number).changes().stream()
                .filter(change -> change.program() <= number)
                .anyMatch(change ->
                    definition(club, change.campaign(), change.version()).asks(condition)));
  }

  /** The campaigns of a program at an instant. */
  List<LiveCampaign> live(Club club, long number, Instant at) {
    return live(club, history(club.id(), number).changes(), number, at);
  }

  private List<LiveCampaign> live(Club club, List<Change> changes, long number, Instant at) {
    Map<UUID, Change> latest = new TreeMap<>();
    for (Change change : changes) {
      if (change.program() <= number && !change.effectiveFrom().isAfter(at)) {
        latest.put(change.campaign(), change);
      }
    }
    List<LiveCampaign> live = new ArrayList<>();
    for (Change change : latest.values()) {
      if (change.runs()) {
        live.add(
            new LiveCampaign(
                change.campaign(),
                change.version(),
                definition(club, change.campaign(), change.version())));
      }
    }
    return live;
  }

  private History history(ClubId club, long number) {
    History known = histories.get(club);
    if (known != null && known.number() >= number) {
      return known;
    }
    List<Change> read = store.changes(club);
    List<LaidDown> laidDown = policies.all(club);
    long newest =
        Math.max(
            read.isEmpty() ? 0 : read.getLast().program(),
            laidDown.isEmpty() ? 0 : laidDown.getLast().program());
    History history = new History(newest, read, laidDown);
    histories.put(club, history);
    return history;
  }

  private CampaignDefinition read(Club club, UUID campaign, int version) {
    return parsed(club, campaign, version)
        .or(() -> {
          // It may name what came in the same commit, when the words kept here are older.
          words.forget(club.id());
          return parsed(club, campaign, version);
        })
        .orElseThrow(() ->
            new IllegalStateException(
                "published version " + version + " of campaign " + campaign + " is unreadable"));
  }

  private Optional<CampaignDefinition> parsed(Club club, UUID campaign, int version) {
    return store
        .version(club.id(), campaign, version)
        .map(kept -> definitions.parse(kept.definition(), vocabulary(club).ofAnyName()))
        .map(outcome ->
            outcome instanceof Done<CampaignDefinition>(CampaignDefinition definition)
                ? definition
                : null);
  }
}
