package club.vafa.members;

import club.vafa.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/** A household to open around an adult, with how many it may have. */
public record NewHousehold(
    MemberId primary, @Nullable String name, int maxAdults, int maxChildren) {
  /** Two adults and four children, unless the club says otherwise. */
  public static final int USUAL_ADULTS = 2;

  public static final int USUAL_CHILDREN = 4;
  static final int MOST = 10;
}
