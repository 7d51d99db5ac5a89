package club.vafa.tiers;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What counts of one member, packed: a regular of a year takes half a kilobyte. Numbers are written
 * seven bits a byte, the lowest first, and those that may be below zero with the sign as their last
 * bit. First comes the form, the first day and whether older ones are there as a sum; then for each
 * measure its number and how many days follow, each as days since the one before and its amount.
 *
 * @param from the first day that is told by itself
 * @param ever whether what is older is there, as one sum
 */
record Days(LocalDate from, boolean ever, Progress progress) {
  private static final int FORM = 1;
  private static final int MORE = 0x80;
  private static final int LOW = 0x7f;
  private static final int BITS = 7;

  static Days of(Progress progress, Reach reach, LocalDate asOf) {
    return new Days(reach.from(asOf), reach.ever(), progress);
  }

  byte[] pack() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    out.write(FORM);
    signed(out, from.toEpochDay());
    out.write(ever ? 1 : 0);
    progress.days().forEach((measure, all) -> pack(out, measure, all));
    return out.toByteArray();
  }

  private void pack(ByteArrayOutputStream out, int measure, NavigableMap<LocalDate, Long> all) {
    NavigableMap<LocalDate, Long> told = all.tailMap(from, true);
    int lately = told.size();
    boolean sum = ever && lately < all.size();
    signed(out, measure);
    unsigned(out, lately + (sum ? 1 : 0));
    long before = 0;
    if (sum) {
      before = Progress.LONG_AGO.toEpochDay();
      signed(out, before);
      signed(out, progress.sum(measure, Progress.LONG_AGO, from.minusDays(1)));
    }
    for (var day : told.entrySet()) {
      long number = day.getKey().toEpochDay();
      signed(out, number - before);
      signed(out, day.getValue());
      before = number;
    }
  }

  /**
   * What is in there, if it reaches as far as is asked for.
   *
   * @param packed null when nothing was packed
   */
  static Optional<Progress> unpack(byte @Nullable [] packed, LocalDate from, boolean ever) {
    if (packed == null || packed.length == 0 || packed[0] != FORM) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(packed, 1, packed.length - 1);
    try {
      boolean reaches = signed(in) <= from.toEpochDay();
      boolean whole = in.get() == 1;
      return reaches && (whole || !ever) ? Optional.of(read(in, from, ever)) : Optional.empty();
    } catch (BufferUnderflowException cut) {
      throw new IllegalStateException("packed days are cut off", cut);
    }
  }

  private static Progress read(ByteBuffer in, LocalDate from, boolean ever) {
    Progress progress = new Progress();
    while (in.hasRemaining()) {
      int measure = Math.toIntExact(signed(in));
      long number = 0;
      for (long left = unsigned(in); left > 0; left--) {
        number += signed(in);
        long amount = signed(in);
        LocalDate day = LocalDate.ofEpochDay(number);
        if (!day.isBefore(from)) {
          progress.load(measure, day, amount);
        } else if (ever) {
          progress.load(measure, Progress.LONG_AGO, amount);
        }
      }
    }
    return progress;
  }

  private static void signed(ByteArrayOutputStream out, long number) {
    unsigned(out, (number << 1) ^ (number >> 63));
  }

  private static void unsigned(ByteArrayOutputStream out, long number) {
    long rest = number;
    while ((rest & ~LOW) != 0) {
      out.write((int) ((rest & LOW) | MORE));
      rest >>>= BITS;
    }
    out.write((int) rest);
  }

  private static long signed(ByteBuffer in) {
    long number = unsigned(in);
    return (number >>> 1) ^ -(number & 1);
  }

  private static long unsigned(ByteBuffer in) {
    long number = 0;
    int shift = 0;
    byte next = in.get();
    while (next < 0) {
      number |= (long) (next & LOW) << shift;
      shift += BITS;
      next = in.get();
    }
    return number | ((long) next << shift);
  }
}
