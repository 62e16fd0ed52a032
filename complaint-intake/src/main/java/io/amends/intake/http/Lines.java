package io.amends.intake.http;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;

/** Cuts a stream of bytes into lines, as they come. A line that is too long is left out alone. */
final class Lines {

  private final int longest;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private boolean tooLong;
  private long number;

  private Lines(int longest) {
    this.longest = longest;
  }

  /** One line without its end, which may be LF or CRLF. */
  static final class Line {

    private final long number;
    private final byte @Nullable [] bytes;

    private Line(long number, byte @Nullable [] bytes) {
      this.number = number;
      this.bytes = bytes;
    }

    /** From 1; blank lines count and are left out. */
    long number() {
      return number;
    }

    /** What stands in it; null if it was too long to be kept. */
    byte @Nullable [] bytes() {
      return bytes;
    }
  }

  static Flux<Line> of(Flux<DataBuffer> body, int longest) {
    return Flux.defer(
        () -> {
          Lines lines = new Lines(longest);
          return body.concatMapIterable(buffer -> lines.cut(Bodies.bytes(buffer)))
              .concatWith(Flux.defer(() -> Flux.fromIterable(lines.last())));
        });
  }

  private List<Line> cut(byte[] bytes) {
    List<Line> ended = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        keep(bytes, from, at);
        end(ended);
        from = at + 1;
      }
    }
    keep(bytes, from, bytes.length);
    return ended;
  }

  private List<Line> last() {
    List<Line> ended = new ArrayList<>();
    if (tooLong || begun.size() > 0) {
      end(ended);
    }
    return ended;
  }

  private void keep(byte[] bytes, int from, int to) {
    if (begun.size() + (to - from) > longest) {
      tooLong = true;
      begun.reset();
    }
    if (!tooLong) {
      begun.write(bytes, from, to - from);
    }
  }

  private void end(List<Line> ended) {
    number++;
    byte[] line = begun.toByteArray();
    if (tooLong) {
      ended.add(new Line(number, null));
    } else if (!isBlank(line)) {
      ended.add(new Line(number, line));
    }
    begun.reset();
    tooLong = false;
  }

  private static boolean isBlank(byte[] line) {
    for (byte letter : line) {
      if (letter != ' ' && letter != '\t' && letter != '\r') {
        return false;
      }
    }
    return true;
  }
}
