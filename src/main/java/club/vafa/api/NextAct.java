package club.vafa.api;

/** Parts what one request does into acts, each written down for itself. */
public interface NextAct {
  /**
   * What is done from now on is another act. Of the one before something has been committed, or
   * else it did not take place.
   *
   * @param kind what begins, such as {@code campaign.publish}
   * @param subject what it is done to
   */
  void begins(String kind, String subject);
}
