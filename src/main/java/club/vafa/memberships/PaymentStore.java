package club.vafa.memberships;

import club.vafa.kernel.ClubId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of payments; rows are only added. */
@Repository
class PaymentStore {
  private final JdbcClient jdbc;

  PaymentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a payment was recorded for. */
  record Paid(MembershipId membership, int number, long amount, String actor, Instant at) {}

  Optional<MembershipId> of(ClubId club, Payment payment) {
    return jdbc.sql(
            """
            select membership_id from memberships.payment
            where club_id = ? and paid_by = ? and reference = ? and result = ?
            """)
        .params(club.value(), payment.paidBy(), payment.reference(), word(payment))
        .query((row, _) -> new MembershipId(row.getObject(1, UUID.class)))
        .optional();
  }

  /** Whether the payment is new and was recorded. */
  boolean insert(ClubId club, Payment payment, Paid paid) {
    return jdbc.sql(
                """
                insert into memberships.payment (club_id, paid_by, reference, result,
                  membership_id, number, amount, actor, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (club_id, paid_by, reference, result) do nothing
                """)
            .params(
                club.value(),
                payment.paidBy(),
                payment.reference(),
                word(payment),
                paid.membership().value(),
                paid.number(),
                paid.amount(),
                paid.actor(),
                Timestamp.from(paid.at()))
            .update()
        == 1;
  }

  private static String word(Payment payment) {
    return payment.result().name().toLowerCase(Locale.ROOT);
  }
}
