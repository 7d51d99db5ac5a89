package club.vafa.program.part;

import club.vafa.clubs.Club;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.program.MessageForm;
import club.vafa.program.MessageText;
import club.vafa.program.Messages;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
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
      if (form != null) {
        switch (form.read("", Instant.EPOCH)) {
          case Done<MessageText>(MessageText text) ->
              items.put(text.code(), forms.write(MessageForm.of(text)));
          case Refused<MessageText>(var refusals) ->
              Put.note(refusals, fields.pointer(), becoming.faults());
        }
      }
    }
    return new Items(items);
  }

  @Override
  public JsonNode write(Items items) {
    return JsonNodeFactory.instance.arrayNode().addAll(items.byCode().values());
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
    Set<String> wanted = new HashSet<>(change.added());
    wanted.addAll(change.changed());
    Becoming becoming = Becoming.known(how.club());
    for (String code : wanted) {
      ObjectNode item = Objects.requireNonNull(change.after().get(code));
      MessageForm form = forms.read(new Fields(item, "", becoming.faults()), MessageForm.class);
      if (form != null) {
        Put.done(messages.put(how.club().id(), form, how.actor()));
      }
    }
  }
}
