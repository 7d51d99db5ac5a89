package club.vafa.program.part;

import club.vafa.api.InputRefused;
import club.vafa.kernel.Outcome;

/** What rooms answer when a program is put into force. */
final class Put {
  private Put() {}

  /**
   * What was checked is done. Somebody may have changed the room between the check and now: then
   * nothing of the whole program happens, and whoever wanted it is told why.
   */
  static <T> T done(Outcome<T> outcome) {
    return InputRefused.unlessDone(outcome);
  }
}
