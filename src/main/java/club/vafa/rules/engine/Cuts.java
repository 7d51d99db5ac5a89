package club.vafa.rules.engine;

import club.vafa.rules.Explanation.CapLook;
import club.vafa.rules.Explanation.MarginLook;

/** Who is told of what was cut. */
interface Cuts {
  /** A cap or budget cut. */
  void cut(Held held, CapLook cap);

  /** The margin guard cut. */
  void cut(Held held, MarginLook margin);
}
