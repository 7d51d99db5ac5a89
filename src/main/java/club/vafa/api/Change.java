package club.vafa.api;

import org.jspecify.annotations.Nullable;

/**
 * A field of a partial change. A missing field is a null {@code Change} and leaves things as they
 * are; a JSON null is a {@code Change} to nothing.
 */
public record Change<T>(@Nullable T value) {}
