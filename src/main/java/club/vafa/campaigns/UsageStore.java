package club.vafa.campaigns;

import club.vafa.installation.RowType;
import club.vafa.installation.Rows;
import club.vafa.kernel.ClubId;
import club.vafa.rules.Usage.Period;
import club.vafa.rules.Usage.Used;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The counters of caps and budgets. */
@Component
class UsageStore {
  private static final Comparator<MemberCounter> KEY_ORDER =
      Comparator.comparing(MemberCounter::memberKey)
          .thenComparing(counter -> counter.counter().campaign())
          .thenComparing(counter -> counter.counter().rule())
          .thenComparing(counter -> counter.counter().period())
          .thenComparing(counter -> counter.counter().since())
          .thenComparing(counter -> counter.counter().scope());

  private static final String LOOK =
      """
      select k.ordinality, u.uses, u.units, u.money
      from unnest(?::campaigns.usage[]) with ordinality as k
      join campaigns.usage u
        on u.club_id = k.club_id and u.member_id = k.member_id and u.campaign_id = k.campaign_id
          and u.rule = k.rule and u.period = k.period and u.since = k.since
          and u.scope = k.scope
      """;

  private static final RowType<Counted> ROWS =
      RowType.<Counted>of("campaigns.usage")
          .uuid("member_id", row -> row.key().memberKey())
          .uuid("campaign_id", row -> row.key().counter().campaign())
          .text("rule", row -> row.key().counter().rule())
          .smallint("period", row -> code(row.key().counter().period()))
          .date("since", row -> row.key().counter().since())
          .text("scope", row -> row.key().counter().scope())
          .bigint("uses", row -> row.used().uses())
          .bigint("units", row -> row.used().units())
          .bigint("money", row -> row.used().money());

  private final Rows rows;

  UsageStore(Rows rows) {
    this.rows = rows;
  }

  private record Counted(MemberCounter key, Used used) {}

  Map<MemberCounter, Used> look(ClubId club, Set<MemberCounter> counters) {
    return read(club, sorted(counters), "");
  }

  Map<MemberCounter, Used> take(ClubId club, Set<MemberCounter> counters) {
    Map<Boolean, List<MemberCounter>> parts =
        sorted(counters).stream()
            .collect(Collectors.partitioningBy(counter -> counter.counter().personal()));
    List<MemberCounter> shared = parts.getOrDefault(false, List.of());
    Map<MemberCounter, Used> found =
        new HashMap<>(read(club, parts.getOrDefault(true, List.of()), ""));
    Map<MemberCounter, Used> locked = read(club, shared, " for no key update of u");
    if (locked.size() < shared.size()) {
      // A counter's first use has no row to lock yet: lay one at zero, then lock it.
      layZeroRows(club, shared);
      locked = read(club, shared, " for no key update of u");
    }
    found.putAll(locked);
    return found;
  }

  void write(ClubId club, Map<MemberCounter, Used> changed) {
    List<Counted> counted =
        sorted(changed.keySet()).stream()
            .map(key -> new Counted(key, changed.getOrDefault(key, Used.NOTHING)))
            .toList();
    rows.write(
        """
        insert into campaigns.usage select * from unnest(?::campaigns.usage[])
        on conflict (club_id, member_id, campaign_id, rule, period, since, scope) do update
          set uses = excluded.uses, units = excluded.units, money = excluded.money
        """,
        ROWS.rows(club, counted),
        _ -> {});
  }

  private void layZeroRows(ClubId club, List<MemberCounter> counters) {
    rows.write(
        """
        insert into campaigns.usage select * from unnest(?::campaigns.usage[])
        on conflict do nothing
        """,
        ROWS.rows(club, counters.stream().map(key -> new Counted(key, Used.NOTHING)).toList()),
        _ -> {});
  }

  private Map<MemberCounter, Used> read(ClubId club, List<MemberCounter> keys, String lock) {
    Map<MemberCounter, Used> found = new HashMap<>();
    if (!keys.isEmpty()) {
      rows.query(
          LOOK + "order by k.ordinality" + lock,
          ROWS.rows(club, keys.stream().map(key -> new Counted(key, Used.NOTHING)).toList()),
          row -> {
            found.put(
                keys.get(row.getInt(1) - 1),
                new Used(row.getLong(2), row.getLong(3), row.getLong(4)));
          });
    }
    return found;
  }

  private static long code(Period period) {
    return switch (period) {
      case DAY -> 1;
      case WEEK -> 2;
      case MONTH -> 3;
      case YEAR -> 4;
      case EVER -> 5;
    };
  }

  private static List<MemberCounter> sorted(Set<MemberCounter> counters) {
    return counters.stream().sorted(KEY_ORDER).toList();
  }
}
