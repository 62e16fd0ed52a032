package io.amends.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.amends.architecture.Code.PRODUCTION;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.DefaultKafkaHeaderMapper;
import org.springframework.kafka.support.JsonKafkaHeaderMapper;

/** A stranger's headers never decide which class is made of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MessagingTest {

  @Test
  void a_listener_takes_the_record_as_it_came() {
    methods()
        .that()
        .areAnnotatedWith(KafkaListener.class)
        .should()
        .haveRawParameterTypes(ConsumerRecord.class)
        .because(
            "@Payload and @Header convert what a stranger wrote before any check of ours: take the"
                + " ConsumerRecord and read it with EventHeaders and Json")
        .allowEmptyShould(true) // plain consumers need none
        .check(PRODUCTION);
  }

  @Test
  @SuppressWarnings("removal") // it is named so that nobody uses it
  void no_header_is_turned_into_an_object() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(JsonKafkaHeaderMapper.class, DefaultKafkaHeaderMapper.class)
        .because("they instantiate the class that a header names: use SimpleKafkaHeaderMapper")
        .check(PRODUCTION);
  }
}
