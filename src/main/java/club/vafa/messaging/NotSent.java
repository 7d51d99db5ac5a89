package club.vafa.messaging;

/** Why a note was not taken, in words that hold nothing of it. */
final class NotSent extends Exception {
  private static final long serialVersionUID = 1L;

  NotSent(String why) {
    super(why);
  }
}
