package club.vafa.goods;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import club.vafa.kernel.Spelling;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the catalogue. */
@Repository
class GoodsStore {
  private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};
  private static final String SELECT =
      """
      select i.*, array(
        select b.barcode from goods.barcode b
        where b.club_id = i.club_id and b.item_id = i.id order by b.barcode) barcodes
      from goods.item i
      where i.club_id = ?
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  GoodsStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The number of a change that begins; nobody else changes the catalogue until its commit. */
  long change(ClubId club) {
    return jdbc.sql(
            """
            insert into goods.catalogue as c (club_id, change) values (?, 1)
            on conflict (club_id) do update set change = c.change + 1
            returning change
            """)
        .param(club.value())
        .query(Long.class)
        .single();
  }

  List<Item> list(ClubId club, ItemFilter filter, String afterCode, int most) {
    List<Object> values = new ArrayList<>(List.of(club.value(), afterCode));
    String sql =
        SELECT + " and i.code > ?" + conditions(filter, values) + " order by i.code limit ?";
    values.add(most);
    return jdbc.sql(sql).params(values).query((row, _) -> item(row)).list();
  }

  private static String conditions(ItemFilter filter, List<Object> values) {
    StringBuilder sql = new StringBuilder();
    for (String pattern : Spelling.patterns(filter.wanted())) {
      sql.append(" and i.folded like ?");
      values.add(pattern);
    }
    if (filter.category() != null) {
      sql.append(" and i.category = ?");
      values.add(filter.category());
    }
    if (filter.code() != null) {
      sql.append(" and i.code = ?");
      values.add(filter.code());
    }
    if (filter.barcode() != null) {
      sql.append(
          " and i.id = (select item_id from goods.barcode where club_id = ? and barcode = ?)");
      values.add(values.getFirst());
      values.add(filter.barcode());
    }
    if (filter.favourite() != null) {
      sql.append(filter.favourite() ? " and i.favourite" : " and not i.favourite");
    }
    if (filter.active() != null) {
      sql.append(filter.active() ? " and i.active" : " and not i.active");
    }
    return sql.toString();
  }

  Optional<Item> find(ClubId club, ItemId id) {
    return jdbc.sql(SELECT + " and i.id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> item(row))
        .optional();
  }

  List<Item> byCodes(ClubId club, Collection<String> codes) {
    return jdbc.sql(SELECT + " and i.code = any(?)")
        .params(club.value(), codes.toArray(String[]::new))
        .query((row, _) -> item(row))
        .list();
  }

  /** What changed after a change, in the order of changes. */
  List<Item> since(ClubId club, long change, UUID after, int most) {
    return jdbc.sql(SELECT + " and (i.change, i.id) > (?, ?) order by i.change, i.id limit ?")
        .params(club.value(), change, after, most)
        .query((row, _) -> item(row))
        .list();
  }

  /** Whose barcodes these are, as far as they are anybody's. */
  Map<String, UUID> owners(ClubId club, Collection<String> barcodes) {
    Map<String, UUID> owners = new HashMap<>();
    jdbc.sql("select barcode, item_id from goods.barcode where club_id = ? and barcode = any(?)")
        .params(club.value(), barcodes.toArray(String[]::new))
        .query(row -> {
          owners.put(row.getString(1), row.getObject(2, UUID.class));
        });
    return owners;
  }

  /** Adds items, or replaces those that bear these ids. */
  void save(ClubId club, List<Item> items) {
    jdbc.sql(
            """
            insert into goods.item (club_id, id, code, names, category, price, cost, favourite,
              active, folded, version, change, changed_at, changed_by)
            select ?, i.id, i.code, i.names::jsonb, i.category, i.price, i.cost, i.favourite,
              i.active, i.folded, i.version, i.change, i.at::timestamptz, i.by
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
              ?::boolean[], ?::boolean[], ?::text[], ?::int[], ?::bigint[], ?::text[], ?::text[])
              i (id, code, names, category, price, cost, favourite, active, folded, version, change,
                at, by)
            on conflict (club_id, id) do update set code = excluded.code, names = excluded.names,
              category = excluded.category, price = excluded.price, cost = excluded.cost,
              favourite = excluded.favourite, active = excluded.active, folded = excluded.folded,
              version = excluded.version, change = excluded.change,
              changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                club.value(),
                ids(items),
                Columns.texts(items, Item::code),
                Columns.texts(items, item -> text(item.names())),
                Columns.texts(items, item -> item.terms().category()),
                longs(items, item -> item.terms().price()),
                longs(items, item -> item.terms().cost()),
                items.stream().map(item -> item.terms().favourite()).toArray(Boolean[]::new),
                items.stream().map(item -> item.terms().active()).toArray(Boolean[]::new),
                Columns.texts(items, item -> item.terms().folded()),
                items.stream().map(Item::version).toArray(Integer[]::new),
                Columns.longs(items, Item::change),
                Columns.times(items, Item::changedAt),
                Columns.texts(items, Item::changedBy)))
        .update();
    saveBarcodes(club, items);
  }

  private void saveBarcodes(ClubId club, List<Item> items) {
    jdbc.sql("delete from goods.barcode where club_id = ? and item_id = any(?)")
        .params(club.value(), ids(items))
        .update();
    List<String> barcodes = new ArrayList<>();
    List<UUID> owners = new ArrayList<>();
    for (Item item : items) {
      for (String barcode : item.terms().barcodes()) {
        barcodes.add(barcode);
        owners.add(item.id().value());
      }
    }
    jdbc.sql(
            """
            insert into goods.barcode (club_id, barcode, item_id)
            select ?, b.barcode, b.item_id from unnest(?::text[], ?::uuid[]) b (barcode, item_id)
            """)
        .params(club.value(), barcodes.toArray(String[]::new), owners.toArray(UUID[]::new))
        .update();
  }

  /** What one piece of goods costs, by code, as far as it is known. */
  Map<String, Long> costs(ClubId club, Set<String> codes) {
    Map<String, Long> costs = new HashMap<>();
    jdbc.sql(
            """
            select code, cost from goods.item
            where club_id = ? and code = any(?) and cost is not null
            """)
        .params(club.value(), codes.toArray(String[]::new))
        .query(row -> {
          costs.put(row.getString(1), row.getLong(2));
        });
    return costs;
  }

  boolean knowsCosts(ClubId club) {
    return jdbc.sql(
            "select exists (select 1 from goods.item where club_id = ? and cost is not null)")
        .param(club.value())
        .query(Boolean.class)
        .single();
  }

  List<Category> categories(ClubId club, String afterCode, int most) {
    return jdbc.sql(
            """
            select code, names from goods.category where club_id = ? and code > ?
            order by code limit ?
            """)
        .params(club.value(), afterCode, most)
        .query((row, _) -> new Category(row.getString(1), names(row.getString(2))))
        .list();
  }

  List<Category> byCode(ClubId club, Collection<String> codes) {
    return jdbc.sql("select code, names from goods.category where club_id = ? and code = any(?)")
        .params(club.value(), codes.toArray(String[]::new))
        .query((row, _) -> new Category(row.getString(1), names(row.getString(2))))
        .list();
  }

  /** A change of the catalogue: its number, when, by whom. */
  record Made(long change, Instant at, String by) {}

  void put(ClubId club, List<Category> categories, Made made) {
    jdbc.sql(
            """
            insert into goods.category (club_id, code, names, change, changed_at, changed_by)
            select ?, c.code, c.names::jsonb, ?, ?::timestamptz, ?
            from unnest(?::text[], ?::text[]) c (code, names)
            on conflict (club_id, code) do update set names = excluded.names,
              change = excluded.change, changed_at = excluded.changed_at,
              changed_by = excluded.changed_by
            """)
        .params(
            club.value(),
            made.change(),
            made.at().toString(),
            made.by(),
            Columns.texts(categories, Category::code),
            Columns.texts(categories, category -> text(category.names())))
        .update();
  }

  private static UUID[] ids(List<Item> items) {
    return items.stream().map(item -> item.id().value()).toArray(UUID[]::new);
  }

  private static @Nullable Long[] longs(List<Item> items, Function<Item, @Nullable Long> column) {
    @Nullable Long[] out = new @Nullable Long[items.size()];
    for (int row = 0; row < out.length; row++) {
      out[row] = column.apply(items.get(row));
    }
    return out;
  }

  private String text(Map<Language, String> names) {
    return json.writeValueAsString(Language.byCode(names));
  }

  private Map<Language, String> names(String text) {
    Map<Language, String> names = new EnumMap<>(Language.class);
    json.readValue(text, NAMES).forEach((code, name) -> names.put(Language.of(code), name));
    return names;
  }

  private Item item(ResultSet row) throws SQLException {
    Array barcodes = row.getArray("barcodes");
    return new Item(
        new ItemId(row.getObject("id", UUID.class)),
        new ItemTerms(
            row.getString("code"),
            names(row.getString("names")),
            row.getString("category"),
            List.of((String[]) barcodes.getArray()),
            row.getObject("price", Long.class),
            row.getObject("cost", Long.class),
            row.getBoolean("favourite"),
            row.getBoolean("active")),
        row.getInt("version"),
        row.getLong("change"),
        Columns.time(row, "changed_at"),
        row.getString("changed_by"));
  }
}
