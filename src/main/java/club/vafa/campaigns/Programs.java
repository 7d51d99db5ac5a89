package club.vafa.campaigns;

import club.vafa.activity.Activity;
import club.vafa.campaigns.CampaignStore.Change;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Outcome.Done;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Definitions;
import club.vafa.rules.LiveCampaign;
import club.vafa.rules.Program;
import club.vafa.rules.Vocabulary;
import club.vafa.tiers.Tiers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Keeps compiled programs. Between two effective dates a program of one number is the same for all
 * instants, so few are ever compiled.
 */
@Component
class Programs {
  private static final int MOST_KEPT = 200;
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final CampaignStore store;
  private final Activity activity;
  private final Tiers tiers;
  private final Definitions definitions = new Definitions();
  private final Map<ClubId, History> histories = new ConcurrentHashMap<>();
  private final Map<Key, Compiled> compiled = new ConcurrentHashMap<>();
  private final Map<ClubId, KnownWords> words = new ConcurrentHashMap<>();
  private final Map<VersionKey, CampaignDefinition> parsed = new ConcurrentHashMap<>();

  Programs(CampaignStore store, Activity activity, Tiers tiers) {
    this.store = store;
    this.activity = activity;
    this.tiers = tiers;
  }

  private record History(long number, List<Change> changes) {}

  private record Key(ClubId club, long number, Instant since) {}

  /** A compiled program and the club's units it was compiled with. */
  private record Compiled(Program program, List<Unit> units) {}

  private record KnownWords(Club club, Vocabulary words, long readAt) {}

  private record VersionKey(ClubId club, UUID campaign, int version) {}

  Program get(Club club, long number, Instant at) {
    List<Change> changes = changes(club.id(), number);
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
    Program made = Program.compile(live(club, changes, number, at), vocabulary(club));
    if (compiled.size() >= MOST_KEPT) {
      compiled.clear();
    }
    compiled.put(key, new Compiled(made, club.units()));
    return made;
  }

  CampaignDefinition definition(Club club, UUID campaign, int version) {
    return parsed.computeIfAbsent(
        new VersionKey(club.id(), campaign, version), _ -> read(club, campaign, version));
  }

  /** The words of a club, at most a second old. */
  Vocabulary vocabulary(Club club) {
    Set<String> codes = tiers.codes(club);
    KnownWords known = words.get(club.id());
    if (known != null
        && System.nanoTime() - known.readAt() < FRESH.toNanos()
        && known.club().equals(club)
        && codes.equals(known.words().tiers())) {
      return known.words();
    }
    Vocabulary read = Words.of(club, activity.eventTypes(club.id()), codes);
    // The same words stay the same object, which makes comparing them free.
    Vocabulary kept = known != null && known.words().equals(read) ? known.words() : read;
    words.put(club.id(), new KnownWords(club, kept, System.nanoTime()));
    return kept;
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

  private List<Change> changes(ClubId club, long number) {
    History known = histories.get(club);
    if (known != null && known.number() >= number) {
      return known.changes();
    }
    List<Change> read = store.changes(club);
    long newest = read.isEmpty() ? 0 : read.getLast().program();
    histories.put(club, new History(newest, read));
    return read;
  }

  private CampaignDefinition read(Club club, UUID campaign, int version) {
    return store
        .version(club.id(), campaign, version)
        .map(kept -> definitions.parse(kept.definition(), vocabulary(club).ofAnyTier()))
        .map(outcome ->
            outcome instanceof Done<CampaignDefinition>(CampaignDefinition definition)
                ? definition
                : null)
        .orElseThrow(() ->
            new IllegalStateException(
                "published version " + version + " of campaign " + campaign + " is unreadable"));
  }
}
