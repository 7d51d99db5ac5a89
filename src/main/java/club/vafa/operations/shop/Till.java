package club.vafa.operations.shop;

import java.util.List;

/**
 * A till and where it stands.
 *
 * @param staff who works there, in turns
 */
public record Till(String branch, String terminal, List<String> staff) {
  /** By branch; the third branch opens during the year. */
  public static final List<List<Till>> OF_BRANCHES =
      List.of(
          List.of(
              new Till("tehran-1", "t1", List.of("sara", "omid")),
              new Till("tehran-1", "t2", List.of("leila", "omid"))),
          List.of(
              new Till("tehran-2", "t3", List.of("reza", "mina")),
              new Till("tehran-2", "t4", List.of("mina", "babak"))),
          List.of(new Till("tehran-3", "t5", List.of("nasrin", "kian"))));

  public Till {
    staff = List.copyOf(staff);
  }

  /** The name under which it reports. */
  public String source() {
    return "till-" + terminal.substring(1);
  }

  /** Who works at this hour: the first until 15:00, the second after. */
  public String staff(int minute) {
    return staff.get(minute < 15 * 60 ? 0 : 1);
  }
}
