package club.vafa.trials;

import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;

/** A till of the shop: sells, alone and in batches, takes goods back, and notes what it is told. */
final class Till implements Runnable {
  private static final String PURCHASES = "/v1/purchases";

  private final String name;
  private final SplittableRandom random;
  private final Web web;
  private final AtomicBoolean open;
  private final Queue<Paper> papers;
  private final List<Paper> mine = new ArrayList<>();
  private final TreeMap<String, Integer> strange;
  private int sent;

  /**
   * @param papers where every paper goes before it is sent
   * @param strange answers that neither say done nor refused, counted
   */
  Till(String name, long seed, Web web, Shop shop) {
    this.name = name;
    this.random = new SplittableRandom(seed);
    this.web = web;
    this.open = shop.open();
    this.papers = shop.papers();
    this.strange = shop.strange();
  }

  /** What the tills of a round share. */
  record Shop(AtomicBoolean open, Queue<Paper> papers, TreeMap<String, Integer> strange) {
    static Shop opened() {
      return new Shop(new AtomicBoolean(true), new ConcurrentLinkedQueue<>(), new TreeMap<>());
    }
  }

  static String phone(int member) {
    return "+491511234%04d".formatted(member);
  }

  @Override
  public void run() {
    while (open.get()) {
      int dice = random.nextInt(10);
      if (dice < 2) {
        batch();
      } else if (dice < 4) {
        giveBack();
      } else {
        one(sale());
      }
    }
  }

  private Paper sale() {
    String id = name + "-" + sent++;
    int member = random.nextInt(Office.MEMBERS);
    int cents = 100 + random.nextInt(2000);
    String payment =
        random.nextInt(5) == 0
            ? ",'payments':[{'kind':'wallet','unit':'points','amount':'40'}]"
            : "";
    String body =
        ("{'source':'trial','externalId':'%s','member':{'phone':'%s'},'currency':'EUR','lines':["
                + "{'sku':'A','quantity':'1','amount':'%d.%02d'},"
                + "{'sku':'B','quantity':'2','amount':'1.00'}]%s}")
            .formatted(id, phone(member), cents / 100, cents % 100, payment);
    return kept(new Paper(id, PURCHASES, body.replace('\'', '"'), member, null));
  }

  private Paper kept(Paper paper) {
    papers.add(paper);
    mine.add(paper);
    return paper;
  }

  private void one(Paper paper) {
    Answer answer = send(paper.path(), paper.body());
    if (answer != null) {
      note(paper, answer.status(), answer.body());
    }
  }

  private void batch() {
    List<Paper> together = new ArrayList<>();
    for (int at = 0; at < 2 + random.nextInt(20); at++) {
      together.add(sale());
    }
    String body =
        "{\"purchases\":[" + String.join(",", together.stream().map(Paper::body).toList()) + "]}";
    Answer answer = send("/v1/purchases:batch", body);
    if (answer != null && answer.status() == 200) {
      JsonNode items = answer.body().get("data");
      for (int at = 0; at < together.size(); at++) {
        JsonNode item = items.get(at);
        note(together.get(at), item.get("status").asInt(), item.get("body"));
      }
    } else if (answer != null) {
      count("batch " + answer.status());
    }
  }

  private void giveBack() {
    if (mine.isEmpty()) {
      return;
    }
    Paper sold = mine.get(random.nextInt(mine.size()));
    if (sold.isReturn() || !sold.is(Paper.Fate.DONE) || !sold.state().takeBack()) {
      return;
    }
    String id = "back-" + sold.id();
    String what =
        random.nextBoolean() ? "\"all\":true" : "\"lines\":[{\"line\":1,\"quantity\":\"1\"}]";
    String path = PURCHASES + "/" + sold.state().answer().get("id").asString() + "/returns";
    one(
        kept(
            new Paper(
                id, path, "{\"externalId\":\"" + id + "\"," + what + "}", sold.phone(), sold)));
  }

  private Answer send(String path, String body) {
    try {
      return web.exchange(web.request("POST", path, BodyPublishers.ofString(body)));
    } catch (IOException gone) {
      count("no answer");
      if (open.get()) {
        Child.pause(20);
      }
      return null;
    }
  }

  private void note(Paper paper, int status, JsonNode body) {
    if (status == 201) {
      paper.state().done(body);
    } else if (status == 422 || status == 409) {
      paper.state().refused();
    } else {
      count(Integer.toString(status));
    }
  }

  private void count(String what) {
    synchronized (strange) {
      strange.merge(what, 1, Integer::sum);
    }
  }
}
