package club.vafa.operations.imports;

import club.vafa.activity.Purchase;
import club.vafa.api.ApiCode;
import club.vafa.clubs.Club;
import club.vafa.earning.Earning;
import club.vafa.earning.NewPurchase;
import club.vafa.earning.Recorded;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Does purchases together and returns side by side, and yet each member's steps one after the
 * other. A wave is every member's next purchases up to the first return, in one go, and then the
 * returns up to the next purchase; waves follow until nothing is left. So a return sees the
 * purchases before it, and a purchase the returns.
 */
final class Waves {
  private static final Logger log = LoggerFactory.getLogger(Waves.class);
  private static final int RETURNS_AT_ONCE = 4;

  private final Earning earning;
  private final ClubId club;
  private final Tally tally;
  private final SoldGoods goods;
  private final Givebacks givebacks;

  Waves(Rooms rooms, Club club, ImportOptions options, Tally tally) {
    this.earning = rooms.earning();
    this.club = club.id();
    this.tally = tally;
    this.goods = new SoldGoods(rooms.activity(), club.id(), options.form().source());
    this.givebacks = new Givebacks(rooms.earning(), rooms.activity(), goods, club.id(), options);
  }

  /** Something a member does. */
  sealed interface Step {
    record Buy(List<Row> rows, NewPurchase purchase, @Nullable MemberId member) implements Step {}

    record Back(GoodsBack back, MemberId member) implements Step {}
  }

  /** The steps of a group: goods that come back do so after what is bought with them. */
  static List<Step> steps(Group group, @Nullable MemberId member) {
    List<Step> steps = new ArrayList<>(2);
    NewPurchase purchase = group.purchase();
    GoodsBack back = group.back();
    if (purchase != null) {
      steps.add(new Step.Buy(group.sold(), purchase, member));
    }
    if (back != null && member != null) {
      steps.add(new Step.Back(back, member));
    }
    return steps;
  }

  List<RefusedRow> run(List<Step> steps) {
    List<RefusedRow> refused = new ArrayList<>();
    List<Step> left = steps;
    while (!left.isEmpty()) {
      Wave wave = Wave.first(left);
      refused.addAll(buy(wave.buys()));
      refused.addAll(giveBack(wave.backs()));
      left = wave.later();
    }
    return refused;
  }

  /** What can be done now, and what must wait for it. */
  private record Wave(List<Step.Buy> buys, Map<MemberId, List<Step.Back>> backs, List<Step> later) {

    static Wave first(List<Step> steps) {
      Wave wave = new Wave(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
      Set<MemberId> waiting = new HashSet<>();
      for (Step step : steps) {
        switch (step) {
          case Step.Buy buy -> {
            MemberId member = buy.member();
            if (member != null && wave.backs.containsKey(member)) {
              waiting.add(member);
              wave.later.add(buy);
            } else {
              wave.buys.add(buy);
            }
          }
          case Step.Back back -> {
            if (waiting.contains(back.member())) {
              wave.later.add(back);
            } else {
              wave.backs.computeIfAbsent(back.member(), _ -> new ArrayList<>()).add(back);
            }
          }
        }
      }
      return wave;
    }
  }

  private List<RefusedRow> buy(List<Step.Buy> buys) {
    if (buys.isEmpty()) {
      return List.of();
    }
    List<Outcome<Recorded<Purchase>>> outcomes;
    try {
      outcomes = earning.purchases(club, buys.stream().map(Step.Buy::purchase).toList());
    } catch (DataAccessResourceFailureException unreachable) {
      throw unreachable;
    } catch (RuntimeException broken) {
      // One of them broke something; sent again one by one, those that are done stay as they are.
      log.debug("A chunk failed and is sent again one by one", broken);
      outcomes = buys.stream().map(this::alone).toList();
    }
    List<RefusedRow> refused = new ArrayList<>();
    for (int at = 0; at < buys.size(); at++) {
      refused.addAll(bought(buys.get(at), outcomes.get(at)));
    }
    return refused;
  }

  private Outcome<Recorded<Purchase>> alone(Step.Buy buy) {
    try {
      return earning.purchase(club, buy.purchase());
    } catch (DataAccessResourceFailureException unreachable) {
      throw unreachable;
    } catch (RuntimeException broken) {
      log.error("The purchase {} could not be recorded", buy.purchase().key(), broken);
      return Outcome.refused(Refusal.of(ApiCode.INTERNAL));
    }
  }

  private List<RefusedRow> bought(Step.Buy buy, Outcome<Recorded<Purchase>> outcome) {
    return switch (outcome) {
      case Done<Recorded<Purchase>>(Recorded<Purchase> recorded) -> {
        tally.add(recorded.replayed() ? Tally.Kind.REPEATED : Tally.Kind.PURCHASES, 1);
        if (buy.member() != null) {
          goods.sold(buy.member(), recorded.activity(), !recorded.replayed());
        }
        yield List.of();
      }
      case Refused<Recorded<Purchase>>(List<Refusal> refusals) ->
          RefusedRow.all(buy.rows(), refusals.getFirst());
    };
  }

  private List<RefusedRow> giveBack(Map<MemberId, List<Step.Back>> backs) {
    if (backs.isEmpty()) {
      return List.of();
    }
    List<Callable<List<RefusedRow>>> members = new ArrayList<>();
    backs.values().forEach(steps -> members.add(() -> giveBack(steps)));
    List<RefusedRow> refused = new ArrayList<>();
    try (ExecutorService together = Executors.newFixedThreadPool(RETURNS_AT_ONCE)) {
      for (Future<List<RefusedRow>> one : together.invokeAll(members)) {
        refused.addAll(one.get());
      }
      return refused;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while importing", interrupted);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failed.getCause());
    }
  }

  private List<RefusedRow> giveBack(List<Step.Back> steps) {
    List<RefusedRow> refused = new ArrayList<>();
    for (Step.Back step : steps) {
      Givebacks.Answer answer = givebacks.giveBack(step.back(), step.member());
      tally.add(Tally.Kind.RETURNS, answer.parts());
      tally.add(Tally.Kind.REPEATED, answer.repeated() ? 1 : 0);
      refused.addAll(answer.refused());
    }
    return refused;
  }
}
