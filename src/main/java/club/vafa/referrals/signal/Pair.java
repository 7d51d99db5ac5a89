package club.vafa.referrals.signal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A friend, who brought them along, and what happened around it.
 *
 * @param lately others the advocate brought along in the seven days before
 * @param usual how many of those are still usual
 * @param minutes how near two visits at one terminal are a sign
 * @param joined where and when the friend joined
 * @param bought where and when the friend bought, once they did
 * @param visits the advocate's latest purchases
 */
public record Pair(
    Somebody friend,
    Somebody advocate,
    long lately,
    long usual,
    long minutes,
    Moment joined,
    @Nullable Moment bought,
    List<Moment> visits) {}
