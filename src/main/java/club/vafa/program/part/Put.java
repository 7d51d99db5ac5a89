package club.vafa.program.part;

import club.vafa.api.InputRefused;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.program.file.Faults;
import java.util.List;

/** What rooms answer when a program is put into force. */
final class Put {
  private Put() {}

  /**
   * What was checked is done. Somebody may have changed the room between the check and now: then
   * nothing of the whole program happens, and whoever wanted it is told why.
   */
  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T>(List<Refusal> refusals) -> throw new InputRefused(refusals);
    };
  }

  /** Notes what a room has against an entry. */
  static void note(List<Refusal> refusals, String pointer, Faults faults) {
    refusals.forEach(refusal -> faults.add(refusal.under(pointer)));
  }
}
