package club.vafa.replay;

/** More members are to be kept in memory at once than there is room for. */
final class Crowded extends RuntimeException {
  /** What is written down for it, beside which every other failure is a fault. */
  static final String FAILURE = "crowded";

  /** What one member takes under two programs, in bytes; measured, and rounded up. */
  private static final long BYTES_A_MEMBER = 10_000;

  Crowded() {
    super(FAILURE);
  }

  /** As many members as half of the memory holds; the other half is for the club's day. */
  static int most() {
    return (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 2 / BYTES_A_MEMBER);
  }
}
