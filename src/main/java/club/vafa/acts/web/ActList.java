package club.vafa.acts.web;

import club.vafa.ui.Item;
import java.util.List;

/** What was done about a member, the latest first. */
public record ActList(List<Item> items) {
  public ActList {
    items = List.copyOf(items);
  }
}
