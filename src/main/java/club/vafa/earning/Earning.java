package club.vafa.earning;

import club.vafa.activity.Activity;
import club.vafa.activity.Event;
import club.vafa.activity.NaturalKey;
import club.vafa.activity.Purchase;
import club.vafa.activity.Return;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.ledger.Entry;
import club.vafa.rules.Explanation;
import club.vafa.rules.Facts.Standing;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes purchases, returns and events in, and gives their effects out. */
@Component
public class Earning {
  private final Commits commits;
  private final Quotes quotes;
  private final Returns returns;
  private final Explaining explaining;
  private final Activity activity;
  private final Clubs clubs;
  private final Rehearsals rehearsals;
  private final Statement statement;
  private final Ids ids;
  private final Map<ClubId, CommitLine> lines = new ConcurrentHashMap<>();

  Earning(
      Commits commits,
      Quotes quotes,
      Returns returns,
      Explaining explaining,
      Activity activity,
      Clubs clubs,
      Rehearsals rehearsals,
      Statement statement,
      Ids ids) {
    this.commits = commits;
    this.quotes = quotes;
    this.returns = returns;
    this.explaining = explaining;
    this.activity = activity;
    this.clubs = clubs;
    this.rehearsals = rehearsals;
    this.statement = statement;
    this.ids = ids;
  }

  /** Records a purchase; the answer comes when it is durable. */
  public Outcome<Recorded<Purchase>> purchase(ClubId club, NewPurchase purchase) {
    return purchases(club, List.of(purchase)).getFirst();
  }

  /** Records purchases in their order, each refused or done for itself. */
  public List<Outcome<Recorded<Purchase>>> purchases(ClubId club, List<NewPurchase> purchases) {
    List<Task.Buy> tasks = new ArrayList<>(purchases.size());
    for (NewPurchase purchase : purchases) {
      tasks.add(new Task.Buy(ids.next(), purchase, new CompletableFuture<>()));
    }
    line(club).join(tasks);
    return tasks.stream().map(task -> await(task.answer())).toList();
  }

  /**
   * Records a purchase without waiting.
   *
   * @return the answer when it is durable; null when the line is full, and nothing was begun
   */
  public @Nullable CompletableFuture<Outcome<Recorded<Purchase>>> begin(
      ClubId club, NewPurchase purchase) {
    Task.Buy task = new Task.Buy(ids.next(), purchase, new CompletableFuture<>());
    return line(club).tryJoin(task) ? task.answer() : null;
  }

  /** What a purchase would do now, with nothing written. */
  public Outcome<Recorded<Purchase>> quote(ClubId club, NewPurchase purchase) {
    return quotes.quote(club, purchase);
  }

  /** Records an event; the answer comes when it is durable. */
  public Outcome<Recorded<Event>> event(ClubId club, NewEvent event) {
    return events(club, List.of(event)).getFirst();
  }

  /** Records events in their order, each refused or done for itself. */
  public List<Outcome<Recorded<Event>>> events(ClubId club, List<NewEvent> events) {
    List<Task.Happen> tasks = new ArrayList<>(events.size());
    for (NewEvent event : events) {
      tasks.add(new Task.Happen(ids.next(), event, new CompletableFuture<>()));
    }
    line(club).join(tasks);
    return tasks.stream().map(task -> await(task.answer())).toList();
  }

  /** Records that goods of a purchase came back, and undoes what they had caused. */
  public Outcome<Returned> giveBack(ClubId club, UUID purchase, NewReturn wanted) {
    return ClubScope.call(club, () -> returns.giveBack(club, purchase, wanted));
  }

  public Optional<Purchase> find(ClubId club, UUID id) {
    return ClubScope.call(club, () -> activity.purchase(club, id));
  }

  public Optional<Purchase> find(ClubId club, NaturalKey key) {
    return ClubScope.call(club, () -> activity.purchase(club, key));
  }

  /** A recorded purchase with all that was answered when it was reported. */
  public Recorded<Purchase> again(ClubId club, Purchase purchase) {
    return ClubScope.call(club, () -> explaining.again(clubs.get(club), purchase));
  }

  /** A recorded event with all that was answered when it was reported. */
  public Recorded<Event> again(ClubId club, Event event) {
    return ClubScope.call(club, () -> explaining.again(clubs.get(club), event));
  }

  /** Why a recorded purchase had the effects it had; nothing for an anonymous one. */
  public Optional<Explanation> explain(ClubId club, Purchase purchase) {
    return purchase.member() == null
        ? Optional.empty()
        : ClubScope.call(club, () -> Optional.of(explaining.explain(clubs.get(club), purchase)));
  }

  /** What has come back of a purchase so far. */
  public List<Return> returnsOf(ClubId club, UUID purchase) {
    return ClubScope.call(club, () -> activity.returns(club, purchase));
  }

  /**
   * A member's statement, newest first. The books move award by award; what one document did at
   * once is one line.
   */
  public Page<StatementLine> statement(
      Club club, Language language, MemberId member, Paging paging) {
    return statement.of(club, language, member, paging);
  }

  /**
   * Begins a member's past anew under another program, with nothing in the books.
   *
   * @param told of each entry the books would have
   */
  public Rehearsal rehearse(Rehearsal.Stage stage, Buyer member, Consumer<Entry> told) {
    return rehearsals.begin(stage, member, told);
  }

  /** What paid memberships covered whom when, for rehearsals. */
  public Rehearsal.Memberships pastMemberships(Club club) {
    return rehearsals.memberships(club);
  }

  /** Where these members stand, as far as the campaigns of a program ask for it. */
  public Map<MemberId, Standing> standings(Club club, long program, Set<MemberId> members) {
    return rehearsals.standings(club, program, members);
  }

  private CommitLine line(ClubId club) {
    return lines.computeIfAbsent(club, id -> new CommitLine(id, commits::commit));
  }

  private static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  @PreDestroy
  void close() {
    lines.values().forEach(CommitLine::close);
  }
}
