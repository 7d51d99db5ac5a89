package club.vafa.earning.web;

import club.vafa.earning.StatementLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of a statement, newest first.
 *
 * @param next the address of those that follow; null when there are none
 * @param first whether the statement begins here
 */
public record StatementPart(List<StatementLine> lines, @Nullable String next, boolean first) {}
