package club.vafa.trials;

import club.vafa.VafaApplication;
import club.vafa.access.ApiKeys;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.installation.Installation;
import club.vafa.installation.Settings;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.ledger.Ledger;
import club.vafa.ledger.Verification;
import club.vafa.testing.TestClub;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is done on a data folder before the trial and after it, in this process. */
final class Office {
  static final int MEMBERS = 12;

  /** How many sales the capped campaign rewards. */
  static final int CAPPED_USES = 60;

  private static final List<String> CAMPAIGNS =
      List.of(
          """
          {'code':'base','name':{'en':'Points'},'trigger':{'on':'purchase'},'priority':1000,
           'rules':[{'code':'per-euro','when':[],
             'then':[{'do':'earn','unit':'points','amount':{'by':'step','each':'1','give':'2'}}]}]}
          """,
          """
          {'code':'bonus','name':{'en':'The first sixty'},'trigger':{'on':'purchase'},
           'rules':[{'code':'r','when':[{'is':'minimum','amount':'5.00'}],
             'then':[{'do':'earn','unit':'points','amount':{'by':'fixed','give':'50'}}]}],
           'caps':[{'per':'all','period':'ever','uses':%d}]}
          """
              .formatted(CAPPED_USES));

  private Office() {}

  /** Founds a club with campaigns and members on an empty folder; answers with its key. */
  static String found(Path data) {
    return in(
        data,
        context -> {
          TestClub founding =
              new TestClub(
                  context.getBean(Clubs.class),
                  context.getBean(Campaigns.class),
                  context.getBean(ApiKeys.class),
                  context.getBean(Ids.class),
                  context.getBean(JdbcClient.class));
          Club club = founding.cafe();
          CAMPAIGNS.forEach(campaign -> founding.live(club, campaign));
          for (int member = 0; member < MEMBERS; member++) {
            founding.member(club, Till.phone(member));
          }
          return founding.key(club);
        });
  }

  /** What the database says when everything is over. */
  record Found(
      Verification books,
      long purchases,
      long returns,
      long bonusUses,
      Map<String, Long> points,
      Map<String, Visits> visits) {}

  /** What a member's purchases sum to. */
  record Visits(long visits, long spent) {}

  static Found prove(Path data) {
    return in(
        data,
        context -> {
          Clubs clubs = context.getBean(Clubs.class);
          Ledger ledger = context.getBean(Ledger.class);
          JdbcClient jdbc = context.getBean(JdbcClient.class);
          ClubId club = clubs.all().getFirst();
          return ClubScope.call(club, () -> found(jdbc, ledger.verify(clubs.get(club))));
        });
  }

  private static Found found(JdbcClient jdbc, Verification books) {
    Map<String, Long> points = new TreeMap<>();
    jdbc.sql(
            """
            select i.value, w.active + w.pending + w.held - w.owed from members.identifier i
            join ledger.wallet w on w.club_id = i.club_id and w.member_id = i.member_id
            where w.unit = 1
            """)
        .query(row -> {
          points.put(row.getString(1), row.getLong(2));
        });
    Map<String, Visits> visits = new TreeMap<>();
    jdbc.sql(
            """
            select i.value, t.visits, t.spent from members.identifier i
            join activity.total t on t.club_id = i.club_id and t.member_id = i.member_id
            """)
        .query(row -> {
          visits.put(row.getString(1), new Visits(row.getLong(2), row.getLong(3)));
        });
    return new Found(
        books,
        number(jdbc, "select count(*) from activity.purchase"),
        number(jdbc, "select count(*) from activity.return"),
        number(jdbc, "select coalesce(sum(uses), 0) from campaigns.usage"),
        points,
        visits);
  }

  private static long number(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private static <T> T in(Path data, Function<ConfigurableApplicationContext, T> work) {
    Settings settings =
        Settings.read(
            Map.of("VAFA_DATA", data.toString(), "VAFA_PORT", "" + Child.freePort()), data);
    SpringApplication application = new SpringApplication(VafaApplication.class);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(
        Map.of("vafa.command", "trial", "server.port", settings.port()));
    application.addInitializers(new Installation(settings));
    try (ConfigurableApplicationContext context = application.run()) {
      return work.apply(context);
    }
  }
}
