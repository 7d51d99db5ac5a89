package club.vafa.trials;

import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** After a crash: is everything that was acknowledged there as it was acknowledged, and once? */
final class Audit {
  private static final int CLERKS = 4;

  private final Web web;
  private final List<String> faults;
  private final AtomicInteger survived = new AtomicInteger();

  Audit(Web web, List<String> faults) {
    this.web = web;
    this.faults = faults;
  }

  /** How many that nobody acknowledged had been done all the same. */
  int survived() {
    return survived.get();
  }

  void sales(Collection<Paper> papers) {
    each(papers.stream().filter(paper -> !paper.isReturn()).toList(), this::sale);
  }

  /** Returns last, because what they are about must be there again first. */
  void all(Collection<Paper> papers) {
    sales(papers);
    each(papers.stream().filter(Paper::isReturn).toList(), this::giveBack);
  }

  private void sale(Paper paper) {
    Answer found = web.get("/v1/purchases?source=trial&externalId=" + paper.id());
    switch (paper.state().fate()) {
      case DONE -> {
        if (found.status() != 200 || !found.body().equals(paper.state().answer())) {
          fault(paper, "acknowledged as " + paper.state().answer() + " and found as", found);
        }
      }
      case REFUSED -> {
        if (found.status() != 404) {
          fault(paper, "refused and found as", found);
        }
      }
      case UNKNOWN -> again(paper, found);
    }
  }

  private void again(Paper paper, Answer found) {
    boolean there = found.status() == 200;
    if (there) {
      survived.incrementAndGet();
    }
    Answer answer = send(paper);
    if (answer.status() == 201 && answer.replayed() == there) {
      if (there && !answer.body().equals(found.body())) {
        fault(paper, "found as " + found.text() + " and repeated as", answer);
      }
      paper.state().done(answer.body());
      sale(paper);
    } else if (answer.status() == 422 && !there) {
      paper.state().refused();
    } else {
      fault(paper, "found with " + found.status() + " and sent again", answer);
    }
  }

  private void giveBack(Paper paper) {
    if (paper.is(Paper.Fate.REFUSED)) {
      return;
    }
    Answer answer = send(paper);
    if (paper.is(Paper.Fate.DONE)) {
      if (!answer.replayed() || !answer.body().equals(paper.state().answer())) {
        fault(paper, "acknowledged as " + paper.state().answer() + " and repeated as", answer);
      }
    } else if (answer.status() == 201) {
      if (answer.replayed()) {
        survived.incrementAndGet();
      }
      paper.state().done(answer.body());
    } else {
      fault(paper, "sent again", answer);
    }
  }

  private Answer send(Paper paper) {
    try {
      return web.exchange(web.request("POST", paper.path(), BodyPublishers.ofString(paper.body())));
    } catch (IOException broken) {
      throw new AssertionError(paper.id(), broken);
    }
  }

  private void fault(Paper paper, String what, Answer answer) {
    synchronized (faults) {
      faults.add(paper.id() + " was " + what + ": " + answer.status() + " " + answer.text());
    }
  }

  private static void each(List<Paper> papers, Consumer<Paper> check) {
    try (ExecutorService clerks = Executors.newFixedThreadPool(CLERKS)) {
      List<Future<?>> checks = new ArrayList<>();
      papers.forEach(paper -> checks.add(clerks.submit(() -> check.accept(paper))));
      for (Future<?> done : checks) {
        done.get();
      }
    } catch (InterruptedException | ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }
}
