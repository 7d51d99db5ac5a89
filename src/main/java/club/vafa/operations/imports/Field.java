package club.vafa.operations.imports;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a column of a file can hold, and the headings it is recognised by in the three languages.
 * The names are those of the API where the API has the field.
 */
enum Field {
  ID(
      "id",
      "purchase id, id, invoice, invoice no, invoice number, receipt, receipt no, receipt number,"
          + " order, order id, order no, order number, bill, bill no, transaction, transaction id,"
          + " شماره فاکتور, فاکتور, شماره رسید, رسید, شماره سفارش, شناسه خرید,"
          + " رقم الفاتورة, الفاتورة, رقم الإيصال, رقم الطلب"),
  DATE(
      "date",
      "date, occurred at, date time, purchase date, invoice date, invoice time, order date,"
          + " timestamp, purchased at, sold at, تاریخ, تاریخ فاکتور, تاریخ خرید, تاریخ فروش,"
          + " التاريخ, تاريخ الفاتورة, تاريخ الشراء, تاريخ البيع"),
  TIME("time", "time, hour, ساعت, زمان, الوقت, الساعة"),
  MEMBER(
      "member",
      "member, customer, client, external id, customer id, customer no, customer number,"
          + " customer code, client id, member id, member no, member number, member code, user id,"
          + " مشتری, کد مشتری, شماره مشتری, عضو, کد عضو, شناسه عضو, شماره عضویت, کد اشتراک,"
          + " العميل, رقم العميل, العضو, رقم العضو, معرف العضو, الزبون, رقم الزبون"),
  PHONE(
      "phone",
      "phone, mobile, phone number, mobile number, mobile phone, tel, telephone, cell, msisdn,"
          + " تلفن, موبایل, شماره موبایل, همراه, شماره همراه, تلفن همراه, شماره تلفن,"
          + " الهاتف, الجوال, رقم الجوال, رقم الهاتف, الموبايل, الهاتف المحمول"),
  EMAIL("email", "email, e-mail, mail, email address, ایمیل, پست الکترونیک, البريد الإلكتروني"),
  CARD("card", "card, card no, card number, کارت, شماره کارت, البطاقة, رقم البطاقة"),
  MEMBER_ID("memberId", "vafa id, vafa member id"),
  BRANCH("branch", "branch, branch code, store, store code, shop, شعبه, کد شعبه, فروشگاه, الفرع"),
  TERMINAL("terminal", "terminal, till, pos, register, پایانه, صندوق, الجهاز, الصندوق"),
  STAFF("staff", "staff, cashier, seller, employee, صندوقدار, فروشنده, الكاشير, البائع, الموظف"),
  SKU(
      "sku",
      "sku, item, item code, item no, product, product id, product code, stock code, article,"
          + " barcode, ean, کد کالا, بارکد, کالا, کد محصول, رمز المنتج, الباركود, رقم الصنف, الصنف"),
  NAME(
      "name",
      "product name, item name, description, name, title, نام کالا, شرح کالا, شرح, نام محصول,"
          + " اسم المنتج, الوصف, اسم الصنف"),
  CATEGORY(
      "category",
      "category, group, department, product group, item group, دسته, گروه, گروه کالا, دسته بندی,"
          + " الفئة, التصنيف, المجموعة"),
  QUANTITY("quantity", "quantity, qty, count, pieces, تعداد, مقدار, الكمية, العدد"),
  UNIT_PRICE(
      "unitPrice", "unit price, price, rate, فی, قیمت واحد, بهای واحد, قیمت, سعر الوحدة, السعر"),
  AMOUNT(
      "amount",
      "amount, line amount, line total, total, sum, net, مبلغ, جمع, مبلغ کل, قیمت کل, المبلغ,"
          + " الإجمالي, المجموع"),
  COST("cost", "cost, line cost, بهای تمام شده, التكلفة"),
  CURRENCY("currency", "currency, ارز, واحد پول, العملة"),
  COUPONS("coupons", "coupons, coupon, coupon code, کوپن, کد تخفیف, القسيمة, الكوبون"),
  FIRST_NAME("firstName", "first name, given name, forename, نام, الاسم الأول, الاسم"),
  LAST_NAME(
      "lastName", "last name, surname, family name, نام خانوادگی, فامیل, اسم العائلة, الكنية"),
  FULL_NAME("name", "name, full name, نام و نام خانوادگی, نام کامل, الاسم الكامل"),
  BIRTH_DATE(
      "birthDate",
      "birth date, birthday, date of birth, dob, تاریخ تولد, تولد, تاريخ الميلاد, الميلاد"),
  LOCALE("locale", "locale, language, زبان, اللغة"),
  JOINED_AT(
      "joinedAt",
      "joined at, joined, member since, registered, registration date, تاریخ عضویت, تاریخ ثبت نام,"
          + " تاريخ الانضمام, تاريخ التسجيل");

  static final List<Field> OF_PURCHASES =
      List.of(
          ID,
          DATE,
          TIME,
          MEMBER,
          PHONE,
          EMAIL,
          CARD,
          MEMBER_ID,
          BRANCH,
          TERMINAL,
          STAFF,
          SKU,
          NAME,
          CATEGORY,
          QUANTITY,
          UNIT_PRICE,
          AMOUNT,
          COST,
          CURRENCY,
          COUPONS);
  static final List<Field> OF_MEMBERS =
      List.of(
          MEMBER,
          PHONE,
          EMAIL,
          CARD,
          FIRST_NAME,
          LAST_NAME,
          FULL_NAME,
          BIRTH_DATE,
          LOCALE,
          JOINED_AT);

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // copied in the constructor
  private final List<String> headings;

  Field(String label, String headings) {
    this.label = label;
    this.headings = Arrays.stream(headings.split(",")).map(Field::plain).toList();
  }

  /** What the command line calls it. */
  String label() {
    return label;
  }

  /** Headings it is recognised by, the surest first, in their plain spelling. */
  List<String> headings() {
    return headings;
  }

  static Optional<Field> named(List<Field> fields, String name) {
    return fields.stream().filter(field -> field.label.equalsIgnoreCase(name)).findFirst();
  }

  /** A heading without case, spaces, punctuation and the two spellings of Persian letters. */
  static String plain(String heading) {
    String folded = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(folded.length());
    for (int at = 0; at < folded.length(); at++) {
      char sign = folded.charAt(at);
      switch (sign) {
        case '\u064A', '\u0649' -> plain.append('\u06CC');
        case '\u0643' -> plain.append('\u06A9');
        case '\u0623', '\u0625', '\u0622' -> plain.append('\u0627');
        case '\u0629' -> plain.append('\u0647');
        default -> {
          if (Character.isLetterOrDigit(sign)) {
            plain.append(sign);
          }
        }
      }
    }
    return plain.toString();
  }
}
