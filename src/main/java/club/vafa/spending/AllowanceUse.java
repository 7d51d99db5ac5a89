package club.vafa.spending;

import java.util.UUID;

/** A unit of an allowance. */
public record AllowanceUse(UUID allowance, String unit) {}
