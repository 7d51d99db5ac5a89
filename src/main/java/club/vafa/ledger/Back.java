package club.vafa.ledger;

/** Where value went that came back from being spent or held. */
record Back(long usable, long settled, long expired) {
  static final Back NOTHING = new Back(0, 0, 0);

  Back plus(Back more) {
    return new Back(usable + more.usable, settled + more.settled, expired + more.expired);
  }
}
