package club.vafa.goods;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Reasons to refuse a change of the catalogue. */
public enum GoodsCode implements ProblemCode {
  ITEM_NOT_FOUND(Kind.NOT_FOUND),
  ITEM_CODE_TAKEN(Kind.CONFLICT),
  ITEM_CHANGED(Kind.CONFLICT),
  ITEM_CODE_TWICE(Kind.REFUSED),
  BARCODE_TAKEN(Kind.CONFLICT),
  BARCODE_FORM(Kind.REFUSED),
  CATEGORY_UNKNOWN(Kind.REFUSED),
  CATEGORY_NOT_FOUND(Kind.NOT_FOUND),
  GOODS_FILE_EMPTY(Kind.REFUSED),
  GOODS_FILE_COLUMN(Kind.REFUSED),
  GOODS_FILE_UNREADABLE(Kind.REFUSED);

  private final Kind kind;

  GoodsCode(Kind kind) {
    this.kind = kind;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
