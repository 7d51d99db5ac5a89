package club.vafa.cards.gifts;

/**
 * What a club owes on its gift cards, minor units of its money:
 *
 * <pre>paidIn = outstanding + spent + expired + paidOut</pre>
 *
 * @param waiting cards that were made and not yet activated, which owe nothing
 * @param waitingFace what they will be worth
 * @param active cards that can be spent
 * @param usable what is on them
 * @param blocked what is on blocked cards
 * @param outstanding what is on all cards together
 */
public record GiftLiability(
    long waiting,
    long waitingFace,
    long active,
    long usable,
    long blocked,
    long paidIn,
    long spent,
    long expired,
    long paidOut,
    long outstanding) {
  static final GiftLiability NOTHING = new GiftLiability(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
