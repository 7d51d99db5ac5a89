package club.vafa.members;

import org.jspecify.annotations.Nullable;

/**
 * Which members are looked for: the one an identifier or a card belongs to, those with a name, or
 * all.
 *
 * @param name parts of a name in any order and script
 */
public record MemberQuery(
    @Nullable IdentifierKey identifier, @Nullable String card, @Nullable String name) {}
