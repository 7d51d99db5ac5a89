package club.vafa.portal.web;

import club.vafa.earning.StatementLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member's statement, newest first.
 *
 * @param next the address of the lines that follow; null when there are none
 */
public record MyStatement(
    Shell shell, List<StatementLine> lines, @Nullable String next, boolean first) {}
