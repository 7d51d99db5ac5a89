package club.vafa.referrals.signal;

/**
 * Mail to both arrives in one mailbox: {@code sara.m+2@example.com} is {@code saram@example.com}.
 */
record SameEmail() implements Signal {

  @Override
  public String code() {
    return "same_email";
  }

  @Override
  public int weight() {
    return 60;
  }

  @Override
  public boolean shows(Pair pair) {
    String one = pair.friend().email();
    String other = pair.advocate().email();
    return one != null && other != null && Alike.mailbox(one).equals(Alike.mailbox(other));
  }
}
