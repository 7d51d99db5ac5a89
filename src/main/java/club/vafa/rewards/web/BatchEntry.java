package club.vafa.rewards.web;

import club.vafa.ui.Form;
import java.util.Map;

/**
 * The form of a batch of codes.
 *
 * @param rewards that give vouchers, by id
 */
public record BatchEntry(Form form, Map<String, String> rewards, String path) {}
