package club.vafa.referrals.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A member's code and what came of it, as the API tells it. */
@Schema(name = "MemberReferral")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdvocateOut(
    String code, @Nullable String link, Map<String, Long> counts, List<ReferralOut> referrals) {}
