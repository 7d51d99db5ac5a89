package club.vafa.activity;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;

/**
 * One line of a purchase. Money in minor units of the club's currency, quantity in thousandths.
 *
 * @param amount after the shop's own discounts
 * @param discount what the club took off this line
 * @param paidByWallets the line's share of what was paid with points, credit or gift cards
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record PurchaseLine(
    String sku,
    String name,
    String category,
    long quantity,
    @Nullable Long unitPrice,
    long amount,
    @Nullable Long cost,
    long discount,
    long paidByWallets) {}
