package club.vafa.clubs;

import club.vafa.clubs.Club.GiftCardsEarn;
import club.vafa.clubs.Club.ReturnPolicy;
import club.vafa.clubs.Clubs.Place;
import club.vafa.clubs.Unit.Expiry;
import club.vafa.clubs.Unit.Kind;
import club.vafa.clubs.Unit.Waiting;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Forms;
import club.vafa.kernel.Language;
import club.vafa.kernel.Plural;
import club.vafa.kernel.Rate;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of clubs, units, branches and terminals. */
@Component
class ClubStore {
  private static final TypeReference<List<Unit.ByTier>> BY_TIER = new TypeReference<>() {};
  private static final TypeReference<Map<Language, Map<Plural, String>>> FORMS =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final BrandStore brands;
  private final JsonMapper json = JsonMapper.builder().build();

  ClubStore(JdbcClient jdbc, BrandStore brands) {
    this.jdbc = jdbc;
    this.brands = brands;
  }

  List<ClubId> all() {
    return jdbc.sql("select club_id from clubs.club order by club_id")
        .query((row, _) -> new ClubId(row.getObject(1, UUID.class)))
        .list();
  }

  Optional<ClubId> byCode(String code) {
    return jdbc.sql("select club_id from clubs.club where code = ?")
        .param(code)
        .query((row, _) -> new ClubId(row.getObject(1, UUID.class)))
        .optional();
  }

  void lock(ClubId id) {
    jdbc.sql("select 1 from clubs.club where club_id = ? for no key update")
        .param(id.value())
        .query((row, _) -> row.getInt(1))
        .single();
  }

  Instant founded(ClubId id) {
    return jdbc.sql("select created_at from clubs.club where club_id = ?")
        .param(id.value())
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .single();
  }

  Club read(ClubId id) {
    Brand brand = brands.latest(id);
    List<Unit> units =
        jdbc.sql("select * from clubs.unit where club_id = ? order by number")
            .param(id.value())
            .query((row, _) -> unit(row))
            .list();
    return jdbc.sql("select * from clubs.club where club_id = ?")
        .param(id.value())
        .query((row, _) -> club(row, brand, units))
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("no club " + id));
  }

  void insert(Club club, Instant now) {
    jdbc.sql(
            """
            insert into clubs.club (club_id, code, name, currency, zone, calendar, language, region,
              wallet_paid_earns, gift_cards_earn, return_policy, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            club.id().value(),
            club.code(),
            club.name(),
            club.currency().getCurrencyCode(),
            club.zone().getId(),
            club.calendar().name(),
            club.language().name(),
            club.region(),
            club.walletPaidEarns(),
            club.giftCardsEarn().name(),
            club.returnPolicy().name(),
            Timestamp.from(now))
        .update();
  }

  /** Writes the settings that may change. */
  void update(Club club) {
    jdbc.sql(
            """
            update clubs.club
            set name = ?, language = ?, wallet_paid_earns = ?, gift_cards_earn = ?,
              return_policy = ?, toman = ?
            where club_id = ?
            """)
        .params(
            club.name(),
            club.language().name(),
            club.walletPaidEarns(),
            club.giftCardsEarn().name(),
            club.returnPolicy().name(),
            club.look().toman(),
            club.id().value())
        .update();
  }

  void insert(ClubId club, Unit unit) {
    jdbc.sql(
            """
            insert into clubs.unit (kind, names, decimals, rounding, may_owe, worth_numerator,
              worth_denominator, expiry, waiting, by_tier, forms, club_id, number, code)
            values (?, ?::jsonb, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?)
            """)
        .params(values(club, unit))
        .update();
  }

  void update(ClubId club, Unit unit) {
    jdbc.sql(
            """
            update clubs.unit
            set kind = ?, names = ?::jsonb, decimals = ?, rounding = ?, may_owe = ?,
              worth_numerator = ?, worth_denominator = ?, expiry = ?::jsonb, waiting = ?::jsonb,
              by_tier = ?::jsonb, forms = ?::jsonb
            where club_id = ? and number = ? and code = ?
            """)
        .params(values(club, unit))
        .update();
  }

  void put(ClubId club, Branch branch, Instant now) {
    jdbc.sql(
            """
            insert into clubs.branch (club_id, code, name, created_at) values (?, ?, ?, ?)
            on conflict (club_id, code) do update set name = excluded.name
            """)
        .params(club.value(), branch.code(), branch.name(), Timestamp.from(now))
        .update();
  }

  void put(ClubId club, Terminal terminal, Instant now) {
    jdbc.sql(
            """
            insert into clubs.terminal (club_id, branch, code, name, created_at)
            values (?, ?, ?, ?, ?)
            on conflict (club_id, branch, code) do update set name = excluded.name
            """)
        .params(
            club.value(), terminal.branch(), terminal.code(), terminal.name(), Timestamp.from(now))
        .update();
  }

  List<Branch> branches(ClubId club) {
    return jdbc.sql("select code, name from clubs.branch where club_id = ? order by code")
        .param(club.value())
        .query((row, _) -> new Branch(row.getString(1), row.getString(2)))
        .list();
  }

  List<Terminal> terminals(ClubId club) {
    return jdbc.sql(
            "select branch, code, name from clubs.terminal where club_id = ? order by branch, code")
        .param(club.value())
        .query((row, _) -> new Terminal(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  Set<Place> places(ClubId club) {
    Set<Place> places = new HashSet<>();
    branches(club).forEach(branch -> places.add(new Place(branch.code(), "")));
    terminals(club).forEach(till -> places.add(new Place(till.branch(), till.code())));
    return Set.copyOf(places);
  }

  private List<@Nullable Object> values(ClubId club, Unit unit) {
    Rate worth = unit.worth();
    return Arrays.asList(
        unit.kind().name(),
        json.writeValueAsString(unit.names()),
        unit.decimals(),
        unit.rounding().name(),
        unit.mayOwe(),
        worth == null ? null : worth.numerator(),
        worth == null ? null : worth.denominator(),
        json.writerFor(Expiry.class).writeValueAsString(unit.expiry()),
        json.writerFor(Waiting.class).writeValueAsString(unit.waiting()),
        json.writerFor(BY_TIER).writeValueAsString(unit.byTier()),
        json.writeValueAsString(unit.forms().known()),
        club.value(),
        unit.number(),
        unit.code());
  }

  private static Club club(ResultSet row, Brand brand, List<Unit> units) throws SQLException {
    return new Club(
        new ClubId(row.getObject("club_id", UUID.class)),
        row.getString("code"),
        row.getString("name"),
        Currency.getInstance(row.getString("currency")),
        ZoneId.of(row.getString("zone")),
        CalendarKind.valueOf(row.getString("calendar")),
        Language.valueOf(row.getString("language")),
        row.getString("region"),
        row.getBoolean("wallet_paid_earns"),
        GiftCardsEarn.valueOf(row.getString("gift_cards_earn")),
        ReturnPolicy.valueOf(row.getString("return_policy")),
        new Club.Look(brand, row.getBoolean("toman")),
        units);
  }

  private Unit unit(ResultSet row) throws SQLException {
    long top = row.getLong("worth_numerator");
    Rate worth = row.wasNull() ? null : new Rate(top, row.getLong("worth_denominator"));
    Map<Language, String> names = new EnumMap<>(Language.class);
    names.putAll(
        json.readValue(row.getString("names"), new TypeReference<Map<Language, String>>() {}));
    return new Unit(
        row.getInt("number"),
        row.getString("code"),
        Kind.valueOf(row.getString("kind")),
        names,
        row.getInt("decimals"),
        RoundingMode.valueOf(row.getString("rounding")),
        row.getBoolean("may_owe"),
        worth,
        json.readValue(row.getString("expiry"), Expiry.class),
        json.readValue(row.getString("waiting"), Waiting.class),
        json.readValue(row.getString("by_tier"), BY_TIER),
        new Forms(json.readValue(row.getString("forms"), FORMS)));
  }
}
