package club.vafa.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.vafa.activity.NaturalKey;
import club.vafa.api.ApiCode;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rules.Facts.TriggerKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** Who is turned away in the line before a club's books comes first, and is waited for at last. */
class CommitLineTests {
  private static final Ids IDS = new Ids();

  private final List<String> commits = new ArrayList<>();

  /** A line whose commits are written down, and who of them is turned away. */
  private CommitLine line(BiPredicate<String, Integer> turnedAway) {
    return new CommitLine(
        new ClubId(IDS.next()),
        (_, tasks, patient) -> {
          int number = commits.size();
          commits.add(tasks.stream().map(CommitLineTests::name).toList() + (patient ? "!" : ""));
          List<Task> turned = new ArrayList<>();
          for (Task task : tasks) {
            if (!patient && turnedAway.test(name(task), number)) {
              turned.add(task);
            } else {
              ((Task.Happen) task)
                  .answer()
                  .complete(Outcome.refused(Refusal.of(ApiCode.NOT_FOUND)));
            }
          }
          return turned;
        });
  }

  private static String name(Task task) {
    return ((Task.Happen) task).event().type();
  }

  private static Task.Happen task(String name) {
    NewEvent event =
        new NewEvent(
            new NaturalKey("t", name),
            new MemberRef(MemberRef.Kind.CARD, name),
            TriggerKind.EVENT,
            name,
            Instant.EPOCH,
            Map.of(),
            "{}",
            new UUID(0, 0),
            null);
    return new Task.Happen(IDS.next(), event, new CompletableFuture<>());
  }

  private static void answered(List<Task.Happen> tasks) throws Exception {
    for (Task.Happen task : tasks) {
      task.answer().get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void whoeverIsLeftAloneIsWaitedFor() throws Exception {
    List<Task.Happen> tasks = List.of(task("sara"), task("reza"));
    try (CommitLine line = line((name, _) -> name.equals("reza"))) {
      line.join(tasks);
      answered(tasks);
    }
    assertThat(commits).containsExactly("[sara, reza]", "[reza]!");
  }

  @Test
  void whoIsTurnedAwayComesFirstAndIsWaitedForAfterThreeTimes() throws Exception {
    List<Task.Happen> all = new ArrayList<>();
    CommitLine[] self = new CommitLine[1];
    // Whenever somebody is turned away another caller has come meanwhile.
    BiPredicate<String, Integer> reza =
        (name, number) -> {
          if (name.equals("reza")) {
            Task.Happen next = task("next" + number);
            all.add(next);
            self[0].join(List.of(next));
          }
          return name.equals("reza");
        };
    try (CommitLine line = line(reza)) {
      self[0] = line;
      Task.Happen first = task("reza");
      line.join(List.of(first));
      answered(List.of(first));
      answered(List.copyOf(all));
    }
    assertThat(commits)
        .containsExactly("[reza]", "[reza, next0]", "[reza, next1]", "[reza]!", "[next2]");
  }

  @Test
  void whoCannotWaitFindsTheLineFullOrClosed() {
    CompletableFuture<Boolean> open = new CompletableFuture<>();
    CommitLine line =
        new CommitLine(
            new ClubId(IDS.next()),
            (_, tasks, _) -> {
              open.join();
              tasks.forEach(task -> task.fail(new IllegalStateException("for the test")));
              return List.of();
            });
    List<Task.Happen> joined = new ArrayList<>();
    Task.Happen task = task("a");
    while (line.tryJoin(task)) {
      joined.add(task);
      task = task("a");
    }

    // Two commits may be under way besides those that wait.
    assertThat(joined).hasSizeBetween(20_000, 21_024);
    open.complete(true);
    assertThat(joined).allMatch(one -> one.answer().handle((_, fault) -> fault != null).join());
    assertThat(task.answer()).isNotDone();
    line.close();
    Task.Happen late = task;
    assertThatThrownBy(() -> line.tryJoin(late)).isInstanceOf(IllegalStateException.class);
  }
}
