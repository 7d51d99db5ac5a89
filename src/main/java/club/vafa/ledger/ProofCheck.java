package club.vafa.ledger;

import java.util.Locale;

/**
 * The checks of the books as set-based SQL. Each asks for the places where it does not hold and
 * answers (member_id, unit, lot_id, what, expected, found). Sums of amounts are numeric, so none
 * overflows.
 */
enum ProofCheck {
  /** Each column of a wallet is the sum of the entries on that account. */
  WALLETS_ARE_THEIR_ENTRIES(
      """
      with e as (
        select member_id, unit,
          sum(case 3 when to_account then amount when from_account then -amount else 0 end)
            as active,
          sum(case 2 when to_account then amount when from_account then -amount else 0 end)
            as pending,
          sum(case 4 when to_account then amount when from_account then -amount else 0 end)
            as held,
          sum(case 8 when from_account then amount when to_account then -amount else 0 end)
            as owed
        from ledger.entry where club_id = :club group by member_id, unit
      )
      select member_id, unit, null::uuid as lot_id, x.what, x.expected::text, x.found::text
      from e
      full join (select * from ledger.wallet where club_id = :club) w using (member_id, unit)
      cross join lateral (values
        ('active', coalesce(e.active, 0), coalesce(w.active, 0)),
        ('pending', coalesce(e.pending, 0), coalesce(w.pending, 0)),
        ('held', coalesce(e.held, 0), coalesce(w.held, 0)),
        ('owed', coalesce(e.owed, 0), coalesce(w.owed, 0))) as x (what, expected, found)
      where x.expected <> x.found
      """),

  /** Each column of a lot is the sum of its entries; 7 to 9 are where value leaves a lot. */
  LOTS_ARE_THEIR_ENTRIES(
      """
      with e as (
        select member_id, unit, lot_id,
          sum(case when from_account in (1, 9) then amount else 0 end) as issued,
          sum(case 2 when to_account then amount when from_account then -amount else 0 end)
            as pending,
          sum(case 3 when to_account then amount when from_account then -amount else 0 end)
            as active,
          sum(case 4 when to_account then amount when from_account then -amount else 0 end)
            as held,
          sum(case 5 when to_account then amount when from_account then -amount else 0 end)
            as spent,
          sum(case 6 when to_account then amount when from_account then -amount else 0 end)
            as expired,
          sum(case when to_account in (7, 8, 9) then amount else 0 end) as reversed
        from ledger.entry where club_id = :club and lot_id is not null
        group by member_id, unit, lot_id
      )
      select member_id, unit, lot_id, x.what, x.expected::text, x.found::text
      from e
      full join (select *, id as lot_id from ledger.lot where club_id = :club) l
        using (member_id, unit, lot_id)
      cross join lateral (values
        ('issued', coalesce(e.issued, 0), coalesce(l.issued, 0)),
        ('pending', coalesce(e.pending, 0), coalesce(l.pending, 0)),
        ('active', coalesce(e.active, 0), coalesce(l.active, 0)),
        ('held', coalesce(e.held, 0), coalesce(l.held, 0)),
        ('spent', coalesce(e.spent, 0), coalesce(l.spent, 0)),
        ('expired', coalesce(e.expired, 0), coalesce(l.expired, 0)),
        ('reversed', coalesce(e.reversed, 0), coalesce(l.reversed, 0)))
        as x (what, expected, found)
      where x.expected <> x.found
      """),

  /** The lots of a wallet add up to it. */
  LOTS_MAKE_THE_WALLET(
      """
      with l as (
        select member_id, unit, sum(active) as active, sum(pending) as pending, sum(held) as held
        from ledger.lot where club_id = :club group by member_id, unit
      )
      select member_id, unit, null::uuid as lot_id, x.what, x.expected::text, x.found::text
      from l
      full join (select * from ledger.wallet where club_id = :club) w using (member_id, unit)
      cross join lateral (values
        ('active', coalesce(l.active, 0), coalesce(w.active, 0)),
        ('pending', coalesce(l.pending, 0), coalesce(w.pending, 0)),
        ('held', coalesce(l.held, 0), coalesce(w.held, 0))) as x (what, expected, found)
      where x.expected <> x.found
      """),

  /**
   * No lot is below zero anywhere, each is spread over the accounts as a whole, and whoever spends
   * finds it: open stamps among the stamps, and nothing before the first lot the wallet knows of.
   */
  LOTS_ARE_WHOLE(
      """
      select member_id, unit, id as lot_id, x.what, x.expected::text, x.found::text
      from ledger.lot
      cross join lateral (values
        ('the sum of its parts', issued::numeric,
          pending::numeric + active + held + spent + expired + reversed),
        ('its smallest part', greatest(0, least(pending, active, held, spent, expired, reversed)),
          least(pending, active, held, spent, expired, reversed)),
        ('the stamps it is found among', unit,
          case when unit in (:stamps) and pending + active + held > 0 and stamps is null then 0
            else unit end)) as x (what, expected, found)
      where club_id = :club and x.expected <> x.found
      union all
      select l.member_id, l.unit, l.id, 'what it holds before the wallet''s first lot', '0',
        (l.pending + l.active + l.held)::text
      from ledger.lot l
      join ledger.wallet w using (club_id, member_id, unit)
      where club_id = :club and l.id < w.since and l.pending + l.active + l.held > 0
      """),

  /** issued = active + pending + held + spent + expired + reversed − owed, across the tables. */
  WHAT_WAS_ISSUED_IS_SOMEWHERE(
      """
      with l as (
        select member_id, unit, sum(issued) as issued, sum(spent) as spent,
          sum(expired) as expired
        from ledger.lot where club_id = :club group by member_id, unit
      ), r as (
        select member_id, unit, sum(amount) as reversed
        from ledger.entry where club_id = :club and to_account in (7, 9)
        group by member_id, unit
      )
      select member_id, unit, null::uuid as lot_id, 'issued' as what, x.expected::text,
        coalesce(l.issued, 0)::text as found
      from l
      full join (select * from ledger.wallet where club_id = :club) w using (member_id, unit)
      full join r using (member_id, unit)
      cross join lateral (values (
        coalesce(w.active, 0)::numeric + coalesce(w.pending, 0) + coalesce(w.held, 0)
          + coalesce(l.spent, 0) + coalesce(l.expired, 0) + coalesce(r.reversed, 0)
          - coalesce(w.owed, 0))) as x (expected)
      where x.expected <> coalesce(l.issued, 0)
      """),

  /** Each kind of entry moves only between the accounts it may. */
  ENTRIES_MOVE_AS_THEY_MAY(
      """
      select member_id, unit, lot_id, 'the move of entry ' || id as what,
        'one allowed for kind ' || kind as expected, from_account || ' to ' || to_account as found
      from ledger.entry
      where club_id = :club
        and (kind * 100 + from_account * 10 + to_account not in (:moves)
          or amount <= 0 or (lot_id is null and from_account <> 8))
      """),

  /** What one member gave is what the others received. */
  TRANSFERS_COME_TO_NOTHING(
      """
      select member_id, unit, null::uuid as lot_id, 'received by transfer ' || cause_id as what,
        given::text as expected, received::text as found
      from (
        select cause_id, unit, (array_agg(member_id order by id))[1] as member_id,
          sum(case 9 when to_account then amount else 0 end) as given,
          sum(case 9 when from_account then amount else 0 end) as received
        from ledger.entry
        where club_id = :club and (from_account = 9 or to_account = 9)
        group by cause_id, unit
      ) t
      where given <> received
      """),

  /** What is held in a lot is what the open holds took from it. */
  HELD_IS_IN_OPEN_HOLDS(
      """
      with p as (
        select h.member_id, h.unit, p.lot_id, sum(p.amount) as amount
        from ledger.hold h
        join ledger.hold_part p on p.club_id = h.club_id and p.hold_id = h.id
        where h.club_id = :club and h.state = 1
        group by h.member_id, h.unit, p.lot_id
      )
      select member_id, unit, lot_id, 'held' as what, coalesce(p.amount, 0)::text as expected,
        coalesce(l.held, 0)::text as found
      from p
      full join (
        select member_id, unit, id as lot_id, held from ledger.lot
        where club_id = :club) l using (member_id, unit, lot_id)
      where coalesce(p.amount, 0) <> coalesce(l.held, 0)
      union all
      select h.member_id, h.unit, null, 'the parts of hold ' || h.id, h.amount::text,
        coalesce(sum(p.amount), 0)::text
      from ledger.hold h
      left join ledger.hold_part p on p.club_id = h.club_id and p.hold_id = h.id
      where h.club_id = :club
      group by h.club_id, h.id
      having coalesce(sum(p.amount), 0) <> h.amount
      """),

  /** Only units that may be owed are, and never beside active value. */
  DEBTS_ARE_ALLOWED(
      """
      select member_id, unit, null::uuid as lot_id, 'owed' as what, '0' as expected,
        owed::text as found
      from ledger.wallet
      where club_id = :club and owed <> 0 and (active <> 0 or unit not in (:owing))
      """),

  /** The balance after each entry follows from the one before, up to the wallet's newest. */
  BALANCES_FOLLOW_EACH_OTHER(
      """
      with e as (
        select member_id, unit, id, balance,
          sum(case 3 when to_account then amount when from_account then -amount else 0 end)
            over journal as running,
          lead(id) over journal as next
        from ledger.entry where club_id = :club
        window journal as (partition by member_id, unit order by id)
      )
      select member_id, unit, null::uuid as lot_id, 'balance after entry ' || id as what,
        running::text as expected, balance::text as found
      from e where running <> balance
      union all
      select w.member_id, w.unit, null, 'newest entry', e.id::text, w.last_entry::text
      from ledger.wallet w
      left join e on e.member_id = w.member_id and e.unit = w.unit and e.next is null
      where w.club_id = :club and w.last_entry is distinct from e.id
      """),

  /** The schedule will look at each lot and wallet when it must. */
  NOTHING_DUE_IS_FORGOTTEN(
      """
      select member_id, unit, id as lot_id, 'due' as what, x.due_at::text as expected,
        l.due_at::text as found
      from ledger.lot l
      cross join lateral (values (least(
        case when pending > 0 and awaits is null then available_at end,
        case when pending > 0 or active > 0 then expires_at end))) as x (due_at)
      where club_id = :club and x.due_at is distinct from l.due_at
      union all
      select member_id, unit, null, 'due', x.due_at::text, w.due_at::text
      from ledger.wallet w
      cross join lateral (values (case when pending > 0 or active > 0 then expires_at end))
        as x (due_at)
      where club_id = :club and x.due_at is distinct from w.due_at
      """);

  private final String sql;

  ProofCheck(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
