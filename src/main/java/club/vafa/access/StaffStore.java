package club.vafa.access;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Staff and their logins. */
@Repository
class StaffStore {
  private static final String STAFF =
      """
      select id, login, name, role, branch, language, state, created_at, password
      from access.staff
      """;

  private final JdbcClient jdbc;

  StaffStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Somebody with the hash of their password. */
  record Known(Staff staff, String password) {}

  boolean isEmpty(ClubId club) {
    return jdbc.sql("select not exists (select from access.staff where club_id = ?)")
        .param(club.value())
        .query(Boolean.class)
        .single();
  }

  Optional<Known> byLogin(ClubId club, String login) {
    return jdbc.sql(STAFF + "where club_id = ? and login = ?")
        .params(club.value(), login)
        .query((row, _) -> known(row))
        .optional();
  }

  Optional<Staff> find(ClubId club, StaffId id) {
    return jdbc.sql(STAFF + "where club_id = ? and id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> known(row).staff())
        .optional();
  }

  List<Staff> list(ClubId club, @Nullable UUID after, int most) {
    return jdbc.sql(STAFF + "where club_id = ? and id > ? order by id limit ?")
        .params(club.value(), after == null ? new UUID(0, 0) : after, most)
        .query((row, _) -> known(row).staff())
        .list();
  }

  /** Locks the club's owners, so that two of them cannot remove each other. */
  List<StaffId> lockOwners(ClubId club) {
    return jdbc.sql(
            """
            select id from access.staff
            where club_id = ? and role = 'owner' and state = 'active'
            order by id for update
            """)
        .param(club.value())
        .query((row, _) -> new StaffId(row.getObject(1, UUID.class)))
        .list();
  }

  boolean insert(ClubId club, Staff staff, String password) {
    return jdbc.sql(
                """
                insert into access.staff
                  (club_id, id, login, name, role, branch, language, state, created_at, password)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (club_id, login) do nothing
                """)
            .param(club.value())
            .param(staff.id().value())
            .param(staff.login())
            .param(staff.name())
            .param(word(staff.role()))
            .param(staff.branch())
            .param(staff.language().code())
            .param(word(staff.state()))
            .param(staff.createdAt().atOffset(ZoneOffset.UTC))
            .param(password)
            .update()
        == 1;
  }

  void update(ClubId club, Staff staff) {
    jdbc.sql(
            """
            update access.staff
            set name = ?, role = ?, branch = ?, language = ?, state = ?
            where club_id = ? and id = ?
            """)
        .param(staff.name())
        .param(word(staff.role()))
        .param(staff.branch())
        .param(staff.language().code())
        .param(word(staff.state()))
        .param(club.value())
        .param(staff.id().value())
        .update();
  }

  Optional<Language> chosenLanguage(ClubId club, StaffId id) {
    return jdbc.sql("select chosen_language from access.staff where club_id = ? and id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> Optional.ofNullable(row.getString(1)).map(Language::of))
        .single();
  }

  void chooseLanguage(ClubId club, String login, Language language) {
    jdbc.sql("update access.staff set chosen_language = ? where club_id = ? and login = ?")
        .params(language.code(), club.value(), login)
        .update();
  }

  void setPassword(ClubId club, StaffId id, String password) {
    jdbc.sql("update access.staff set password = ? where club_id = ? and id = ?")
        .params(password, club.value(), id.value())
        .update();
  }

  void insertSession(ClubId club, UUID id, String hash, StaffId staff, Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into access.session (club_id, id, hash, staff_id, created_at, seen_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(club.value(), id, hash, staff.value(), at, at)
        .update();
  }

  void endSession(ClubId club, UUID id) {
    jdbc.sql("delete from access.session where club_id = ? and id = ?")
        .params(club.value(), id)
        .update();
  }

  void endSessionsOf(ClubId club, StaffId staff) {
    jdbc.sql("delete from access.session where club_id = ? and staff_id = ?")
        .params(club.value(), staff.value())
        .update();
  }

  void endSessionsSeenBefore(ClubId club, Instant before) {
    jdbc.sql("delete from access.session where club_id = ? and seen_at < ?")
        .params(club.value(), before.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(
        new Staff(
            new StaffId(row.getObject("id", UUID.class)),
            row.getString("login"),
            row.getString("name"),
            Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
            row.getString("branch"),
            Language.of(row.getString("language")),
            Staff.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
            row.getObject("created_at", OffsetDateTime.class).toInstant()),
        row.getString("password"));
  }
}
