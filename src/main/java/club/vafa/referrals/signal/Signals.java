package club.vafa.referrals.signal;

import java.util.List;

/** The signs there are. */
public final class Signals {
  public static final List<Signal> ALL =
      List.of(
          new SameEmail(),
          new SimilarEmail(),
          new SameNameAndBirth(),
          new NearbyPhone(),
          new SameAttribute("same_household", 30, List.of("household", "address")),
          new SameAttribute("same_card", 60, List.of("paymentCard", "card")),
          new SameTerminal(),
          new ManyReferrals(),
          new SameMinute());

  public static final List<String> CODES = ALL.stream().map(Signal::code).toList();

  private Signals() {}
}
