package club.vafa.members;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes new members, many in one statement per table. */
@Repository
class EnrolmentStore {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final JsonMapper json;

  EnrolmentStore(JdbcClient jdbc, Ids ids, club.vafa.api.Json json) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.json = json.mapper();
  }

  /** An identifier and whose it is to be. */
  record Claim(IdentifierKey key, MemberId member, Instant at) {}

  private record Given(MemberId member, Consent consent) {}

  void insertMembers(ClubId club, List<Entrant> entrants) {
    jdbc.sql(
            """
            insert into members.member
              (club_id, id, first_name, last_name, birth_date, locale, attributes, joined_at, phoned)
            select ?, t.id, t.first_name, t.last_name, t.birth_date::date, t.locale,
                   t.attributes::jsonb, t.joined_at::timestamptz, t.phoned
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::boolean[])
              as t (id, first_name, last_name, birth_date, locale, attributes, joined_at, phoned)
            """)
        .params(
            club.value(),
            Columns.uuids(entrants, entrant -> entrant.id().value()),
            Columns.texts(entrants, Entrant::firstName),
            Columns.texts(entrants, Entrant::lastName),
            Columns.texts(entrants, entrant -> text(entrant.birthDate())),
            Columns.texts(entrants, Entrant::locale),
            Columns.texts(entrants, entrant -> json.writeValueAsString(entrant.attributes())),
            Columns.texts(entrants, entrant -> entrant.joinedAt().toString()),
            entrants.stream().map(Entrant::phoned).toArray(Boolean[]::new))
        .update();
  }

  private static @org.jspecify.annotations.Nullable String text(
      @org.jspecify.annotations.Nullable LocalDate date) {
    return Objects.toString(date, null);
  }

  /**
   * Takes the identifiers that are free, waiting for whoever is taking one of them just now.
   *
   * @param claims in the order of their keys, so that two batches never wait for each other
   * @return those taken
   */
  Set<IdentifierKey> claim(ClubId club, List<Claim> claims) {
    Set<IdentifierKey> taken = new HashSet<>();
    jdbc.sql(
            """
            insert into members.identifier (club_id, kind, value, member_id, added_at)
            select ?, t.kind, t.value, t.member_id, t.added_at::timestamptz
            from unnest(?::smallint[], ?::text[], ?::uuid[], ?::text[])
              as t (kind, value, member_id, added_at)
            on conflict (club_id, kind, value) do nothing
            returning kind, value
            """)
        .params(
            club.value(),
            claims.stream().map(claim -> (short) claim.key().kind().number()).toArray(Short[]::new),
            Columns.texts(claims, claim -> claim.key().value()),
            Columns.uuids(claims, claim -> claim.member().value()),
            Columns.times(claims, Claim::at))
        .query(row -> {
          taken.add(new IdentifierKey(IdentifierKind.of(row.getInt(1)), row.getString(2)));
        });
    return taken;
  }

  /** Takes back members that were written in this transaction. */
  void takeBack(ClubId club, Collection<MemberId> members) {
    UUID[] gone = members.stream().map(MemberId::value).toArray(UUID[]::new);
    jdbc.sql("delete from members.identifier where club_id = ? and member_id = any(?)")
        .params(club.value(), gone)
        .update();
    jdbc.sql("delete from members.member where club_id = ? and id = any(?)")
        .params(club.value(), gone)
        .update();
  }

  void insertNames(ClubId club, List<Entrant> entrants) {
    List<Entrant> named = entrants.stream().filter(entrant -> !entrant.folded().isEmpty()).toList();
    jdbc.sql(
            """
            insert into members.name (club_id, member_id, folded)
            select ?, t.* from unnest(?::uuid[], ?::text[]) t
            """)
        .params(
            club.value(),
            Columns.uuids(named, entrant -> entrant.id().value()),
            Columns.texts(named, Entrant::folded))
        .update();
  }

  void insertConsents(ClubId club, List<Entrant> entrants) {
    List<Given> given =
        entrants.stream()
            .flatMap(entrant ->
                entrant.consents().stream().map(consent -> new Given(entrant.id(), consent)))
            .toList();
    insertGiven(club, given);
  }

  void insertConsents(ClubId club, MemberId member, List<Consent> consents) {
    insertGiven(club, consents.stream().map(consent -> new Given(member, consent)).toList());
  }

  private void insertGiven(ClubId club, List<Given> given) {
    if (given.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into members.consent
              (club_id, member_id, id, purpose, channel, given, at, source)
            select ?, t.member_id, t.id, t.purpose, t.channel, t.given::boolean,
                   t.at::timestamptz, t.source
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
              as t (member_id, id, purpose, channel, given, at, source)
            """)
        .params(
            club.value(),
            Columns.uuids(given, row -> row.member().value()),
            Columns.uuids(given, _ -> ids.next()),
            Columns.texts(given, row -> row.consent().purpose()),
            Columns.texts(given, row -> row.consent().channel()),
            Columns.texts(given, row -> Boolean.toString(row.consent().given())),
            Columns.times(given, row -> row.consent().at()),
            Columns.texts(given, row -> row.consent().source()))
        .update();
  }
}
