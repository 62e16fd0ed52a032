package io.amends.desk.reports;

import io.amends.desk.reports.Reports.Question;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of reports: what is asked stands in them, so that they can be sent to somebody. */
final class Addresses {

  private Addresses() {}

  /** The address of what is asked; {@code ending} is empty for the page, {@code .csv} for rows. */
  static String of(Question question, String ending) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/reports/" + question.report().word() + ending)
            .queryParam("weeks", question.weeks());
    question.only().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(question.only()).toUriString();
  }

  /** The same without one of its conditions. */
  static String without(String name, Question question) {
    Map<String, String> rest = new TreeMap<>(question.only());
    rest.remove(name);
    return of(new Question(question.report(), rest, question.weeks()), "");
  }
}
