package club.vafa.goods;

import club.vafa.clubs.Club;
import club.vafa.kernel.Digits;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Spelling;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A file of goods as spreadsheets write it: a row of headings, and a row for each item. */
record GoodsFile(List<Row> rows) {
  private static final int MOST_ROWS = 10_000;

  GoodsFile {
    rows = List.copyOf(rows);
  }

  /** What a column says, and the headings it is known by in the three languages. */
  enum Column {
    CODE("code,sku,item,item code,product code,article,کد,کد کالا,الرمز,رمز المنتج,رمز الصنف"),
    NAME("name,item name,product,product name,title,description,نام,نام کالا,شرح,الاسم,اسم المنتج"),
    NAME_EN("name en,english,english name,نام انگلیسی,الاسم بالإنجليزية"),
    NAME_FA("name fa,persian,persian name,نام فارسی,الاسم بالفارسية"),
    NAME_AR("name ar,arabic,arabic name,نام عربی,الاسم بالعربية"),
    CATEGORY("category,group,product group,دسته,گروه,گروه کالا,الفئة,التصنيف,المجموعة"),
    BARCODE("barcode,barcodes,ean,gtin,upc,بارکد,الباركود"),
    PRICE("price,unit price,قیمت,قیمت واحد,فی,السعر,سعر الوحدة"),
    COST("cost,unit cost,بهای تمام شده,بها,التكلفة"),
    FAVOURITE("favourite,favorite,star,برگزیده,مفضل"),
    ACTIVE("active,sold,فعال,نشط");

    @SuppressWarnings("ImmutableEnumChecker") // copied in the constructor
    private final Set<String> headings;

    Column(String headings) {
      this.headings =
          Arrays.stream(headings.split(",")).map(Column::plain).collect(Collectors.toSet());
    }

    static Optional<Column> of(String heading) {
      return Arrays.stream(values())
          .filter(column -> column.headings.contains(plain(heading)))
          .findFirst();
    }

    /** Headings are told apart by their letters alone. */
    private static String plain(String heading) {
      return Spelling.folded(heading).replace(" ", "");
    }

    /** The column of names in a language; the one that names no language is the club's own. */
    static Column named(Language language) {
      return switch (language) {
        case EN -> NAME_EN;
        case FA -> NAME_FA;
        case AR -> NAME_AR;
      };
    }
  }

  /**
   * A row.
   *
   * @param line of the file in which it begins
   * @param cells what stands in the columns that are there
   */
  record Row(long line, Map<Column, String> cells) {
    String at(Column column) {
      return cells.getOrDefault(column, "").strip();
    }

    String code() {
      return at(Column.CODE);
    }

    boolean has(Column column) {
      return cells.containsKey(column);
    }

    List<String> barcodes() {
      return Arrays.stream(Digits.western(at(Column.BARCODE)).split("[\\s,;|]+"))
          .filter(one -> !one.isEmpty())
          .toList();
    }
  }

  static Outcome<GoodsFile> read(Club club, String csv) {
    String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        if (records.size() > MOST_ROWS) {
          return refused(InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_ROWS));
        }
        records.add(record);
      }
    } catch (CsvParseException | java.io.IOException broken) {
      return refused(GoodsCode.GOODS_FILE_UNREADABLE, Map.of());
    }
    if (records.size() < 2) {
      return refused(GoodsCode.GOODS_FILE_EMPTY, Map.of());
    }
    List<Optional<Column>> columns =
        records.getFirst().getFields().stream().map(Column::of).toList();
    return columns.contains(Optional.of(Column.CODE))
        ? Outcome.done(
            new GoodsFile(
                records.stream().skip(1).map(record -> row(club, columns, record)).toList()))
        : refused(GoodsCode.GOODS_FILE_COLUMN, Map.of());
  }

  /** The sign that parts the headings; copying from a spreadsheet brings tabs. */
  private static char separator(String text) {
    String head = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = ',';
    for (char sign : new char[] {';', '\t'}) {
      best = head.chars().filter(one -> one == sign).count() > count(head, best) ? sign : best;
    }
    return best;
  }

  private static long count(String head, char wanted) {
    return head.chars().filter(one -> one == wanted).count();
  }

  private static Row row(Club club, List<Optional<Column>> columns, CsvRecord record) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    for (int at = 0; at < Math.min(columns.size(), record.getFieldCount()); at++) {
      String cell = record.getField(at);
      columns
          .get(at)
          .ifPresent(column ->
              cells.putIfAbsent(
                  column == Column.NAME ? Column.named(club.language()) : column, cell));
    }
    return new Row(record.getStartingLineNumber(), cells);
  }

  private static <T> Outcome<T> refused(
      club.vafa.kernel.ProblemCode code, Map<String, Object> named) {
    return Outcome.refused(Refusal.at("/csv", code, named));
  }

  Set<String> codes() {
    return rows.stream().map(Row::code).collect(Collectors.toSet());
  }

  Set<String> barcodes() {
    return rows.stream().flatMap(row -> row.barcodes().stream()).collect(Collectors.toSet());
  }
}
