package club.vafa.memberships;

import club.vafa.installation.Columns;
import club.vafa.installation.RowType;
import club.vafa.installation.Rows;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What memberships give: whom they cover, what was used of them, what was gained by them. */
@Repository
class BenefitStore {
  private static final RowType<Gained> GAINED =
      RowType.<Gained>of("memberships.period")
          .uuid("membership_id", row -> row.membership().value())
          .integer("number", Gained::period)
          .bigint("discounts", Gained::discounts)
          .bigint("worth", Gained::worth)
          .bigint("sales", Gained::sales);

  private static final RowType<Consumed> USED =
      RowType.<Consumed>of("memberships.used")
          .uuid("membership_id", row -> row.membership().value())
          .text("entitlement", Consumed::entitlement)
          .date("since", Consumed::since)
          .bigint("uses", Consumed::uses);

  private final JdbcClient jdbc;
  private final Rows rows;

  BenefitStore(JdbcClient jdbc, Rows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** A membership that covers its payer now. */
  record Covering(
      MembershipId id, MemberId payer, PlanId plan, int period, int version, LocalDate begins) {}

  /** Uses are counted by this. */
  record UseKey(MembershipId membership, String entitlement, LocalDate since) {}

  /** Memberships of these payers that give something now, by id. */
  List<Covering> covering(ClubId club, Collection<MemberId> payers, Instant now) {
    return covering(club, payers, now, "");
  }

  /** The same, locked: what is left of a limit may be asked for by several of a household. */
  List<Covering> lockCovering(ClubId club, Collection<MemberId> payers, Instant now) {
    return covering(club, payers, now, " for no key update");
  }

  private List<Covering> covering(
      ClubId club, Collection<MemberId> payers, Instant now, String lock) {
    return jdbc.sql(
            """
            select id, member_id, plan_id, period, version, begins
            from memberships.membership
            where club_id = ? and member_id = any (?::uuid[]) and covered_until > ?
            order by id
            """
                + lock)
        .params(club.value(), Columns.uuids(payers, MemberId::value), Timestamp.from(now))
        .query((row, _) ->
            new Covering(
                new MembershipId(row.getObject(1, UUID.class)),
                new MemberId(row.getObject(2, UUID.class)),
                new PlanId(row.getObject(3, UUID.class)),
                row.getInt(4),
                row.getInt(5),
                row.getObject(6, LocalDate.class)))
        .list();
  }

  /** Uses counted since a day, of those memberships that count any. */
  Map<UseKey, Long> used(ClubId club, Collection<UseKey> keys) {
    List<Consumed> asked =
        keys.stream()
            .map(key -> new Consumed(key.membership(), key.entitlement(), key.since(), 0))
            .toList();
    Map<UseKey, Long> found = new HashMap<>();
    if (asked.isEmpty()) {
      return found;
    }
    rows.query(
        """
        select u.membership_id, u.entitlement, u.since, u.uses
        from unnest(?::memberships.used[]) k
        cross join lateral (
          select * from memberships.used
          where club_id = k.club_id and membership_id = k.membership_id
            and entitlement = k.entitlement and since = k.since
          offset 0
        ) u
        """,
        USED.rows(club, asked),
        row ->
            found.put(
                new UseKey(
                    new MembershipId(row.getObject(1, UUID.class)),
                    row.getString(2),
                    row.getObject(3, LocalDate.class)),
                row.getLong(4)));
    return found;
  }

  /** Adds to what periods gave; of what is taken back nothing falls below zero. */
  void gain(ClubId club, List<Gained> gained) {
    rows.write(
        """
        update memberships.period p
        set discounts = greatest(0, p.discounts + n.discounts),
          worth = greatest(0, p.worth + n.worth), sales = greatest(0, p.sales + n.sales)
        from unnest(?::memberships.period[]) n
        where p.club_id = n.club_id and p.membership_id = n.membership_id and p.number = n.number
        """,
        GAINED.rows(club, gained),
        _ -> {});
  }

  /** Counts uses. What is given back is a change of a row that is there. */
  void use(ClubId club, List<Consumed> consumed) {
    rows.write(
        """
        insert into memberships.used as u select * from unnest(?::memberships.used[])
        on conflict (club_id, membership_id, entitlement, since) do update
          set uses = u.uses + excluded.uses
        """,
        USED.rows(club, consumed.stream().filter(one -> one.uses() > 0).toList()),
        _ -> {});
    rows.write(
        """
        update memberships.used u set uses = greatest(0, u.uses + n.uses)
        from unnest(?::memberships.used[]) n
        where u.club_id = n.club_id and u.membership_id = n.membership_id
          and u.entitlement = n.entitlement and u.since = n.since
        """,
        USED.rows(club, consumed.stream().filter(one -> one.uses() < 0).toList()),
        _ -> {});
  }

  /** A use under the name of a document. */
  record Named(
      MembershipId membership,
      String entitlement,
      String document,
      boolean back,
      LocalDate since,
      String actor,
      Instant at) {}

  /** Whether the document had no such use yet and now has. */
  boolean name(ClubId club, Named use) {
    return jdbc.sql(
                """
                insert into memberships.use (club_id, membership_id, entitlement, document, back,
                  since, actor, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """)
            .params(
                club.value(),
                use.membership().value(),
                use.entitlement(),
                use.document(),
                use.back(),
                use.since(),
                use.actor(),
                Timestamp.from(use.at()))
            .update()
        == 1;
  }

  /** The stretch in which a document's use was counted, if it was. */
  Optional<LocalDate> named(
      ClubId club, MembershipId membership, String entitlement, String document) {
    return jdbc.sql(
            """
            select since from memberships.use
            where club_id = ? and membership_id = ? and entitlement = ? and document = ?
              and not back
            """)
        .params(club.value(), membership.value(), entitlement, document)
        .query((row, _) -> row.getObject(1, LocalDate.class))
        .optional();
  }

  Optional<Savings> savings(ClubId club, MembershipId membership, int period) {
    return jdbc.sql(
            """
            select number, begins, ends, paid, discounts, worth, sales from memberships.period
            where club_id = ? and membership_id = ? and number = ?
            """)
        .params(club.value(), membership.value(), period)
        .query((row, _) ->
            new Savings(
                row.getInt(1),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7)))
        .optional();
  }
}
