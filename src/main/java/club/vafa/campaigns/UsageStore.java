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

  private static final RowType<Map.Entry<MemberCounter, Growth>> GROWTHS =
      RowType.<Map.Entry<MemberCounter, Growth>>of("campaigns.usage_growth")
          .uuid("campaign_id", row -> row.getKey().counter().campaign())
          .text("rule", row -> row.getKey().counter().rule())
          .smallint("period", row -> code(row.getKey().counter().period()))
          .date("since", row -> row.getKey().counter().since())
          .text("scope", row -> row.getKey().counter().scope())
          .bigint("uses", row -> row.getValue().more().uses())
          .bigint("units", row -> row.getValue().more().units())
          .bigint("money", row -> row.getValue().more().money())
          .bigint("highest_uses", row -> row.getValue().highest().uses())
          .bigint("highest_units", row -> row.getValue().highest().units())
          .bigint("highest_money", row -> row.getValue().highest().money());

  private static final String GROW =
      """
      update campaigns.usage u
      set uses = u.uses + n.uses, units = u.units + n.units, money = u.money + n.money
      from unnest(?::campaigns.usage_growth[]) n
      where u.club_id = n.club_id and u.member_id = '00000000-0000-0000-0000-000000000000'
        and u.campaign_id = n.campaign_id and u.rule = n.rule and u.period = n.period
        and u.since = n.since and u.scope = n.scope and u.uses <= n.highest_uses and u.units <= n.highest_units
        and u.money <= n.highest_money
      """;

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

  /** Reads counters as they are; shared ones that are used for the first time get their row. */
  Map<MemberCounter, Used> see(ClubId club, Set<MemberCounter> counters) {
    Map<MemberCounter, Used> found = look(club, counters);
    List<MemberCounter> first =
        sorted(counters).stream()
            .filter(counter -> !counter.counter().personal() && !found.containsKey(counter))
            .toList();
    layZeroRows(club, first);
    return found;
  }

  void grow(ClubId club, Map<MemberCounter, Growth> growths) {
    List<Map.Entry<MemberCounter, Growth>> inOrder =
        growths.entrySet().stream().sorted(Map.Entry.comparingByKey(KEY_ORDER)).toList();
    rows.writeAll(GROW, GROWTHS.rows(club, inOrder));
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
