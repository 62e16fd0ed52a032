package io.amends.local.identity.people;

import static io.amends.local.identity.page.Page.escaped;

import io.amends.local.identity.LocalSettings;
import io.amends.local.identity.Person;
import io.amends.local.identity.page.Page;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where people sign in: one tap per demo user. */
@RestController
final class LoginPage {

  private final List<Person> people;

  LoginPage(LocalSettings settings) {
    this.people = settings.people();
  }

  @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
  String show(CsrfToken csrf, @RequestParam(required = false) @Nullable String error) {
    String refused =
        error == null ? "" : "<p class='refused'>Nobody has that name and password.</p>";
    String rows =
        people.stream().map(person -> row(person, csrf)).collect(Collectors.joining("\n"));
    return Page.of(
        "Sign in",
        """
        <p>A demonstration on this machine: everybody's password is shown.</p>
        %s
        <table>
        <tr><th>Who</th><th>Role</th><th>For</th><th>Name / password</th><th></th></tr>
        %s
        </table>
        """
            .formatted(refused, rows));
  }

  private static String row(Person person, CsrfToken csrf) {
    return """
        <tr><td>%s</td><td>%s</td><td>%s</td><td><code>%s / %s</code></td><td>
        <form method="post" action="/login">
        <input type="hidden" name="%s" value="%s">
        <input type="hidden" name="username" value="%s">
        <input type="hidden" name="password" value="%s">
        <button>Sign in</button></form></td></tr>"""
        .formatted(
            escaped(person.name()),
            escaped(String.join(", ", person.roles())),
            escaped(String.join(", ", person.properties())),
            escaped(person.id()),
            escaped(person.password()),
            csrf.getParameterName(),
            escaped(csrf.getToken()),
            escaped(person.id()),
            escaped(person.password()));
  }
}
