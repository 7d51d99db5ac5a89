package club.vafa.cards.gifts;

import java.util.Locale;

/**
 * The checks of gift cards as set-based SQL. Each asks for the places where it does not hold and
 * answers (card_id, what, expected, found).
 */
enum GiftCheck {
  /** What a card says of itself is the sum of its entries. */
  GIFT_CARDS_ARE_THEIR_ENTRIES(
      """
      with e as (
        select card_id, count(*) as entries,
          sum(case 2 when to_account then amount when from_account then -amount else 0 end)
            as balance,
          sum(case when from_account in (1, 5) then amount when to_account in (5, 6) then -amount
            else 0 end) as funded
        from cards.gift_entry where club_id = :club group by card_id
      )
      select card_id, x.what, x.expected::text, x.found::text
      from e
      full join (select *, id as card_id from cards.gift_card where club_id = :club) c
        using (card_id)
      cross join lateral (values
        ('balance', coalesce(e.balance, 0), coalesce(c.balance, 0)),
        ('paid in', coalesce(e.funded, 0), coalesce(c.funded, 0)),
        ('entries', coalesce(e.entries, 0), coalesce(c.entries, 0))) as x (what, expected, found)
      where x.expected <> x.found
      """),

  /** The balance after each entry follows from the one before, and none is missing. */
  GIFT_BALANCES_FOLLOW_EACH_OTHER(
      """
      with e as (
        select card_id, seq, balance, row_number() over journal as place,
          sum(case 2 when to_account then amount else -amount end) over journal as running
        from cards.gift_entry where club_id = :club
        window journal as (partition by card_id order by seq)
      )
      select card_id, x.what || ' of entry ' || seq as what, x.expected::text, x.found::text
      from e
      cross join lateral (values
        ('balance', running, balance), ('place', place, seq)) as x (what, expected, found)
      where x.expected <> x.found
      """),

  /** What one card gave is what the others received. */
  GIFT_TRANSFERS_COME_TO_NOTHING(
      """
      select (array_agg(card_id order by card_id))[1] as card_id,
        'received by transfer ' || cause_id as what,
        sum(case 5 when to_account then amount else 0 end)::text as expected,
        sum(case 5 when from_account then amount else 0 end)::text as found
      from cards.gift_entry
      where club_id = :club and (from_account = 5 or to_account = 5)
      group by cause_id
      having sum(case 5 when to_account then amount else -amount end) <> 0
      """);

  private final String sql;

  GiftCheck(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
