package club.vafa.members;

import club.vafa.api.Json;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Members as people see and change them. */
@Repository
class ProfileStore {
  private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ProfileStore(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json.mapper();
  }

  private record Belonging<T>(MemberId member, T what) {}

  /** The profiles of these ids, in their order; unknown ones are missing. */
  List<Profile> profiles(ClubId club, Collection<MemberId> members) {
    UUID[] ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
    Map<MemberId, List<IdentifierKey>> identifiers = byMember(identifiers(club, ids));
    Map<MemberId, List<Consent>> consents = byMember(consents(club, ids));
    return jdbc.sql(
            """
            select m.id, m.state, m.version, m.first_name, m.last_name, m.birth_date, m.locale,
                   m.attributes, m.joined_at, m.merged_into
            from unnest(?::uuid[]) with ordinality k(id, place)
            cross join lateral (
              select * from members.member where club_id = ? and id = k.id offset 0
            ) m
            order by k.place
            """)
        .params(ids, club.value())
        .query((row, _) -> {
          MemberId id = new MemberId(row.getObject("id", UUID.class));
          return profile(
              row, identifiers.getOrDefault(id, List.of()), consents.getOrDefault(id, List.of()));
        })
        .list();
  }

  private Profile profile(ResultSet row, List<IdentifierKey> identifiers, List<Consent> consents)
      throws SQLException {
    return new Profile(
        new MemberId(row.getObject("id", UUID.class)),
        MemberStore.state(row.getString("state")),
        row.getInt("version"),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getObject("birth_date", LocalDate.class),
        row.getString("locale"),
        json.readValue(row.getString("attributes"), ATTRIBUTES),
        identifiers,
        consents,
        row.getObject("joined_at", OffsetDateTime.class).toInstant(),
        MemberStore.id(row.getObject("merged_into", UUID.class)));
  }

  private List<Belonging<IdentifierKey>> identifiers(ClubId club, UUID[] members) {
    return jdbc.sql(
            """
            select member_id, kind, value from members.identifier
            where club_id = ? and member_id = any(?)
            order by member_id, kind, added_at, value
            """)
        .params(club.value(), members)
        .query((row, _) ->
            new Belonging<>(
                new MemberId(row.getObject(1, UUID.class)),
                new IdentifierKey(IdentifierKind.of(row.getInt(2)), row.getString(3))))
        .list();
  }

  private List<Belonging<Consent>> consents(ClubId club, UUID[] members) {
    return jdbc.sql(
            """
            select distinct on (member_id, purpose, channel)
                   member_id, purpose, channel, given, at, source
            from members.consent
            where club_id = ? and member_id = any(?)
            order by member_id, purpose, channel, at desc, id desc
            """)
        .params(club.value(), members)
        .query((row, _) ->
            new Belonging<>(
                new MemberId(row.getObject(1, UUID.class)),
                new Consent(
                    row.getString(2),
                    row.getString(3),
                    row.getBoolean(4),
                    row.getObject(5, OffsetDateTime.class).toInstant(),
                    row.getString(6))))
        .list();
  }

  private static <T> Map<MemberId, List<T>> byMember(List<Belonging<T>> rows) {
    Map<MemberId, List<T>> byMember = new HashMap<>();
    rows.forEach(
        row -> byMember.computeIfAbsent(row.member(), _ -> new ArrayList<>()).add(row.what()));
    return byMember;
  }

  /** Ids of members that take part or are blocked, newest first. */
  List<MemberId> newest(ClubId club, @Nullable UUID before, int most) {
    return jdbc.sql(
            """
            select id from members.member
            where club_id = ? and id < coalesce(?::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
              and state in ('active', 'blocked')
            order by id desc limit ?
            """)
        .param(club.value())
        .param(before)
        .param(most)
        .query((row, _) -> new MemberId(row.getObject(1, UUID.class)))
        .list();
  }

  /** Ids of members whose folded name fits all patterns, newest first. */
  List<MemberId> named(List<String> patterns, @Nullable UUID before, int most) {
    return jdbc.sql("select named from members.named(?::text[], ?::uuid, ?)")
        .param(patterns.toArray(String[]::new))
        .param(before)
        .param(most)
        .query((row, _) -> new MemberId(row.getObject(1, UUID.class)))
        .list();
  }

  /** Writes what is known of a member, once their identifiers are written. */
  void update(ClubId club, Profile profile) {
    jdbc.sql(
            """
            update members.member
            set first_name = ?, last_name = ?, birth_date = ?, locale = ?, attributes = ?::jsonb,
                state = ?, merged_into = ?, version = version + 1,
                phoned = exists (
                  select 1 from members.identifier i
                  where i.club_id = member.club_id and i.member_id = member.id and i.kind = 1)
            where club_id = ? and id = ?
            """)
        .param(profile.firstName())
        .param(profile.lastName())
        .param(profile.birthDate())
        .param(profile.locale())
        .param(json.writeValueAsString(profile.attributes()))
        .param(profile.state().name().toLowerCase(Locale.ROOT))
        .param(profile.mergedInto() == null ? null : profile.mergedInto().value())
        .param(club.value())
        .param(profile.id().value())
        .update();
  }

  void rename(ClubId club, MemberId member, String folded) {
    jdbc.sql("delete from members.name where club_id = ? and member_id = ?")
        .params(club.value(), member.value())
        .update();
    if (!folded.isEmpty()) {
      jdbc.sql("insert into members.name (club_id, member_id, folded) values (?, ?, ?)")
          .params(club.value(), member.value(), folded)
          .update();
    }
  }

  void free(ClubId club, IdentifierKey key) {
    jdbc.sql("delete from members.identifier where club_id = ? and kind = ? and value = ?")
        .params(club.value(), key.kind().number(), key.value())
        .update();
  }

  void moveIdentifiers(ClubId club, MemberId from, MemberId into, Instant at) {
    jdbc.sql(
            """
            update members.identifier set member_id = ?, added_at = ?
            where club_id = ? and member_id = ?
            """)
        .params(into.value(), at.atOffset(ZoneOffset.UTC), club.value(), from.value())
        .update();
    jdbc.sql(
            """
            update members.member set phoned = true
            where club_id = ? and id = ? and not phoned and exists (
              select 1 from members.identifier i
              where i.club_id = member.club_id and i.member_id = member.id and i.kind = 1)
            """)
        .params(club.value(), into.value())
        .update();
  }
}
