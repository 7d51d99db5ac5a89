package club.vafa.operations.imports;

import club.vafa.earning.MemberRef;
import club.vafa.members.NewMember;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all rows of a purchase say together.
 *
 * @param newcomer the member as the file tells it, in case nobody knows it yet
 */
record Head(
    String id,
    Instant at,
    @Nullable MemberRef member,
    @Nullable NewMember newcomer,
    @Nullable String branch,
    @Nullable String terminal,
    @Nullable String staff,
    Set<String> coupons) {}
