package io.amends.kit.events;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads documents of which a part says the same again and again, such as the policy that a case
 * pins and most of its text: a part that was read once is recognised by its bytes, and its value is
 * given again. Any thread may read, so one is enough for all of a kind.
 *
 * @param <T> what a document says
 * @param <P> what the part says: a value that nobody changes
 */
public final class RepeatingJson<T, P> {

  private static final String BODY = "body";

  /** Ours: more versions of a policy and kinds of failure than a chain has in use at a time. */
  private static final int USUAL = 256;

  private final Class<P> part;
  private final int remembered;
  private final ObjectReader reader;
  private final ObjectReader within;

  private final Map<String, P> known = new ConcurrentHashMap<>();

  /** For documents of a type, wherever in them the part's type is. */
  public RepeatingJson(Class<T> document, Class<P> part) {
    this(Json.mapper(), document, part, USUAL);
  }

  /**
   * The same for documents that are read in another way than usual, or of many parts.
   *
   * @param remembered more than are in use at a time; then memory begins anew
   */
  public RepeatingJson(JsonMapper mapper, Class<T> document, Class<P> part, int remembered) {
    this.part = part;
    this.remembered = remembered;
    within = Json.mapper().readerFor(part).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
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
      if (from < 0) {
        return within.readValue(parser); // not read byte by byte: UTF-16, say
      }
      parser.skipChildren();
      int to = (int) parser.currentLocation().getByteOffset();
      String text = new String(body, from, to - from, StandardCharsets.ISO_8859_1); // byte by byte
      P value = known.get(text);
      if (value == null) {
        value = Json.mapper().readValue(body, from, to - from, part);
        if (known.size() >= remembered) {
          known.clear();
        }
        known.put(text, value);
      }
      return value;
    }
  }
}
