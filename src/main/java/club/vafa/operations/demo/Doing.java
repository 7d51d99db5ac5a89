package club.vafa.operations.demo;

import club.vafa.activity.NaturalKey;
import club.vafa.activity.Purchase;
import club.vafa.activity.Return;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.earning.Earning;
import club.vafa.earning.MemberRef;
import club.vafa.earning.NewEvent;
import club.vafa.earning.NewReturn;
import club.vafa.earning.Occasions;
import club.vafa.earning.Recorded;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.members.Enrolment;
import club.vafa.members.NewConsent;
import club.vafa.members.NewMember;
import club.vafa.operations.shop.Act;
import club.vafa.operations.shop.Act.GiveBack;
import club.vafa.operations.shop.Act.Join;
import club.vafa.operations.shop.Act.Review;
import club.vafa.operations.shop.Act.Sale;
import club.vafa.operations.shop.Act.Visit;
import club.vafa.operations.shop.Person;
import club.vafa.rules.Facts.TriggerKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Carries out what happens in the imagined year, on the road that every shop's calls take. */
@Component
@Profile("demo")
class Doing {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Clubs clubs;
  private final Enrolment enrolment;
  private final Occasions occasions;
  private final Earning earning;
  private final Paying paying;

  Doing(Clubs clubs, Enrolment enrolment, Occasions occasions, Earning earning, Paying paying) {
    this.clubs = clubs;
    this.enrolment = enrolment;
    this.occasions = occasions;
    this.earning = earning;
    this.paying = paying;
  }

  /** What has been done so far, and under which ids. */
  static final class Tally {
    private final Map<Integer, MemberId> members = new HashMap<>();
    private final Map<NaturalKey, UUID> purchases = new HashMap<>();
    private int returns;
    private int events;

    MemberId member(Person person) {
      return Objects.requireNonNull(members.get(person.number()), "nobody joined as " + person);
    }

    /** Who bought something, each once. */
    List<MemberId> buyers(List<Act> acts) {
      Set<MemberId> buyers = new LinkedHashSet<>();
      for (Act act : acts) {
        if (act instanceof Sale sale && sale.person() != null) {
          buyers.add(member(sale.person()));
        }
      }
      return List.copyOf(buyers);
    }

    int purchases() {
      return purchases.size();
    }

    int returns() {
      return returns;
    }

    int events() {
      return events;
    }
  }

  Club club(ClubId id) {
    return clubs.get(id);
  }

  /** Joins first, then sales, then what follows from sales; all of it has happened by now. */
  void carryOut(Club club, List<Act> acts, Tally tally) {
    List<Join> joins = new ArrayList<>();
    List<Sale> sales = new ArrayList<>();
    List<NewEvent> events = new ArrayList<>();
    List<GiveBack> returns = new ArrayList<>();
    for (Act act : acts) {
      switch (act) {
        case Join join -> joins.add(join);
        case Sale sale -> sales.add(sale);
        case GiveBack back -> returns.add(back);
        case Review _, Visit _ -> {
          // They need the ids of people who may be joining right now.
        }
      }
    }
    join(club, joins, tally);
    sell(club, sales, tally);
    for (Act act : acts) {
      switch (act) {
        case Review review -> events.add(review(review, tally));
        case Visit visit -> events.add(visit(visit, tally));
        case Join _, Sale _, GiveBack _ -> {
          // Done above, or to be done below.
        }
      }
    }
    earning.events(club.id(), events).forEach(DemoClub::done);
    tally.events += events.size();
    returns.forEach(back -> giveBack(club, back, tally));
  }

  private void join(Club club, List<Join> joins, Tally tally) {
    if (joins.isEmpty()) {
      return;
    }
    List<NewMember> wanted = joins.stream().map(Doing::member).toList();
    List<Outcome<MemberId>> joined =
        ClubScope.call(club.id(), () -> enrolment.enrolAll(club, wanted));
    for (int at = 0; at < joined.size(); at++) {
      tally.members.put(joins.get(at).person().number(), DemoClub.done(joined.get(at)));
    }
    occasions.raise(club.id());
  }

  private static NewMember member(Join join) {
    Person person = join.person();
    boolean agrees = person.number() % 3 != 0;
    return new NewMember(
        person.phone(),
        person.email(),
        null,
        person.externalId(),
        person.givenName(),
        person.familyName(),
        person.born(),
        person.language().code(),
        Map.of(),
        List.of(new NewConsent("marketing", "sms", agrees, join.at(), "till")),
        join.at());
  }

  private void sell(Club club, List<Sale> sales, Tally tally) {
    List<Outcome<Recorded<Purchase>>> outcomes =
        earning.purchases(club.id(), paying.purchases(club, sales, tally));
    for (int at = 0; at < sales.size(); at++) {
      NaturalKey key = Paying.key(sales.get(at));
      tally.purchases.put(key, purchase(club, sales.get(at), outcomes.get(at), tally).id());
    }
  }

  /** Who could not pay with what they had collected pays with money after all. */
  private Purchase purchase(
      Club club, Sale sale, Outcome<Recorded<Purchase>> outcome, Tally tally) {
    return outcome instanceof Done<Recorded<Purchase>>(Recorded<Purchase> recorded)
        ? recorded.activity()
        : DemoClub.done(earning.purchase(club.id(), paying.withMoney(club, sale, tally)))
            .activity();
  }

  private void giveBack(Club club, GiveBack back, Tally tally) {
    Sale sale = back.sale();
    UUID purchase = Objects.requireNonNull(tally.purchases.get(Paying.key(sale)));
    Integer line = back.line();
    List<Return.Line> lines =
        line == null
            ? List.of()
            : List.of(new Return.Line(line, sale.lines().get(line).quantity()));
    String name = sale.number() + "-R";
    NewReturn wanted = new NewReturn(name, lines, back.at(), hash(sale.source() + name), "till");
    DemoClub.done(earning.giveBack(club.id(), purchase, wanted));
    tally.returns++;
  }

  private static NewEvent review(Review review, Tally tally) {
    Map<String, Object> stars = Map.of("stars", BigDecimal.valueOf(review.stars()));
    Named named = new Named("review", review.number(), tally.member(review.person()));
    return event(named, review.at(), stars);
  }

  private static NewEvent visit(Visit visit, Tally tally) {
    Map<String, Object> occasion = Map.of("occasion", visit.occasion());
    Named named = new Named("visit", visit.number(), tally.member(visit.person()));
    return event(named, visit.at(), occasion);
  }

  private record Named(String type, String number, MemberId member) {
    NaturalKey key() {
      return new NaturalKey("café", type + "-" + number + "-" + member);
    }
  }

  private static NewEvent event(Named named, Instant at, Map<String, Object> attributes) {
    return new NewEvent(
        named.key(),
        new MemberRef(MemberRef.Kind.ID, named.member().toString()),
        TriggerKind.EVENT,
        named.type(),
        at,
        attributes,
        JSON.writeValueAsString(attributes),
        hash(named.key().externalId()),
        null);
  }

  static UUID hash(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
