package club.vafa.replay;

import club.vafa.activity.PastPurchase;
import club.vafa.activity.PastReturn;
import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sales of a file that were read. Purchases and returns bear ids in the order in which they are
 * to be lived through; the lower half of an id tells the line of the file.
 *
 * @param name of the file
 * @param columns which column was read as what, for people to check
 * @param rows how many the file has
 * @param refused the first of those that were not taken
 * @param refusedRows how many were not
 */
public record NewPast(
    String name,
    String columns,
    long rows,
    List<PastPurchase> purchases,
    List<PastReturn> returns,
    List<Person> people,
    List<RefusedRow> refused,
    long refusedRows) {
  /** Of so many refused rows the reasons are kept. */
  public static final int MOST_REFUSED = 10_000;

  /**
   * Somebody who bought, or wanted to give back.
   *
   * @param called by the file, when they are no member of the club; else null
   * @param first when they bought first
   */
  public record Person(MemberId id, @Nullable String called, Instant first) {}

  /**
   * A row of the file that was not taken.
   *
   * @param place of it among the refused ones, from 1
   * @param line of the file
   * @param field that is wrong; empty when it is the row as a whole
   */
  public record RefusedRow(long place, long line, String field, String code, String reason) {}
}
