package io.amends.kit.events;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads documents of which a part says the same again and again, such as the policy that a case
 * pins and most of its text: a part that was read once is recognised by its bytes, and its value is
 * given again. Any thread may read.
 *
 * @param <T> what a document says
 * @param <P> what the part says: a value that nobody changes
 */
public final class RepeatingJson<T, P> {

  /** Ours: more than a chain has in use at a time; then memory begins anew. */
  private static final int REMEMBERED = 256;

  private static final String BODY = "body";

  private final Class<P> part;
  private final ObjectReader reader;

  private final Map<String, P> known = new ConcurrentHashMap<>();

  /** For documents of a type, wherever in them the part's type is. */
  public RepeatingJson(Class<T> document, Class<P> part) {
    this(Json.mapper(), document, part);
  }

  /** The same for documents that are read in another way than usual. */
  public RepeatingJson(JsonMapper mapper, Class<T> document, Class<P> part) {
    this.part = part;
    reader =
        mapper
            .rebuild()
            .addModule(new SimpleModule().addDeserializer(part, new Recognised()))
            .build()
            .readerFor(document);
  }

  /**
   * What the document says.
   *
   * @throws tools.jackson.core.JacksonException if it is none
   */
  public T read(byte[] body) {
    return reader.withAttribute(BODY, body).readValue(body);
  }

  private final class Recognised extends ValueDeserializer<P> {

    @Override
    public P deserializeWithType(
        JsonParser parser, DeserializationContext context, TypeDeserializer kind) {
      return deserialize(parser, context); // of which kind a part is, stands in the part
    }

    @Override
    public P deserialize(JsonParser parser, DeserializationContext context) {
      byte[] body = (byte[]) context.getAttribute(BODY);
      int from = (int) parser.currentTokenLocation().getByteOffset();
      parser.skipChildren();
      int to = (int) parser.currentLocation().getByteOffset();
      String text = new String(body, from, to - from, StandardCharsets.ISO_8859_1); // byte by byte
      P value = known.get(text);
      if (value == null) {
        value = Json.mapper().readValue(body, from, to - from, part);
        if (known.size() >= REMEMBERED) {
          known.clear();
        }
        known.put(text, value);
      }
      return value;
    }
  }
}
