package club.vafa.campaigns.web;

import club.vafa.campaigns.form.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sample tried with a campaign that is being written, beside what runs.
 *
 * @param sample what is asked for about the sale and the member
 * @param goods rows of single goods, instead of one amount
 * @param told null as long as there is nothing to try
 */
public record Tried(
    List<Field> sample, List<List<Field>> goods, boolean itemised, @Nullable Told told) {
  public Tried {
    sample = List.copyOf(sample);
    goods = List.copyOf(goods);
  }

  /**
   * What came of it.
   *
   * @param sum all that the member would get, in one phrase; empty when that is nothing
   * @param before all that the member would get without the campaign, in one phrase
   * @param verdict what became of the campaign
   */
  public record Told(
      List<Got> gets, String sum, String before, String verdict, boolean applied, List<Why> why) {
    public Told {
      gets = List.copyOf(gets);
      why = List.copyOf(why);
    }
  }

  /**
   * Something the member would get.
   *
   * @param ours whether it comes from the campaign that is tried
   */
  public record Got(String what, String reason, boolean ours) {}

  /** One thing that was looked at. */
  public record Why(String text, boolean held) {}
}
