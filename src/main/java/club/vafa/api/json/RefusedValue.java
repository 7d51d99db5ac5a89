package club.vafa.api.json;

import club.vafa.kernel.ProblemCode;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A value of the right kind that still cannot be read; Jackson adds the place on the way up. */
final class RefusedValue extends MismatchedInputException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemCode code;
  private final transient Map<String, Object> args;

  RefusedValue(JsonParser parser, ProblemCode code, Map<String, Object> args) {
    super(parser, code.code());
    this.code = code;
    this.args = Map.copyOf(args);
  }

  ProblemCode code() {
    return code;
  }

  Map<String, Object> args() {
    return args;
  }
}
