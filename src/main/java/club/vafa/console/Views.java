package club.vafa.console;

import club.vafa.api.Caller;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Views of lists, each person's own and those shared with the whole club. */
@Component
public class Views {
  private static final int MOST = 100;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_QUERY = 2000;
  private static final String LIST = "/console/[a-z/-]{1,80}";
  private static final String QUERY = "[A-Za-z0-9_.*%&=+~!'():,@/-]*";

  private final ViewStore store;
  private final Ids ids;
  private final Clock clock;

  Views(ViewStore store, Ids ids, Clock clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  /** What somebody wants to keep. */
  public record NewView(String list, String query, String name, boolean shared) {}

  /** Whether this can be the address of a list. */
  public static boolean isList(String list) {
    return list.matches(LIST);
  }

  public List<View> of(Caller caller, String list) {
    return store.of(caller, list, MOST);
  }

  @Transactional
  public Outcome<View> keep(Caller caller, NewView wanted) {
    Input input = new Input();
    String name = input.text("/name", wanted.name(), LONGEST_NAME);
    if (!isList(wanted.list())
        || wanted.query().length() > LONGEST_QUERY
        || !wanted.query().matches(QUERY)) {
      input.refuse("/query", ConsoleCode.VIEW_FORM);
    }
    if (store.count(caller) >= MOST) {
      input.refuse("", ConsoleCode.VIEWS_FULL, Map.of("limit", MOST));
    }
    if (input.faulty()) {
      return Outcome.refused(input.refusals());
    }
    View view = new View(ids.next(), wanted.list(), name, wanted.query(), true, wanted.shared());
    store.insert(caller, view, clock.instant());
    return Outcome.done(view);
  }

  @Transactional
  public Outcome<UUID> drop(Caller caller, UUID id) {
    return store.delete(caller, id)
        ? Outcome.done(id)
        : Outcome.refused(Refusal.of(ConsoleCode.VIEW_UNKNOWN));
  }
}
