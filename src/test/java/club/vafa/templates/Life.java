package club.vafa.templates;

import club.vafa.clubs.Club;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people of a story do, in the words of its table. */
final class Life {
  private static final AtomicInteger PHONES = new AtomicInteger();
  private static final Pattern LINE =
      Pattern.compile("(\\d+(?:\\.\\d+)?)(?: x(\\d+))?(?: ([^#]+?))?(?: #(\\S+))?");

  private final Web web;
  private final Club club;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> sales = new HashMap<>();
  private final Map<String, String> claims = new HashMap<>();
  private final Map<String, String> memberships = new HashMap<>();
  private int documents;

  Life(Web web, Club club) {
    this.web = web;
    this.club = club;
  }

  String id(String who) {
    return Optional.ofNullable(ids.get(who)).orElseThrow(() -> new AssertionError(who));
  }

  Statement statement(String who) {
    return new Statement(web, id(who));
  }

  /** Does what stands in the table, and says what came of it. */
  String act(String day, String who, String what) {
    String[] words = what.split(" ", 2);
    String rest = words.length > 1 ? words[1] : "";
    return switch (words[0]) {
      case "joins" -> joins(who, rest);
      case "buys" -> buys(day, who, rest);
      case "returns" -> returns(day, who, rest);
      case "claims" -> claims(who, rest);
      case "gives" -> revokes(who);
      case "gets" -> fulfils(who);
      case "does" -> does(who, rest);
      case "takes" -> takes(who, rest);
      case "pays" -> pays(who);
      case "cancels" -> cancels(who, rest);
      case "adds" -> adds(who, rest);
      case "saved" -> saved(who);
      case "waits" -> "";
      case "account" -> statement(who).told();
      default -> throw new AssertionError(what);
    };
  }

  /** {@code joins}, {@code joins born 1990-03-21}, {@code joins by sara}. */
  private String joins(String who, String how) {
    StringBuilder more = new StringBuilder();
    Matcher born = Pattern.compile("born (\\S+)").matcher(how);
    if (born.find()) {
      more.append(",'birthDate':'").append(born.group(1)).append('\'');
    }
    Matcher by = Pattern.compile("by (\\S+)").matcher(how);
    if (by.find()) {
      String code = web.get("/v1/members/" + id(by.group(1)) + "/referral").expect(200).at("/code");
      more.append(",'referralCode':'").append(code).append('\'');
    }
    long number = 10_000_000L + 1_234_567L * PHONES.incrementAndGet() % 89_999_999L;
    ids.put(
        who,
        web.post(
                "/v1/members",
                "{'firstName':'%s','phone':'+49151%08d'%s}".formatted(who, number, more))
            .expect(201)
            .at("/id"));
    return "";
  }

  /**
   * {@code buys 4.80 coffee + 3.00 x2 cake, at north, using A coffee, paying 10 points}: lines of
   * amount, pieces, category and article; vouchers are named as their rewards are. With {@code
   * times 5} it is five sales.
   */
  private String buys(String day, String who, String what) {
    String[] parts = what.split(", ");
    List<String> lines = new ArrayList<>();
    for (String line : parts[0].split(" \\+ ")) {
      lines.add(line(line));
    }
    StringBuilder more = new StringBuilder();
    int times = 1;
    for (int at = 1; at < parts.length; at++) {
      if (parts[at].startsWith("times ")) {
        times = Integer.parseInt(parts[at].substring(6));
      } else {
        more.append(extra(who, parts[at]));
      }
    }
    List<Answer> answers = new ArrayList<>();
    for (int time = 0; time < times; time++) {
      answers.add(buy(who, lines, more.toString()));
    }
    sales.put(who, answers.getLast().at("/id"));
    sales.put(who + " " + day, answers.getLast().at("/id"));
    return Outcomes.of(answers);
  }

  private Answer buy(String who, List<String> lines, String more) {
    documents++;
    return web.post(
            "/v1/purchases",
            """
            {'source':'till','externalId':'%d','member':{'id':'%s'},'currency':'%s',
             'lines':[%s]%s}
            """
                .formatted(
                    documents,
                    id(who),
                    club.currency().getCurrencyCode(),
                    String.join(",", lines),
                    more))
        .expect(201);
  }

  private static String line(String line) {
    Matcher parts = LINE.matcher(line.strip());
    if (!parts.matches()) {
      throw new AssertionError("no goods: " + line);
    }
    return "{'sku':'%s','amount':'%s','quantity':'%s'%s}"
        .formatted(
            parts.group(4) == null ? "A" : parts.group(4),
            parts.group(1),
            parts.group(2) == null ? "1" : parts.group(2),
            parts.group(3) == null ? "" : ",'category':'" + parts.group(3) + "'");
  }

  private String extra(String who, String what) {
    String[] words = what.split(" ", 2);
    return switch (words[0]) {
      case "at" -> ",'branch':'" + words[1] + "'";
      case "using" -> ",'coupons':['" + voucher(who, words[1]) + "']";
      case "paying" -> {
        String[] pay = words[1].split(" ");
        yield ",'payments':[{'kind':'wallet','unit':'%s','amount':'%s'}]".formatted(pay[1], pay[0]);
      }
      default -> throw new AssertionError(what);
    };
  }

  private String voucher(String who, String name) {
    return statement(who).vouchers().stream()
        .filter(voucher -> voucher.path("name").asString("").equals(name))
        .map(voucher -> voucher.path("code").asString(""))
        .findFirst()
        .orElseThrow(() -> new AssertionError(who + " has no " + name));
  }

  /** {@code returns}, {@code returns line 0}, {@code returns 2030-01-05}, both. */
  private String returns(String day, String who, String what) {
    Matcher of = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})").matcher(what);
    Matcher line = Pattern.compile("line (\\d+)").matcher(what);
    String sale = sales.get(of.find() ? who + " " + of.group(1) : who);
    documents++;
    String goods =
        line.find()
            ? "'lines':[{'line':%s,'quantity':'1'}]".formatted(line.group(1))
            : "'all':true";
    return Outcomes.ofReturn(
        web.post(
                "/v1/purchases/" + sale + "/returns",
                "{'externalId':'r%d',%s}".formatted(documents, goods))
            .expect(201));
  }

  private String claims(String who, String reward) {
    Answer answer =
        web.post("/v1/claims", "{'member':'%s','reward':'%s'}".formatted(id(who), reward));
    if (answer.status() != 201) {
      return answer.at("/code");
    }
    claims.put(who, answer.at("/id"));
    return "-%s %s%s"
        .formatted(
            answer.at("/units"),
            answer.at("/unit"),
            answer.at("/state").equals("fulfilled") ? "" : ", " + answer.at("/state"));
  }

  /** Gives back what was claimed last. */
  private String revokes(String who) {
    Answer answer =
        web.post("/v1/claims/" + claims.get(who) + "/revoke", "{'reason':'not wanted'}")
            .expect(200);
    var steps = answer.body().path("steps");
    return "back " + steps.get(steps.size() - 1).path("usable").asString("");
  }

  private String fulfils(String who) {
    return web.post("/v1/claims/" + claims.get(who) + "/fulfil", "{}").expect(200).at("/state");
  }

  /** {@code does checkup inTime=true}. */
  private String does(String who, String what) {
    String[] words = what.split(" ");
    List<String> attributes = new ArrayList<>();
    for (int at = 1; at < words.length; at++) {
      String[] pair = words[at].split("=");
      attributes.add("'" + pair[0] + "':" + pair[1]);
    }
    documents++;
    String event =
        "{'type':'%s','source':'desk','externalId':'%d','member':{'id':'%s'},'attributes':{%s}}";
    return Outcomes.of(
        List.of(
            web.post(
                    "/v1/events",
                    event.formatted(words[0], documents, id(who), String.join(",", attributes)))
                .expect(201)));
  }

  /** {@code takes plus}, with a trial or waiting for the fee; {@code takes plus paying}. */
  private String takes(String who, String what) {
    String[] words = what.split(" ");
    documents++;
    String payment =
        words.length > 1
            ? ",'payment':{'paidBy':'till','reference':'p%d'}".formatted(documents)
            : "";
    Answer answer =
        web.post(
                "/v1/memberships",
                "{'member':'%s','plan':'%s'%s}".formatted(id(who), words[0], payment))
            .expect(201);
    memberships.put(who, answer.at("/id"));
    return membership(answer);
  }

  private String pays(String who) {
    documents++;
    return membership(
        web.post(
                "/v1/memberships/" + memberships.get(who) + "/payments",
                "{'paidBy':'bank','reference':'p%d','result':'succeeded'}".formatted(documents))
            .expect(200));
  }

  private String cancels(String who, String when) {
    Answer answer =
        web.post(
                "/v1/memberships/" + memberships.get(who) + "/cancel",
                "{'when':'%s'}".formatted(when.isEmpty() ? "period_end" : when))
            .expect(200);
    String refund = answer.at("/refund/amount");
    return membership(answer) + (refund.matches("0?") ? "" : ", refund " + refund);
  }

  /** What the membership was worth beside its fee, in the period that runs. */
  private String saved(String who) {
    Answer answer = web.get("/v1/memberships/" + memberships.get(who) + "/savings").expect(200);
    return "saved %s for %s".formatted(answer.at("/saved/amount"), answer.at("/fee/amount"));
  }

  private static String membership(Answer answer) {
    return answer.at("/state") + " to " + answer.at("/period/ends");
  }

  /** {@code adds email x@y.de}. */
  private String adds(String who, String what) {
    String[] words = what.split(" ");
    web.send("PATCH", "/v1/members/" + id(who), "{'%s':'%s'}".formatted(words[0], words[1]))
        .expect(200);
    return "";
  }
}
