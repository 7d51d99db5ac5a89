package club.vafa.earning.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of each purchase of a batch, in the order they were sent. */
public record BatchView(List<Item> data) {
  /**
   * One purchase's answer.
   *
   * @param body a purchase when the status is 201, else a problem
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(int status, @Nullable Boolean replayed, Object body) {}
}
