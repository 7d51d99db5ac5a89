package club.vafa.program;

import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The texts a club uses for its messages to members; it sends none. */
@Component
public class Messages {
  static final int MOST = 500;

  private final MessageStore store;
  private final ProgramStore program;
  private final Clock clock;

  Messages(MessageStore store, ProgramStore program, Clock clock) {
    this.store = store;
    this.program = program;
    this.clock = clock;
  }

  public Optional<MessageText> find(ClubId club, String code) {
    return store.find(club, code);
  }

  /** Texts by code, those after the given code. */
  public List<MessageText> list(ClubId club, String after, int limit) {
    return store.list(club, after, limit);
  }

  /** All texts. */
  public List<MessageText> all(ClubId club) {
    return store.list(club, "", MOST);
  }

  /** Keeps a text, in place of the one of its code. */
  @Transactional
  public Outcome<MessageText> put(ClubId club, MessageForm form, String actor) {
    return form.read(actor, clock.instant())
        .then(text -> {
          program.lock(club);
          List<MessageText> known = all(club);
          if (known.size() >= MOST
              && known.stream().noneMatch(one -> one.code().equals(text.code()))) {
            return Outcome.refused(
                Refusal.at("", ProgramCode.MESSAGES_TOO_MANY, Map.of("limit", MOST)));
          }
          store.put(club, text);
          return Outcome.done(text);
        });
  }

  /** Removes a text. */
  @Transactional
  public Outcome<MessageText> remove(ClubId club, String code) {
    program.lock(club);
    Optional<MessageText> known = store.find(club, code);
    if (known.isEmpty()) {
      return Outcome.refused(Refusal.of(ProgramCode.MESSAGE_NOT_FOUND));
    }
    store.delete(club, code);
    return Outcome.done(known.get());
  }
}
