package club.vafa.acts;

import club.vafa.acts.Kinds.Kind;
import club.vafa.api.Caller;
import club.vafa.api.Idempotency;
import club.vafa.api.NextAct;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Writes down what is done. A request that is an act is noted when it comes in; its row is part of
 * the first commit made for it, so that nothing is done without one. When the answer is known and
 * is no, or names what was made, that is written beside it.
 */
@Component
class Scribe implements HandlerInterceptor, TransactionExecutionListener, NextAct {
  private static final Logger LOG = LoggerFactory.getLogger(Scribe.class);
  private static final String NOTED = Scribe.class.getName();
  private static final int REFUSED = 400;

  private final Kinds kinds;
  private final ActStore store;
  private final Ids ids;
  private final Clock clock;

  Scribe(Kinds kinds, ActStore store, Ids ids, Clock clock) {
    this.kinds = kinds;
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  /** An act under way, and whether its row is part of a commit already. */
  private static final class Noted {
    private final Caller caller;
    private final Act act;
    private boolean written;

    Noted(Caller caller, Act act) {
      this.caller = caller;
      this.act = act;
    }
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
        && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
            instanceof String pattern) {
      kinds
          .of(request.getMethod(), pattern)
          .ifPresent(kind -> request.setAttribute(NOTED, noted(request, caller, kind)));
    }
    return true;
  }

  private Noted noted(HttpServletRequest request, Caller caller, Kind kind) {
    Said said = Said.of(request);
    String verb = kind.field().isEmpty() ? kind.verb() : said.verb(kind);
    return new Noted(
        caller,
        new Act(
            ids.next(),
            clock.instant(),
            caller.actor(),
            kind.subject() + "." + verb,
            !request.getRequestURI().startsWith("/v1/"),
            said.subject(),
            said.member(),
            said.details(kind.subject())));
  }

  /** The act before stands when its row does, and else was none. */
  @Override
  public void begins(String kind, String subject) {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
        && asked.getRequest().getAttribute(NOTED) instanceof Noted before) {
      Act act = before.act;
      asked
          .getRequest()
          .setAttribute(
              NOTED,
              new Noted(
                  before.caller,
                  new Act(
                      ids.next(),
                      clock.instant(),
                      act.actor(),
                      kind,
                      act.console(),
                      subject,
                      act.member(),
                      act.details())));
    }
  }

  /** Part of whatever is about to be committed for the request of this thread. */
  @Override
  public void beforeCommit(TransactionExecution transaction) {
    if (!transaction.isReadOnly()
        && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
        && asked.getRequest().getAttribute(NOTED) instanceof Noted noted
        && !noted.written) {
      noted.written = true;
      store.insert(noted.caller.club(), noted.act);
    }
  }

  /** A commit that failed took the row with it. */
  @Override
  public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
    if (failure != null
        && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
        && asked.getRequest().getAttribute(NOTED) instanceof Noted noted) {
      noted.written = false;
    }
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (!(request.getAttribute(NOTED) instanceof Noted noted)) {
      return;
    }
    request.removeAttribute(NOTED);
    boolean done =
        failure == null
            && response.getStatus() < REFUSED
            && response.getHeader(Idempotency.REPLAYED) == null;
    try {
      ClubScope.run(noted.caller.club(), () -> finish(noted, done, response));
    } catch (RuntimeException lost) {
      // The act itself stands; who reads of it may take one that was refused for done.
      LOG.warn("what came of {} could not be written", noted.act.kind(), lost);
    }
  }

  private void finish(Noted noted, boolean done, HttpServletResponse response) {
    String made = noted.act.subject() == null ? Said.made(response) : null;
    if (done && !noted.written) {
      store.insert(noted.caller.club(), noted.act);
      noted.written = true;
    }
    if (noted.written && (!done || made != null)) {
      store.finish(noted.caller.club(), noted.act.id(), done, made);
    }
  }
}
