package club.vafa.operations.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.vafa.kernel.CalendarKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, dates and headings as files of three languages hold them. */
class ReadingTests {
  private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 | 12",
        "-6 | -6",
        "2.55 | 2.55",
        "1,250 | 1250",
        "1,250,000 | 1250000",
        "12,50 | 12.50",
        "1.250 | 1.250",
        "1.250,75 | 1250.75",
        "1,250.75 | 1250.75",
        "1.250.000 | 1250000",
        "1 250,5 | 1250.5",
        "1'250.50 | 1250.50",
        "۱۲۵۰ | 1250",
        "۱٬۲۵۰٫۵ | 1250.5",
        "٣٫٥ | 3.5",
        "−7 | -7",
        "7- | -7",
        "+7 | 7",
        ".5 | .5"
      })
  void numbersAreReadAsPeopleWriteThem(String text, BigDecimal number) {
    assertThat(new Numbers((char) 0).read(text))
        .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "abc", "1e5", "1-2", "NaN", "1.2.3,4,5", "٫"})
  void whatIsNoNumberIsNone(String text) {
    assertThat(new Numbers((char) 0).read(text)).isEmpty();
  }

  @Test
  void theSignBeforeDecimalsCanBeNamed() {
    assertThat(new Numbers(',').read("1.250")).hasValue(new BigDecimal("1250"));
    assertThat(new Numbers('.').read("12,50")).hasValue(new BigDecimal("1250"));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-08-02, 2024-08-01T20:30:00Z",
    "2024-08-02 10:15, 2024-08-02T06:45:00Z",
    "2024-08-02T10:15:30.123, 2024-08-02T06:45:30Z",
    "2024-08-02T10:15:30Z, 2024-08-02T10:15:30Z",
    "2024-08-02T10:15:30+01:00, 2024-08-02T09:15:30Z",
    "02/08/2024, 2024-08-01T20:30:00Z",
    "2/8/2024 9:05, 2024-08-02T05:35:00Z",
    "02.08.2024, 2024-08-01T20:30:00Z",
    "۲۰۲۴/۰۸/۰۲, 2024-08-01T20:30:00Z"
  })
  void datesAreReadInTheClubsZone(String text, Instant at) {
    assertThat(new Dates(CalendarKind.GREGORIAN, TEHRAN, null).instant(text, null)).hasValue(at);
  }

  @ParameterizedTest
  @CsvSource({
    "1403/05/12, 2024-08-01T20:30:00Z",
    "۱۴۰۳/۰۵/۱۲ ۱۰:۱۵, 2024-08-02T06:45:00Z",
    "1403/02/31, 2024-05-19T20:30:00Z"
  })
  void jalaliDatesAreDaysOfTheirOwn(String text, Instant at) {
    assertThat(new Dates(CalendarKind.JALALI, TEHRAN, null).instant(text, null)).hasValue(at);
    DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy/MM/dd[ HH:mm]");
    assertThat(new Dates(CalendarKind.JALALI, TEHRAN, format).instant(text, null)).hasValue(at);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2024-13-01", "2024-02-30", "31/12/24", "yesterday", "2024-08-02 25:00"})
  void whatIsNoDateIsNone(String text) {
    assertThat(new Dates(CalendarKind.GREGORIAN, TEHRAN, null).instant(text, null)).isEmpty();
  }

  @Test
  void daysThatAJalaliMonthLacksAreNone() {
    Dates dates = new Dates(CalendarKind.JALALI, TEHRAN, null);
    assertThat(dates.instant("1403/07/31", null)).isEmpty();
    assertThat(dates.instant("1403/13/01", null)).isEmpty();
  }

  @Test
  void aTimeOfDayMayStandInItsOwnColumn() {
    Dates dates = new Dates(CalendarKind.GREGORIAN, TEHRAN, null);
    assertThat(dates.instant("2024-08-02", "10:15"))
        .hasValue(Instant.parse("2024-08-02T06:45:00Z"));
  }

  @Test
  void columnsAreGuessedFromHeadingsOfThreeLanguages() {
    assertThat(
            shown("invoice", "stock_code", "quantity", "invoice_time", "unit_price", "customer_id"))
        .isEqualTo(
            "id = invoice, sku = stock_code, quantity = quantity, date = invoice_time,"
                + " unitPrice = unit_price, member = customer_id");
    assertThat(shown("شماره فاکتور", "تاريخ", "کد مشتری", "نام کالا", "تعداد", "مبلغ کل"))
        .isEqualTo(
            "id = شماره فاکتور, date = تاريخ, member = کد مشتری, name = نام کالا,"
                + " quantity = تعداد, amount = مبلغ کل");
    assertThat(shown("رقم الفاتورة", "التاريخ", "رقم الجوال", "الكمية", "سعر الوحدة"))
        .isEqualTo(
            "id = رقم الفاتورة, date = التاريخ, phone = رقم الجوال, quantity = الكمية,"
                + " unitPrice = سعر الوحدة");
  }

  @Test
  void whatIsToldGoesBeforeWhatIsGuessed() {
    List<String> header = List.of("No", "Date", "Total", "Paid");
    Mapping mapping =
        Mapping.of(header, Field.OF_PURCHASES, Map.of("id", "no", "amount", "#4", "date", ""));
    assertThat(mapping.shown()).isEqualTo("id = No, amount = Paid");
    assertThat(mapping.unused()).containsExactly("Date", "Total");
    assertThatThrownBy(() -> Mapping.of(header, Field.OF_PURCHASES, Map.of("id", "Number")))
        .isInstanceOf(CannotImport.class);
    assertThatThrownBy(() -> Mapping.of(header, Field.OF_PURCHASES, Map.of("colour", "No")))
        .isInstanceOf(CannotImport.class);
    assertThatThrownBy(() -> mapping.needs(Field.DATE)).isInstanceOf(CannotImport.class);
  }

  private static String shown(String... header) {
    return Mapping.of(List.of(header), Field.OF_PURCHASES, Map.of()).shown();
  }
}
