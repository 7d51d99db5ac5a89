package club.vafa.program.part;

import club.vafa.clubs.Club;
import club.vafa.program.MessageForm;
import club.vafa.program.MessageText;
import club.vafa.program.Messages;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The texts of messages; one that is not listed is removed. */
@Component
@Order(200)
class MessagesPart implements Part {
  private final Messages messages;
  private final Forms forms;

  MessagesPart(Messages messages, Forms forms) {
    this.messages = messages;
    this.forms = forms;
  }

  @Override
  public String section() {
    return "messages";
  }

  @Override
  public boolean stays() {
    return false;
  }

  @Override
  public Items live(Club club) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    for (MessageText text : messages.all(club.id())) {
      items.put(text.code(), forms.write(MessageForm.of(text)));
    }
    return new Items(items);
  }

  @Override
  public Items read(JsonNode section, Becoming becoming) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    for (Fields fields : Fields.entries(section, "/messages", becoming.faults())) {
      MessageForm form = forms.read(fields, MessageForm.class);
      MessageText text = form == null ? null : fields.noting(form.read("", Instant.EPOCH));
      if (text != null) {
        items.put(text.code(), forms.write(MessageForm.of(text)));
      }
    }
    return new Items(items);
  }

  @Override
  public List<String> tell(Change change, Telling telling) {
    return ItemSayings.tell("message", change, telling, SmallPhrases::message);
  }

  @Override
  public void apply(Change change, Publishing how) {
    for (String code : change.removed()) {
      Put.done(messages.remove(how.club().id(), code));
    }
    for (MessageForm form : forms.wanted(change, MessageForm.class)) {
      Put.done(messages.put(how.club().id(), form, how.actor()));
    }
  }
}
