package club.vafa.referrals.signal;

/** A sign that friend and advocate may be one person, or that referring became a trade. */
public sealed interface Signal
    permits ManyReferrals,
        NearbyPhone,
        SameAttribute,
        SameEmail,
        SameMinute,
        SameNameAndBirth,
        SameTerminal,
        SimilarEmail {

  /** Stable; its sentence stands under it in the language files. */
  String code();

  /** What it usually weighs; the usual threshold is 60. */
  int weight();

  boolean shows(Pair pair);
}
