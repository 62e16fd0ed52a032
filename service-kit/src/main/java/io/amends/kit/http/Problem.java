package io.amends.kit.http;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal at the edge, as RFC 9457 has it, with a line for every field that is wrong. */
public final class Problem extends ErrorResponseException {

  private static final long serialVersionUID = 1L;

  private Problem(HttpStatus status, ProblemDetail body) {
    super(status, body, null);
  }

  /**
   * A refusal.
   *
   * @param code kebab-case, the same in every language
   * @param detail "Expected …, but …"
   */
  public static Problem of(HttpStatus status, String code, String detail) {
    return new Problem(status, detail(status, code, detail));
  }

  /** A refusal that names fields. */
  public static Problem of(
      HttpStatus status, String code, String detail, List<FieldProblem> errors) {
    ProblemDetail body = detail(status, code, detail);
    body.setProperty("errors", List.copyOf(errors));
    return new Problem(status, body);
  }

  /** The same refusal, to be tried again after so many seconds. */
  public Problem retryAfter(int seconds) {
    getHeaders().set("Retry-After", Integer.toString(seconds));
    return this;
  }

  /** The same refusal with one more member. */
  public Problem with(String name, Object value) {
    getBody().setProperty(name, value);
    return this;
  }

  static ProblemDetail detail(HttpStatus status, String code, String text) {
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, text);
    detail.setType(URI.create("urn:amends:problem:" + code));
    detail.setTitle(code.replace('-', ' '));
    return detail;
  }
}
