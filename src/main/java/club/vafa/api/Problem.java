package club.vafa.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as RFC 9457 tells it.
 *
 * @param code stable; programs decide by it
 * @param errors what is wrong with which field, when the input is at fault
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    String traceId,
    @Nullable List<Fault> errors) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * What is wrong with a part of the input.
   *
   * @param pointer JSON pointer into the body, or into the file that it carries
   * @param line where it stands in that file, counted from 1; missing when there is none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Fault(
      String pointer,
      String code,
      String detail,
      @Nullable Integer line,
      @Nullable Integer column) {

    /** Of a body, which has no lines. */
    public Fault(String pointer, String code, String detail) {
      this(pointer, code, detail, null, null);
    }
  }
}
