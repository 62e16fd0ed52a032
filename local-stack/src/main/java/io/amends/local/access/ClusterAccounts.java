package io.amends.local.access;

import io.amends.contracts.topics.Party;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/** Makes the accounts of services on a cluster be what the catalogue says, no more and no less. */
public final class ClusterAccounts {

  /** As many as Kafka's own default allows, and twice the least. */
  private static final int ITERATIONS = 8_192;

  /** Those of our services, by the word that is their account's name. */
  public static final List<Party> SERVICES =
      List.of(Party.INTAKE, Party.ORCHESTRATOR, Party.SCORER, Party.NOTIFICATION, Party.DESK);

  private final Admin admin;

  public ClusterAccounts(Admin admin) {
    this.admin = admin;
  }

  /**
   * What was done.
   *
   * @param granted rights that were lacking
   * @param taken rights that were too many
   */
  public record Done(int accounts, int granted, int taken) {}

  /**
   * Sets passwords, grants what lacks and takes what is too much; rights of other accounts stay.
   *
   * @throws ExecutionException if the cluster refuses
   */
  public Done apply(Collection<Login> logins, String prefix)
      throws InterruptedException, ExecutionException {
    List<UserScramCredentialAlteration> passwords = new ArrayList<>();
    List<AclBinding> lacking = new ArrayList<>();
    List<AclBindingFilter> tooMuch = new ArrayList<>();
    for (Login login : logins) {
      passwords.add(
          new UserScramCredentialUpsertion(
              login.user(),
              new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
              login.password()));
      Set<AclBinding> wanted =
          ServiceAccess.of(service(login.user()), prefix).stream()
              .map(Grant::binding)
              .collect(Collectors.toSet());
      Collection<AclBinding> found = admin.describeAcls(allOf(login.user())).values().get();
      wanted.stream().filter(each -> !found.contains(each)).forEach(lacking::add);
      found.stream()
          .filter(each -> !wanted.contains(each))
          .forEach(each -> tooMuch.add(each.toFilter()));
    }
    admin.alterUserScramCredentials(passwords).all().get();
    admin.createAcls(lacking).all().get();
    admin.deleteAcls(tooMuch).all().get();
    return new Done(passwords.size(), lacking.size(), tooMuch.size());
  }

  private static AclBindingFilter allOf(String user) {
    return new AclBindingFilter(
        ResourcePatternFilter.ANY,
        new AccessControlEntryFilter(
            "User:" + user, null, AclOperation.ANY, AclPermissionType.ANY));
  }

  private static Party service(String user) {
    return SERVICES.stream()
        .filter(each -> each.word().equals(user))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "account: %s (expected: one of %s; others: amends integrator add)"
                        .formatted(user, SERVICES.stream().map(Party::word).toList())));
  }
}
