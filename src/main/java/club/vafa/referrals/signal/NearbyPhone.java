package club.vafa.referrals.signal;

/** Phone numbers that differ in one digit, or by ten at most: bought together. */
record NearbyPhone() implements Signal {
  private static final long NEAR = 10;

  @Override
  public String code() {
    return "nearby_phone";
  }

  @Override
  public int weight() {
    return 30;
  }

  @Override
  public boolean shows(Pair pair) {
    String one = pair.friend().phone();
    String other = pair.advocate().phone();
    if (one == null || other == null || one.length() != other.length() || one.equals(other)) {
      return false;
    }
    return Alike.distance(one, other) <= 1 || apart(one, other) <= NEAR;
  }

  /** E.164 has 15 digits at most, which a long holds. */
  private static long apart(String one, String other) {
    return Math.abs(Long.parseLong(one.substring(1)) - Long.parseLong(other.substring(1)));
  }
}
