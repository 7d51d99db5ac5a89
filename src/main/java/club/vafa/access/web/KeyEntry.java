package club.vafa.access.web;

import club.vafa.ui.Form;
import java.util.Map;

/** The form of an API key, with the rights that can be given. */
public record KeyEntry(Form form, Map<String, String> scopes) {}
