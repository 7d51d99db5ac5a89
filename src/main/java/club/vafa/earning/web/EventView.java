package club.vafa.earning.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event and its effects. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventView(
    String id,
    String type,
    String source,
    String externalId,
    Instant occurredAt,
    PurchaseView.@Nullable MemberView member,
    List<EffectView> effects,
    List<PurchaseView.WalletView> wallets,
    List<PurchaseView.NotAppliedView> notApplied) {}
