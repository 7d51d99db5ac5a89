package club.vafa.referrals.signal;

/** Addresses that differ by digits or by two letters at most, at the same provider. */
record SimilarEmail() implements Signal {
  private static final int SHORTEST = 5;
  private static final int NEAR = 2;

  @Override
  public String code() {
    return "similar_email";
  }

  @Override
  public int weight() {
    return 30;
  }

  @Override
  public boolean shows(Pair pair) {
    String one = pair.friend().email();
    String other = pair.advocate().email();
    if (one == null || other == null) {
      return false;
    }
    String box = Alike.mailbox(one);
    String otherBox = Alike.mailbox(other);
    return !box.equals(otherBox) && similar(box, otherBox);
  }

  private static boolean similar(String one, String other) {
    int at = one.lastIndexOf('@');
    int otherAt = other.lastIndexOf('@');
    if (!one.substring(at).equals(other.substring(otherAt))) {
      return false;
    }
    String local = one.substring(0, at);
    String otherLocal = other.substring(0, otherAt);
    String letters = local.replaceAll("\\p{N}", "");
    boolean sameLetters =
        letters.length() >= SHORTEST - 1 && letters.equals(otherLocal.replaceAll("\\p{N}", ""));
    return sameLetters
        || (Math.min(local.length(), otherLocal.length()) >= SHORTEST
            && Alike.distance(local, otherLocal) <= NEAR);
  }
}
